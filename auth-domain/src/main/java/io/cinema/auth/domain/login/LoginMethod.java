package io.cinema.auth.domain.login;

/** How somebody tried to get tokens. */
public enum LoginMethod {
  PASSWORD,
  SOCIAL,
  /** A code of an authenticator app, after the first factor. */
  TOTP,
  /** A recovery code, after the first factor. */
  RECOVERY_CODE,
  /** A refresh token; only its misuse is remembered. */
  REFRESH,
  /** One that a newer release wrote and this one has no word for; never written. */
  OTHER
}
