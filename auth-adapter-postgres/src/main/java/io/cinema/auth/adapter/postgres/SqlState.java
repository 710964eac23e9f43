package io.cinema.auth.adapter.postgres;

import java.sql.SQLException;

/** Errors of the server that an adapter answers (PostgreSQL manual, appendix A). */
public enum SqlState {
  UNIQUE_VIOLATION("23505"),
  /** Also raised when a row fits no partition. */
  CHECK_VIOLATION("23514");

  private final String code;

  SqlState(String code) {
    this.code = code;
  }

  /** Whether this is the cause of a failure, however deep it is wrapped. */
  public boolean caused(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && code.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
