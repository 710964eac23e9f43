package io.cinema.auth.bootstrap;

import io.cinema.auth.bootstrap.config.setting.Findings;
import io.cinema.auth.bootstrap.config.source.SettingSources;
import io.cinema.auth.bootstrap.film.FilmEtl;
import io.cinema.auth.bootstrap.film.FilmSettings;
import io.cinema.auth.bootstrap.film.FilmSettingsCheck;
import io.cinema.auth.bootstrap.log.JavaLogging;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.film.etl.movies.ImportFilms;
import io.cinema.auth.film.etl.opensearch.AliasTakenException;
import io.cinema.auth.film.etl.opensearch.CredentialsRefusedException;
import io.cinema.auth.film.etl.opensearch.RequestRefusedException;
import io.cinema.auth.film.etl.port.CatalogueMissingException;
import io.cinema.auth.film.etl.postgres.CatalogueMigrations;
import io.cinema.auth.film.etl.verify.VerifyIndex;
import io.micronaut.core.value.PropertyResolver;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Keeps the search index of films equal to the catalogue, configured as docs/configuration.md says.
 */
@Command(
    name = "auth-film-etl",
    description = "Keep the search index of films equal to the catalogue.",
    mixinStandardHelpOptions = true,
    versionProvider = BuiltVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:refused, or the two sides differ",
      "2:called wrongly",
      "3:a backend is away",
      "78:a setting is missing or unusable"
    })
public final class AuthFilmEtl {
  private static final int REFUSED = 1;
  private static final int AWAY = 3;
  private static final int UNUSABLE_CONFIGURATION = 78;

  @Spec @Nullable CommandSpec spec;

  private AuthFilmEtl() {}

  public static void main(String[] args) {
    System.setProperty("logback.configurationFile", "logback-films.xml");
    System.exit(
        new CommandLine(new AuthFilmEtl())
            .setExecutionExceptionHandler(
                (failure, command, _) -> explain(failure, command.getErr()))
            .execute(args));
  }

  /** Follows the catalogue. */
  @Command(
      name = "run",
      description = "Follow the catalogue until stopped.",
      mixinStandardHelpOptions = true)
  int run(
      @Option(names = "--once", description = "End when the index is equal to the catalogue.")
          boolean once,
      @Option(
              names = "--rebuild",
              description = "Fill a new index first; searches see the old one until it is full.")
          boolean rebuild)
      throws IOException {
    return wired(
        etl -> {
          CountDownLatch ended = new CountDownLatch(1);
          stopWithTheJvm(etl, ended);
          try {
            return etl.follow(once, rebuild, isTerminal()) ? 0 : REFUSED;
          } finally {
            ended.countDown();
          }
        });
  }

  /** Reads films from a file. */
  @Command(
      name = "import",
      description = "Read films into the catalogue, from a file like vega-datasets' movies.json.",
      mixinStandardHelpOptions = true)
  int read(@Parameters(paramLabel = "<file>", description = "The file.") Path movies)
      throws IOException {
    return wired(
        etl -> {
          ImportFilms.Imported imported = etl.read(movies);
          out().printf("%d films read, %d added or changed%n", imported.films(), imported.saved());
          imported.remarks().forEach(remark -> out().println("  " + remark));
          return 0;
        });
  }

  /** Brings the schema of the catalogue up to date. */
  @Command(
      name = "migrate",
      description = "Make the schema of the catalogue, or bring it up to date.",
      mixinStandardHelpOptions = true)
  int migrate() throws IOException {
    return wired(
        etl -> {
          out().printf("the catalogue is up to date, after %d migrations%n", etl.migrate());
          return 0;
        });
  }

  /** Compares both sides. */
  @Command(
      name = "verify",
      description = "Compare the index with the catalogue, film by film.",
      mixinStandardHelpOptions = true)
  int verify() throws IOException {
    return wired(
        etl -> {
          VerifyIndex.Verified verified = etl.verify();
          out()
              .printf(
                  "%d films in the catalogue, %d in the index, %d differ%n",
                  verified.catalogue(), verified.index(), verified.differing());
          verified.examples().forEach(one -> out().println("  " + text(one)));
          return verified.isEqual() ? 0 : REFUSED;
        });
  }

  private static String text(VerifyIndex.Difference difference) {
    return switch (difference.kind()) {
      case MISSING -> difference.film() + " is not in the index";
      case SURPLUS -> difference.film() + " is not in the catalogue";
      case DIFFERENT -> difference.film() + " differs in " + String.join(", ", difference.fields());
    };
  }

  private interface Work {
    int with(FilmEtl etl) throws IOException;
  }

  /** Settings alone: a context of beans would cost a second of each start. */
  private static int wired(Work work) throws IOException {
    SettingSources sources = SettingSources.of(System.getenv());
    sources.tellLogging();
    JavaLogging.join();
    sources.findings().require();
    PropertyResolver settings = sources.resolver();
    Findings films = FilmSettingsCheck.look(settings);
    films.require();
    Logger log = LoggerFactory.getLogger(AuthFilmEtl.class);
    Stream.concat(sources.findings().warnings(), films.warnings()).forEach(log::warn);
    return work.with(new FilmEtl(new FilmSettings(settings), AuthServer.systemClock()));
  }

  /**
   * When the JVM is told to end it waits until we have ended well: what was written is kept note
   * of.
   */
  private static void stopWithTheJvm(FilmEtl etl, CountDownLatch ended) {
    Runnable stop =
        () -> {
          etl.stop();
          try {
            ended.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stop));
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  /** What an operator can help, and no trace of ours would tell more of. */
  private static boolean isRefusal(Throwable failure) {
    return failure instanceof CatalogueMigrations.FailedException
        || failure instanceof AliasTakenException
        || failure instanceof CredentialsRefusedException
        || failure instanceof RequestRefusedException
        || failure instanceof UncheckedIOException;
  }

  private static String away(PortUnavailableException outage) {
    String side =
        String.valueOf(outage.getMessage()).startsWith("FilmIndex") ? "OpenSearch" : "Postgres";
    return side + " is away: " + sentence(outage);
  }

  /** With what is at the bottom of it. */
  private static String sentence(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return failure.equals(root)
        ? String.valueOf(failure.getMessage())
        : failure.getMessage() + ": " + root.getMessage();
  }

  private static int explain(Throwable failure, PrintWriter err) {
    if (failure instanceof IOException || failure instanceof CatalogueMissingException) {
      String file = failure instanceof NoSuchFileException ? "there is no file " : "";
      err.println("auth-film-etl: " + file + failure.getMessage());
      return REFUSED;
    }
    if (failure instanceof PortUnavailableException outage) {
      err.println("auth-film-etl: " + away(outage));
      return AWAY;
    }
    if (isRefusal(failure)) {
      err.println("auth-film-etl: " + sentence(failure));
      return REFUSED;
    }
    StartFailure reason = StartFailure.of(failure);
    if (reason != null) {
      err.println("auth-film-etl: " + reason.sentence());
      return switch (reason.kind()) {
        case UNUSABLE_CONFIGURATION -> UNUSABLE_CONFIGURATION;
        case BACKEND_AWAY -> AWAY;
        case MIGRATION_FAILED -> REFUSED;
      };
    }
    failure.printStackTrace(err);
    return REFUSED;
  }
}
