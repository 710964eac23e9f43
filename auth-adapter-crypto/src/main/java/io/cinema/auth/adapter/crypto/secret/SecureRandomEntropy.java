package io.cinema.auth.adapter.crypto.secret;

import io.cinema.auth.domain.port.Entropy;
import io.cinema.auth.domain.secret.Secret;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets from the operating system's randomness, by the JDK's {@link SecureRandom}. */
public final class SecureRandomEntropy implements Entropy {
  private static final int LENGTH = 32;

  private final SecureRandom random = new SecureRandom();

  @Override
  public Secret token() {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
