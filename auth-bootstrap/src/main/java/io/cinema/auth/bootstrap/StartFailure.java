package io.cinema.auth.bootstrap;

import io.cinema.auth.adapter.crypto.secret.UnsealException;
import io.cinema.auth.adapter.postgres.Migrations;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.film.etl.postgres.CatalogueMigrations;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import org.jspecify.annotations.Nullable;

/**
 * Why a process of ours can't do its work, where an operator can help it.
 *
 * @param sentence for the operator
 */
public record StartFailure(Kind kind, String sentence) {

  /** What would help. */
  public enum Kind {
    /** Another configuration, and nothing else. */
    UNUSABLE_CONFIGURATION,
    /** Trying again, perhaps. */
    BACKEND_AWAY,
    /** A look at the database. */
    MIGRATION_FAILED
  }

  /** The reason for a failure; null when it is a fault of ours. */
  public static @Nullable StartFailure of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      StartFailure reason = reasonOf(cause);
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }

  private static @Nullable StartFailure reasonOf(Throwable cause) {
    return switch (cause) {
      case PortUnavailableException outage ->
          new StartFailure(Kind.BACKEND_AWAY, backend(outage) + " is away: " + rootOf(outage));
      case Migrations.FailedException migration ->
          new StartFailure(
              Kind.MIGRATION_FAILED, migration.getMessage() + ": " + rootOf(migration));
      case Migrations.MissingException missing ->
          new StartFailure(
              Kind.BACKEND_AWAY,
              missing.getMessage()
                  + ": run auth-server --migrate of this release, or set AUTH_MIGRATION_USER and"
                  + " AUTH_MIGRATION_PASSWORD");
      case CatalogueMigrations.FailedException migration ->
          new StartFailure(
              Kind.MIGRATION_FAILED, migration.getMessage() + ": " + rootOf(migration));
      case UnsealException unopened -> unusable(unopened);
      case IllegalArgumentException value when value.getCause() == null -> unusable(value);
      case ConfigurationException setting -> unusable(setting);
      case ConversionErrorException setting -> unusable(setting);
      default -> null;
    };
  }

  private static StartFailure unusable(Throwable setting) {
    return new StartFailure(Kind.UNUSABLE_CONFIGURATION, String.valueOf(setting.getMessage()));
  }

  /** Nobody starts by asking Redis, and of OpenSearch the film index alone is made. */
  private static String backend(PortUnavailableException outage) {
    return String.valueOf(outage.getMessage()).startsWith("FilmIndex") ? "OpenSearch" : "Postgres";
  }

  private static String rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
