package io.cinema.auth.adapter.crypto.password;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How long a hash takes on this machine, as a moving average. */
final class HashingPace {
  /** A KiB filled once, on a server core of 2023; stands until the first hash was measured. */
  private static final long NANOS_PER_KIB = 800;

  /** Bounds the queue where hashes cost next to nothing, as in tests. */
  private static final long FASTEST_NANOS = 1_000_000;

  /** The one that runs and the one that waits for it, if in vain. */
  private static final int FEWEST_HASHES = 2;

  private static final int MOST_HASHES = 1000;
  private static final int WEIGHT = 8;

  private final AtomicLong nanos;

  private HashingPace(long nanos) {
    this.nanos = new AtomicLong(nanos);
  }

  static HashingPace expectedOf(Argon2Settings settings) {
    return new HashingPace(NANOS_PER_KIB * settings.memoryKib() * settings.iterations());
  }

  void took(long hashNanos) {
    nanos.accumulateAndGet(hashNanos, (average, latest) -> average + (latest - average) / WEIGHT);
  }

  /** How many hashes one thread finishes in this time; at least two. */
  int hashesWithin(Duration time) {
    long hashes = time.toNanos() / Math.max(nanos.get(), FASTEST_NANOS);
    return Math.clamp(hashes, FEWEST_HASHES, MOST_HASHES);
  }
}
