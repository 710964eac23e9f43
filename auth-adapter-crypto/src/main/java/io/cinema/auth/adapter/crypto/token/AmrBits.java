package io.cinema.auth.adapter.crypto.token;

import io.cinema.auth.domain.token.Amr;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A set of authentication methods in one byte. */
final class AmrBits {
  private AmrBits() {}

  static byte of(Set<Amr> methods) {
    int bits = 0;
    for (Amr method : methods) {
      bits |= bit(method);
    }
    return (byte) bits;
  }

  /** The set; empty when a newer version wrote a bit that this one does not know. */
  static Optional<Set<Amr>> read(byte bits) {
    Set<Amr> methods = EnumSet.noneOf(Amr.class);
    for (Amr method : Amr.values()) {
      if ((bits & bit(method)) != 0) {
        methods.add(method);
      }
    }
    return of(methods) == bits ? Optional.of(methods) : Optional.empty();
  }

  /** Stands in tokens that other nodes read: a bit once given is never given to another. */
  private static int bit(Amr method) {
    return switch (method) {
      case PWD -> 1;
      case OTP -> 1 << 1;
      case FED -> 1 << 2;
    };
  }
}
