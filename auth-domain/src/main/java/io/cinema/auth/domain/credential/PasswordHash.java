package io.cinema.auth.domain.credential;

import io.cinema.auth.domain.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a password: a PHC string such as {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 */
public final class PasswordHash {
  private final Secret phc;

  private PasswordHash(Secret phc) {
    this.phc = phc;
  }

  public static PasswordHash of(String phc) {
    return new PasswordHash(Secret.of(phc));
  }

  /** The PHC string. Never log or echo it. */
  public String reveal() {
    return phc.reveal();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PasswordHash that && phc.equals(that.phc);
  }

  @Override
  public int hashCode() {
    return phc.hashCode();
  }

  @Override
  public String toString() {
    return phc.toString();
  }
}
