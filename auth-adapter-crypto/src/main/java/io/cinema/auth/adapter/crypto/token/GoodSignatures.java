package io.cinema.auth.adapter.crypto.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.cinema.auth.domain.token.SignedClaims;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Remembers what tokens say whose signature was found good, until they expire. Keeps the SHA-256 of
 * a token, not the token. Remembers nothing of a key that is no longer on the ring. Whether a token
 * counts now is asked anew each time, elsewhere.
 */
final class GoodSignatures {
  private final JoseKeyRing ring;
  private final Cache<Fingerprint, Good> known;

  GoodSignatures(JoseKeyRing ring, InstantSource clock, int most) {
    this.ring = ring;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(most)
            .expireAfter(
                Expiry.<Fingerprint, Good>creating((_, good) -> good.life(clock.instant())))
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .executor(Runnable::run)
            .build();
  }

  Optional<SignedClaims> find(String token) {
    Good good = known.getIfPresent(Fingerprint.of(token));
    return good == null || ring.find(good.kid).isEmpty()
        ? Optional.empty()
        : Optional.of(good.claims);
  }

  void remember(String token, String kid, SignedClaims claims) {
    known.put(Fingerprint.of(token), new Good(kid, claims));
  }

  private record Good(String kid, SignedClaims claims) {
    Duration life(Instant now) {
      Instant expiresAt = claims.expiresAt();
      return expiresAt == null || expiresAt.isBefore(now)
          ? Duration.ZERO
          : Duration.between(now, expiresAt);
    }
  }

  private record Fingerprint(long a, long b, long c, long d) {
    static Fingerprint of(String token) {
      ByteBuffer hash = ByteBuffer.wrap(Sha256.of(token.getBytes(StandardCharsets.UTF_8)));
      return new Fingerprint(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    }
  }
}
