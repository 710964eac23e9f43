package io.cinema.auth.adapter.crypto.password;

import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.credential.PasswordHash;
import io.cinema.auth.domain.port.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id (RFC 9106) on threads of its own. A hash made with other settings is checked with those;
 * one that cannot be read, or would cost far more than ours, matches nothing and takes the time of
 * one of ours.
 */
public final class Argon2PasswordHasher implements PasswordHasher, AutoCloseable {
  private static final byte[] DECOY_SALT = new byte[Argon2Settings.SALT_LENGTH];

  private final SecureRandom random = new SecureRandom();
  private final Argon2Settings settings;
  private final Argon2 argon2;
  private final HashingPool pool;

  public Argon2PasswordHasher(Argon2Settings settings, HashingPoolSettings poolSettings) {
    this.settings = settings;
    this.argon2 = new Argon2(settings.memoryKib());
    this.pool = new HashingPool(poolSettings, HashingPace.expectedOf(settings));
  }

  @Override
  public void requireRoom() {
    pool.requireRoom();
  }

  @Override
  public PasswordHash hash(Password password) {
    byte[] salt = new byte[Argon2Settings.SALT_LENGTH];
    random.nextBytes(salt);
    byte[] tag = pool.run(() -> todaysTag(password, salt));
    return PasswordHash.of(PhcString.of(settings, salt, tag).text());
  }

  @Override
  public boolean matches(Password password, @Nullable PasswordHash hash) {
    Optional<PhcString> readable =
        Optional.ofNullable(hash).flatMap(h -> PhcString.parse(h.reveal())).filter(settings::bears);
    return pool.run(() -> readable.map(h -> isTagOf(password, h)).orElseGet(() -> decoy(password)));
  }

  @Override
  public boolean outdated(PasswordHash hash) {
    return PhcString.parse(hash.reveal()).map(settings::exceed).orElse(true);
  }

  @Override
  public void close() {
    pool.close();
  }

  private boolean isTagOf(Password password, PhcString hash) {
    byte[] tag = tag(Argon2.parameters(hash), password, hash.tag().length);
    try {
      return MessageDigest.isEqual(tag, hash.tag());
    } finally {
      Arrays.fill(tag, (byte) 0);
    }
  }

  private boolean decoy(Password password) {
    todaysTag(password, DECOY_SALT);
    return false;
  }

  private byte[] todaysTag(Password password, byte[] salt) {
    return tag(Argon2.parameters(settings, salt), password, Argon2Settings.TAG_LENGTH);
  }

  private byte[] tag(Argon2Parameters.Builder parameters, Password password, int length) {
    byte[] message = password.reveal().getBytes(StandardCharsets.UTF_8);
    try {
      return argon2.tag(parameters, message, length);
    } finally {
      Arrays.fill(message, (byte) 0);
    }
  }
}
