package io.cinema.auth.domain.port;

import io.cinema.auth.domain.mfa.MfaToken;
import io.cinema.auth.domain.secret.Secret;
import java.util.Optional;

/**
 * Makes and reads the tokens between the two steps of a sign-in. No other token of ours is one, nor
 * is one of these any other.
 */
public interface MfaTokenSigner {

  Secret sign(MfaToken token);

  /**
   * What the token says, expired or not; empty when it is not one that {@link #sign} made.
   *
   * @param token any text, also a very long one
   */
  Optional<MfaToken> read(Secret token);
}
