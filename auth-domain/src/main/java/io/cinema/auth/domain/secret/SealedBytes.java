package io.cinema.auth.domain.secret;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes encrypted under the master key; safe to store. */
public final class SealedBytes {
  private final byte[] bytes;

  private SealedBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  public static SealedBytes of(byte[] bytes) {
    return new SealedBytes(bytes.clone());
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SealedBytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "[sealed]";
  }
}
