package io.cinema.auth.application.token;

import io.cinema.auth.domain.token.VerifiedAccessToken;

/**
 * Tells whether a bearer token counts now. A token whose revocation can't be known is never let
 * through.
 */
public interface AuthenticateToken {

  /** What the token is worth. */
  sealed interface Result {}

  record Authenticated(VerifiedAccessToken token) implements Result {}

  record Expired() implements Result {}

  /** It was good, and was taken back: signed out, password changed, account disabled. */
  record Revoked() implements Result {}

  /**
   * It is no access token of ours.
   *
   * @param reason one clause for a person, e.g. {@code its signature is wrong}
   */
  record Invalid(String reason) implements Result {}

  /**
   * @param token the text after {@code Bearer}
   * @throws io.cinema.auth.domain.port.PortUnavailableException when neither Redis nor Postgres can
   *     tell
   */
  Result authenticate(String token);
}
