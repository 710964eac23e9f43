package io.cinema.auth.adapter.postgres;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells an outage of Postgres, which passes by itself, from a bug, which does not. */
final class Outage {
  /**
   * By the first two characters of SQLState (PostgreSQL manual, appendix A): the connection broke
   * or was refused; out of connections, memory or disk.
   */
  private static final Set<String> CLASSES = Set.of("08", "53");

  private static final Set<String> STATES =
      Set.of(
          "40001", // two transactions in each other's way: nothing was written, the next try goes
          // through
          "40P01", // likewise, as a deadlock
          "25006", // read-only: we still talk to what was the primary
          "55P03", // a lock was not to be had in lock_timeout
          "57014", // cut off by statement_timeout
          "57P01", // shut down by its administrator
          "57P02", // crashed
          "57P03", // starting up, or shutting down
          "57P05"); // idle for too long in the middle of a transaction

  private Outage() {}

  /** Whether an outage is the cause of this failure, however deep it is wrapped. */
  static boolean caused(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && tells(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static boolean tells(@Nullable String state) {
    // The server and its driver always give one. The pool gives none: no connection in time, or the
    // connection was closed in our hands because it broke.
    return state == null
        || STATES.contains(state)
        || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
  }
}
