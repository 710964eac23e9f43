package io.cinema.auth.domain.session;

/** Why a session ended before its time. */
public enum EndReason {
  /** Its holder signed out, here or from the list of devices. */
  SIGNED_OUT,
  PASSWORD_CHANGED,
  /** A second factor was set up elsewhere, which this session had not passed. */
  FACTOR_ADDED,
  /** The second factor was taken from the account by who runs the service. */
  FACTOR_RESET,
  /** A refresh token came back that had been rotated away. */
  TOKEN_REUSED,
  /** The account was refused at the gate when the session asked for new tokens. */
  REFUSED_AT_GATE,
  ACCOUNT_DISABLED,
  /** One that a newer release wrote and this one has no word for; never written. */
  OTHER
}
