package io.cinema.auth.domain.login;

/** What somebody may be guessing. Each is counted for itself. */
public enum AttemptKind {
  PASSWORD,
  /** A code of the second factor, of either sort. */
  CODE
}
