package io.cinema.auth.domain.port;

import io.cinema.auth.domain.token.SignedClaims;

/**
 * Tells whether a token was signed by one of the published keys. Takes ES256 and nothing else,
 * whatever the header asks for (RFC 8725 section 3.1); keys that a header brings or points to are
 * never looked at.
 */
public interface AccessTokenVerifier {

  /** What became of it. */
  sealed interface Outcome {}

  /** The signature is ours; the claims are still to be checked. */
  record Signed(SignedClaims claims) implements Outcome {}

  /** The signature is not that of the key it names. */
  record BadSignature() implements Outcome {}

  /** No published key has the {@code kid} it names. */
  record UnknownKey() implements Outcome {}

  /** It is no JWT of the shape we sign. */
  record Malformed() implements Outcome {}

  Outcome verify(String token);
}
