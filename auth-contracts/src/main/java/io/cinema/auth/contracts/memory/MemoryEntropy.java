package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.port.Entropy;
import io.cinema.auth.domain.secret.Secret;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets as good as any: the JDK has all that it takes. */
public final class MemoryEntropy implements Entropy {
  private final SecureRandom random = new SecureRandom();

  @Override
  public Secret token() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
