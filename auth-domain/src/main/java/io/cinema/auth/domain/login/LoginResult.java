package io.cinema.auth.domain.login;

/** How an attempt to get tokens ended. */
public enum LoginResult {
  SUCCESS,
  /** No account has this login. The client is told the same as for a wrong password. */
  UNKNOWN_LOGIN,
  WRONG_PASSWORD,
  ACCOUNT_DISABLED,
  /** The first factor was right, and the second was asked for. */
  FACTOR_MISSING,
  /** The first factor was right, and a second must be set up. */
  ENROLMENT_MISSING,
  WRONG_CODE,
  /** A code that had been right once. The client is told the same as for a wrong one. */
  CODE_REUSED,
  /**
   * Too many wrong guesses; nobody looked whether this one was right. Remembered once for each
   * lock.
   */
  LOCKED,
  AGENT_NOT_ALLOWED,
  /**
   * Somebody came from a social network with this account's e-mail, which does not prove that they
   * are its owner.
   */
  EMAIL_NOT_PROVED,
  /**
   * A refresh token that had been rotated away came back after the grace: taken for stolen, the
   * session ended.
   */
  REFRESH_TOKEN_REUSED,
  /** One that a newer release wrote and this one has no word for; never written. */
  OTHER
}
