package io.cinema.auth.adapter.crypto.password;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash in the PHC string format: {@code $argon2id$v=19$m=19456,t=2,p=1$<salt>$<tag>},
 * salt and tag in base64 without padding. Every hash has one spelling, others are not read.
 */
final class PhcString {
  /** Argon2 1.3, the one of RFC 9106; 1.0 is 16. */
  static final int VERSION_13 = 19;

  private static final Pattern SHAPE =
      Pattern.compile(
          "\\$argon2id\\$v=(16|19)\\$m=([1-9]\\d{0,8}),t=([1-9]\\d{0,8}),p=([1-9]\\d{0,8})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");
  private static final int LONGEST = 256;

  private final int version;
  private final int memoryKib;
  private final int iterations;
  private final int parallelism;
  private final byte[] salt;
  private final byte[] tag;

  private PhcString(
      int version, int memoryKib, int iterations, int parallelism, byte[] salt, byte[] tag) {
    this.version = version;
    this.memoryKib = memoryKib;
    this.iterations = iterations;
    this.parallelism = parallelism;
    this.salt = salt;
    this.tag = tag;
  }

  static PhcString of(Argon2Settings settings, byte[] salt, byte[] tag) {
    return new PhcString(
        VERSION_13, settings.memoryKib(), settings.iterations(), settings.parallelism(), salt, tag);
  }

  static Optional<PhcString> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      PhcString hash =
          new PhcString(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3)),
              Integer.parseInt(parts.group(4)),
              Base64.getDecoder().decode(parts.group(5)),
              Base64.getDecoder().decode(parts.group(6)));
      return hash.text().equals(text) ? Optional.of(hash) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  String text() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            version,
            memoryKib,
            iterations,
            parallelism,
            base64.encodeToString(salt),
            base64.encodeToString(tag));
  }

  int version() {
    return version;
  }

  int memoryKib() {
    return memoryKib;
  }

  int iterations() {
    return iterations;
  }

  int parallelism() {
    return parallelism;
  }

  byte[] salt() {
    return salt;
  }

  byte[] tag() {
    return tag;
  }

  @Override
  public String toString() {
    return "[redacted]";
  }
}
