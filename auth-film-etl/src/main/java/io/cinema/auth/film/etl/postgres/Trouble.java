package io.cinema.auth.film.etl.postgres;

import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.film.etl.port.CatalogueMissingException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells what a failure of Postgres means for who called a port (its manual, appendix A). */
final class Trouble {
  /** By the first two characters: the connection broke or was refused; out of resources. */
  private static final Set<String> OUTAGE_CLASSES = Set.of("08", "53");

  private static final String LOCK_TIMEOUT = "55P03";

  /** Passes by itself. */
  private static final Set<String> OUTAGES =
      Set.of(
          "25006", // read-only: we still talk to what was the primary
          "40001", // two transactions in each other's way, or a standby that had to go on
          "40P01", // likewise, as a deadlock
          LOCK_TIMEOUT,
          "57014", // cut off by statement_timeout
          "57P01", // shut down by its administrator
          "57P02", // crashed
          "57P03", // starting up, or shutting down
          "57P05"); // idle for too long in the middle of a transaction

  /** No such table, schema or column; no right to use it. */
  private static final Set<String> MISSING = Set.of("42P01", "3F000", "42703", "42501");

  private Trouble() {}

  /** What a port throws for this failure. */
  static RuntimeException of(String port, RuntimeException failure) {
    if (isOutage(failure)) {
      return PortUnavailableException.down(port, failure);
    }
    return caused(failure, MISSING::contains) ? new CatalogueMissingException(failure) : failure;
  }

  /** Whether an outage is the cause of this failure, however deep it is wrapped. */
  static boolean isOutage(Throwable failure) {
    return caused(failure, Trouble::tellsOutage);
  }

  static boolean isLockTimeout(Throwable failure) {
    return caused(failure, LOCK_TIMEOUT::equals);
  }

  private static boolean caused(Throwable failure, Predicate<String> tells) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && tells.test(state(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean tellsOutage(String state) {
    // The server and its driver always give one. A pool gives none: no connection in time.
    return state.isEmpty()
        || OUTAGES.contains(state)
        || (state.length() == 5 && OUTAGE_CLASSES.contains(state.substring(0, 2)));
  }

  private static String state(@Nullable String state) {
    return state == null ? "" : state;
  }
}
