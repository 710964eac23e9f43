package io.cinema.auth.domain.mfa;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is kept of a recovery code: 32 bytes that depend on it and on whose it is. */
public final class RecoveryCodeHash {
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private RecoveryCodeHash(byte[] bytes) {
    this.bytes = bytes;
  }

  public static RecoveryCodeHash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a recovery code's hash has " + LENGTH + " bytes");
    }
    return new RecoveryCodeHash(bytes.clone());
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecoveryCodeHash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "[hash]";
  }
}
