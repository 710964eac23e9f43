package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.credential.PasswordHash;
import io.cinema.auth.domain.port.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A salted SHA-256, repeated. FOR TESTS ONLY: it is fast, which is what a password hash must not
 * be, and knows no overload.
 */
public final class MemoryPasswordHasher implements PasswordHasher {
  private static final Pattern SHAPE =
      Pattern.compile("\\$test-sha256\\$i=(\\d{1,6})\\$([A-Za-z0-9_-]{22})\\$([A-Za-z0-9_-]{43})");
  private static final int SALT_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final int iterations;

  public MemoryPasswordHasher() {
    this(1);
  }

  /** A hasher to which hashes of fewer iterations are outdated. */
  public MemoryPasswordHasher(int iterations) {
    this.iterations = iterations;
  }

  @Override
  public PasswordHash hash(Password password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return PasswordHash.of(phc(password, salt, iterations));
  }

  @Override
  public boolean matches(Password password, @Nullable PasswordHash hash) {
    Matcher parts = SHAPE.matcher(hash == null ? "" : hash.reveal());
    if (hash == null || !parts.matches()) {
      return false;
    }
    byte[] salt = Base64.getUrlDecoder().decode(parts.group(2));
    return hash.equals(PasswordHash.of(phc(password, salt, Integer.parseInt(parts.group(1)))));
  }

  @Override
  public boolean outdated(PasswordHash hash) {
    Matcher parts = SHAPE.matcher(hash.reveal());
    return !parts.matches() || Integer.parseInt(parts.group(1)) < iterations;
  }

  private static String phc(Password password, byte[] salt, int iterations) {
    byte[] digest = password.reveal().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < iterations; i++) {
      digest = sha256(salt, digest);
    }
    return "$test-sha256$i=%d$%s$%s".formatted(iterations, base64(salt), base64(digest));
  }

  private static byte[] sha256(byte[] salt, byte[] input) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return digest.digest(input);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
