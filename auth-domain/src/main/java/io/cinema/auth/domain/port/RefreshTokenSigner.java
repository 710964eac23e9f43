package io.cinema.auth.domain.port;

import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.session.RefreshToken;
import java.util.Optional;

/**
 * Makes and reads refresh tokens: {@code session id . generation . HMAC}. The same input gives the
 * same token.
 */
public interface RefreshTokenSigner {

  Secret sign(RefreshToken token);

  /** What the token says; empty when it is not one that {@link #sign} made. */
  Optional<RefreshToken> read(Secret token);
}
