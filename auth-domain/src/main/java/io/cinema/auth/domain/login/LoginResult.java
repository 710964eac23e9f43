package io.cinema.auth.domain.login;

/** How an attempt to get tokens ended. */
public enum LoginResult {
  SUCCESS,
  /** No account has this login. The client is told the same as for a wrong password. */
  UNKNOWN_LOGIN,
  WRONG_PASSWORD,
  ACCOUNT_DISABLED,
  FACTOR_MISSING,
  AGENT_NOT_ALLOWED,
  /**
   * A refresh token that had been rotated away came back after the grace: taken for stolen, the
   * session ended.
   */
  REFRESH_TOKEN_REUSED
}
