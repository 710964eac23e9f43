package io.cinema.auth.bootstrap.config.check;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells master keys that stand in examples from those that {@code openssl rand} makes. What is no
 * master key at all is told by others.
 */
final class MasterKeyStrength {
  /** By chance fewer of 32 bytes are different not even once in 10^20 times. */
  private static final int FEWEST_DIFFERENT = 12;

  private static final int LENGTH = 32;

  private MasterKeyStrength() {}

  /** Whether it is an example for sure: few bytes again and again, or steps of one size. */
  static boolean isExample(String base64) {
    byte[] bytes = decoded(base64);
    return bytes.length == LENGTH && (isRepetition(bytes) || isScale(bytes));
  }

  /** Whether it is written with letters; by chance less often than once in 10^13 times. */
  static boolean isText(String base64) {
    byte[] bytes = decoded(base64);
    for (byte one : bytes) {
      if (one < ' ' || one > '~') {
        return false;
      }
    }
    return bytes.length == LENGTH;
  }

  private static boolean isRepetition(byte[] bytes) {
    Set<Byte> different = new HashSet<>();
    for (byte one : bytes) {
      boolean _ = different.add(one);
    }
    return different.size() < FEWEST_DIFFERENT;
  }

  private static boolean isScale(byte[] bytes) {
    for (int i = 2; i < bytes.length; i++) {
      if ((byte) (bytes[i] - bytes[i - 1]) != (byte) (bytes[1] - bytes[0])) {
        return false;
      }
    }
    return true;
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }
}
