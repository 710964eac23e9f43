package io.cinema.auth.domain.port;

import io.cinema.auth.domain.token.SigningKey;
import java.time.Instant;

/**
 * Makes key pairs that sign access tokens: ES256 (RFC 7518 section 3.4), the private half sealed.
 */
public interface SigningKeyGenerator {

  SigningKey generate(int generation, Instant now, Instant activeFrom);
}
