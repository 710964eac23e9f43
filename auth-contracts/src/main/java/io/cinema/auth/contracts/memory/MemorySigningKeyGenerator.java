package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.port.SigningKeyGenerator;
import io.cinema.auth.domain.secret.SealedBytes;
import io.cinema.auth.domain.token.SigningKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Keys whose public half is real and whose private half is thrown away. */
public final class MemorySigningKeyGenerator implements SigningKeyGenerator {
  private static final int SEALED_BYTES = 64;

  private final SecureRandom random = new SecureRandom();

  @Override
  public SigningKey generate(int generation, Instant now, Instant activeFrom) {
    String kid = UUID.randomUUID().toString();
    byte[] sealed = new byte[SEALED_BYTES];
    random.nextBytes(sealed);
    return new SigningKey(
        kid,
        generation,
        now,
        activeFrom,
        EcKeys.publicJwk(kid, EcKeys.newPair()),
        SealedBytes.of(sealed));
  }
}
