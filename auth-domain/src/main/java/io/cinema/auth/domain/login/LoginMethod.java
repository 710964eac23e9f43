package io.cinema.auth.domain.login;

/** How somebody tried to get tokens. */
public enum LoginMethod {
  PASSWORD,
  SOCIAL,
  /** A refresh token; only its misuse is remembered. */
  REFRESH
}
