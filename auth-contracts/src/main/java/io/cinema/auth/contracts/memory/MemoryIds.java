package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.port.Ids;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/**
 * UUIDv7 with a counter in the twelve bits after the time (RFC 9562 section 6.2, method 1), which
 * runs on into the time when it overflows.
 */
public final class MemoryIds implements Ids {
  private static final long COUNTER_BITS = 12;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;

  /** Milliseconds and counter of the last id, as one number. */
  private long last;

  public MemoryIds() {
    this(InstantSource.system());
  }

  public MemoryIds(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public UUID next() {
    long tick = tick();
    long millis = tick >>> COUNTER_BITS;
    long counter = tick & ((1L << COUNTER_BITS) - 1);
    return new UUID(
        (millis << 16) | VERSION_7 | counter, VARIANT | (random.nextLong() & VARIANT_MASK));
  }

  private synchronized long tick() {
    last = Math.max(last + 1, clock.millis() << COUNTER_BITS);
    return last;
  }
}
