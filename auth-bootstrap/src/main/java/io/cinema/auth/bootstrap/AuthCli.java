package io.cinema.auth.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cinema.auth.adapter.crypto.secret.UnsealException;
import io.cinema.auth.bootstrap.cli.CliContext;
import io.cinema.auth.bootstrap.cli.ContextUseCases;
import io.cinema.auth.bootstrap.config.source.SettingSources;
import io.cinema.auth.cli.Cli;
import io.cinema.auth.cli.shell.ExitCode;
import io.cinema.auth.cli.shell.Operator;
import io.cinema.auth.cli.shell.Refusal;
import io.cinema.auth.cli.shell.Shell;
import io.cinema.auth.cli.terminal.SystemTerminal;
import io.micronaut.context.ApplicationContext;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The command line, configured as the service is. It runs the same use cases in this process: the
 * service need not run.
 */
public final class AuthCli {
  static final String ENVIRONMENT = CliContext.ENVIRONMENT;

  private static final String LOG_CONFIGURATION = "logback.configurationFile";

  /** Where bin/auth-cli looked for the addresses of bin/run, when it found none. */
  private static final String DEV_ENV = "auth.cli.dev-env";

  private AuthCli() {}

  public static void main(String[] args) {
    System.exit(run(System.out, System.err, args));
  }

  /** Runs one command and returns its exit code. */
  static int run(OutputStream stdout, OutputStream stderr, String... args) {
    return run(AuthServer.systemClock(), Map.of(), stdout, stderr, args);
  }

  /** For specs, which hand in a clock and settings besides the environment's. */
  static int run(
      InstantSource clock,
      Map<String, Object> settings,
      OutputStream stdout,
      OutputStream stderr,
      String... args) {
    if (System.getProperty(LOG_CONFIGURATION) == null) {
      System.setProperty(LOG_CONFIGURATION, "logback-cli.xml");
    }
    // UTF-8 whatever the locale: JSON is nothing else (RFC 8259 section 8.1).
    PrintWriter out = new PrintWriter(stdout, true, UTF_8);
    PrintWriter err = new PrintWriter(stderr, true, UTF_8);
    SettingSources sources = SettingSources.of(System.getenv());
    sources.tellLogging();
    try (CliContext context =
        new CliContext(
            sources.findings(),
            () -> wiring(sources, clock, settings),
            AuthCli::explain,
            System.getProperty(DEV_ENV))) {
      Shell shell =
          new Shell(
              () -> new ContextUseCases(context),
              Operator.name(System.getProperty("user.name"), System.getenv("SUDO_USER")),
              new SystemTerminal(),
              out,
              err);
      int exitCode =
          Cli.over(shell, AuthCli::explainUnopened, sources.value("AUTH_DEBUG").isPresent())
              .execute(args);
      context.warning().ifPresent(sentence -> err.println("warning: " + sentence));
      return exitCode;
    }
  }

  /** Few connections, and more patience for the first than a service has under load. */
  private static ApplicationContext wiring(
      SettingSources sources, InstantSource clock, Map<String, Object> settings) {
    return sources
        .configure(AuthServer.builder(clock))
        .deduceEnvironment(false)
        .environments(ENVIRONMENT)
        .properties(
            Map.of(
                "auth.database.pool-size", 2,
                "micronaut.metrics.enabled", false,
                "datasources.default.minimum-idle", 0,
                "datasources.default.connection-timeout", 3000))
        .properties(settings)
        .build();
  }

  private static @Nullable Refusal explain(Throwable failure) {
    StartFailure reason = StartFailure.of(failure);
    if (reason == null) {
      return null;
    }
    int exitCode =
        reason.kind() == StartFailure.Kind.BACKEND_AWAY ? ExitCode.AWAY : ExitCode.REFUSED;
    return new Refusal(exitCode, reason.sentence());
  }

  /** What a command finds out only when it reads a key: the rest would be a fault of ours. */
  private static @Nullable Refusal explainUnopened(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnsealException) {
        return new Refusal(String.valueOf(cause.getMessage()));
      }
    }
    return null;
  }
}
