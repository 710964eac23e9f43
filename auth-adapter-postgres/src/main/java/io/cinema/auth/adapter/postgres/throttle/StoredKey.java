package io.cinema.auth.adapter.postgres.throttle;

import io.cinema.auth.domain.login.AttemptKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The primary key of {@code auth.login_attempts}. Hashed here and not by the server, whose log may
 * tell the values of a slow statement.
 *
 * @param subject SHA-256 of {@link AttemptKey.Subject#word}, in hexadecimal
 */
record StoredKey(String kind, String subject) {

  static StoredKey of(AttemptKey key) {
    return new StoredKey(key.kind().name(), digest(key.subject().word()));
  }

  private static String digest(String word) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(word.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
