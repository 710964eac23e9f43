package io.cinema.auth.cli;

import io.cinema.auth.cli.superuser.CreateSuperuserCommand;
import io.cinema.auth.cli.superuser.SuperuserCommands;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Puts into words how a command was called wrongly. Where a password is chosen, no word is repeated
 * that was not understood: it may be that password.
 */
final class UsageErrors {
  private static final String NOT_REPEATED =
      "not all of it was understood, and as it may hold a password it is not repeated; a password is"
          + " never an argument: pipe it in with --password-stdin";

  private UsageErrors() {}

  static String sentence(ParameterException wrong) {
    if (isAboutPassword(wrong)) {
      return withoutWords(wrong);
    }
    if (wrong instanceof UnmatchedArgumentException unmatched && isGroup(wrong)) {
      // Only the first: what stands behind it was meant for a command that we don't know.
      return "there is no command or option " + name(unmatched.getUnmatched().getFirst());
    }
    return String.valueOf(wrong.getMessage());
  }

  private static boolean isAboutPassword(ParameterException wrong) {
    Object command = wrong.getCommandLine().getCommandSpec().userObject();
    return command instanceof CreateSuperuserCommand
        || command instanceof SuperuserCommands
        || (wrong instanceof UnmatchedArgumentException unmatched
            && unmatched.getUnmatched().stream().anyMatch(word -> word.startsWith("--pass")));
  }

  private static boolean isGroup(ParameterException wrong) {
    return !wrong.getCommandLine().getSubcommands().isEmpty();
  }

  private static String withoutWords(ParameterException wrong) {
    return switch (wrong) {
      case MissingParameterException missing ->
          missing.getMissing().stream()
              .map(UsageErrors::label)
              .collect(Collectors.joining(", ", "missing: ", ""));
      case OverwrittenOptionException twice -> String.valueOf(twice.getMessage());
      case ParameterException refused when isReadByUs(refused) ->
          String.valueOf(refused.getMessage());
      default -> NOT_REPEATED;
    };
  }

  /** Our own converters tell what is wrong with a value, and not the value. */
  private static boolean isReadByUs(ParameterException refused) {
    ArgSpec argument = refused.getArgSpec();
    return argument != null && argument.converters().length > 0;
  }

  private static String label(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + "=" + option.paramLabel()
        : argument.paramLabel();
  }

  /** The word, but not what is behind {@code =} if it is an option. */
  private static String name(String word) {
    return "'" + (word.startsWith("-") ? word.split("=", 2)[0] : word) + "'";
  }
}
