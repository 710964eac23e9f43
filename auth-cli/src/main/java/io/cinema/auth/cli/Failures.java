package io.cinema.auth.cli;

import io.cinema.auth.cli.output.Printable;
import io.cinema.auth.cli.shell.ExitCode;
import io.cinema.auth.cli.shell.Refusal;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.film.etl.label.BadRulesException;
import io.cinema.auth.film.etl.port.CatalogueMissingException;
import java.io.PrintWriter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line on standard error what went wrong, and finds the exit code for it. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Function<Throwable, @Nullable Refusal> explanation;
  private final boolean debug;

  /**
   * @param explanation knows failures that only the wiring can have; null for all others
   * @param debug whether to print stack traces too
   */
  Failures(Function<Throwable, @Nullable Refusal> explanation, boolean debug) {
    this.explanation = explanation;
    this.debug = debug;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    if (isBare(wrong)) {
      command.usage(err);
      return ExitCode.USAGE;
    }
    say(err, UsageErrors.sentence(wrong));
    boolean _ = UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  /** A group of commands, and none of them. */
  private static boolean isBare(ParameterException wrong) {
    return wrong.getClass() == ParameterException.class
        && !wrong.getCommandLine().getSubcommands().isEmpty();
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, @Nullable ParseResult parsed) {
    Refusal refusal = refusal(failure);
    say(command.getErr(), String.valueOf(refusal.getMessage()));
    if (debug) {
      failure.printStackTrace(command.getErr());
    }
    return refusal.exitCode();
  }

  private Refusal refusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case Refusal refusal -> {
          return refusal;
        }
        case InvalidValueException invalid -> {
          return new Refusal(invalid.field() + " " + invalid.sentence());
        }
        case BadRulesException bad -> {
          return new Refusal(ExitCode.USAGE, String.valueOf(bad.getMessage()));
        }
        case CatalogueMissingException missing -> {
          return new Refusal(missing.getMessage() + "; the film ETL makes one (`bin/run --films`)");
        }
        case PortUnavailableException outage -> {
          return new Refusal(ExitCode.AWAY, Outages.sentence(outage));
        }
        default -> {}
      }
    }
    Refusal explained = explanation.apply(failure);
    return explained == null
        ? new Refusal(
            "internal error: "
                + failure.getClass().getName()
                + "; `auth-cli doctor` may know more, and AUTH_DEBUG=1 shows where")
        : explained;
  }

  private static void say(PrintWriter err, String sentence) {
    err.println("auth-cli: " + Printable.of(sentence));
  }
}
