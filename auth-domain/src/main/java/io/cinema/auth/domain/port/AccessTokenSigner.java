package io.cinema.auth.domain.port;

import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.token.AccessTokenClaims;

/** Signs access tokens with the active key. */
public interface AccessTokenSigner {

  /**
   * @return the token in JWS compact serialisation (RFC 7515)
   * @throws PortUnavailableException when there is no active key
   */
  Secret sign(AccessTokenClaims claims);
}
