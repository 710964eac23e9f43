package io.cinema.auth.adapter.postgres.diagnosis;

import io.cinema.auth.domain.diagnosis.Finding;
import io.cinema.auth.domain.port.PortUnavailableException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why there is no connection, as far as the server said so. */
final class ConnectionTrouble {
  private static final String SUBJECT = "postgres";
  private static final Finding AWAY =
      Finding.away(
          SUBJECT,
          "does not answer",
          "check that the server of AUTH_DATABASE_URL runs, can be reached from here, and has"
              + " connections left");

  private ConnectionTrouble() {}

  /** Empty for a failure of any other kind. */
  static Optional<Finding> of(Throwable failure) {
    String state = lastState(failure);
    if (state != null && state.startsWith("28")) {
      return Optional.of(
          Finding.wrong(
              SUBJECT,
              "refuses the user or the password",
              "check AUTH_DATABASE_USER and AUTH_DATABASE_PASSWORD, and the server's pg_hba.conf"));
    }
    if ("3D000".equals(state)) {
      return Optional.of(
          Finding.wrong(
              SUBJECT,
              "has no database of that name",
              "check the end of AUTH_DATABASE_URL, or create the database"));
    }
    return failure instanceof PortUnavailableException ? Optional.of(AWAY) : Optional.empty();
  }

  /** The pool wraps what the server said. */
  private static @Nullable String lastState(Throwable failure) {
    String last = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        last = sql.getSQLState();
      }
    }
    return last;
  }
}
