package io.cinema.auth.adapter.crypto.password;

import java.time.Duration;

/**
 * How many hashes run at a time and how long a caller waits for one.
 *
 * @param threads hashes at a time; more than there are cores makes all of them slower
 * @param longestWait after which a caller whose turn has not come is sent away
 */
public record HashingPoolSettings(int threads, Duration longestWait) {

  public HashingPoolSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one hashing thread is needed");
    }
    if (longestWait.isNegative() || longestWait.isZero()) {
      throw new IllegalArgumentException("the longest wait for a hash must be positive");
    }
  }

  /** As many as cores, but in half of the heap: each thread keeps the memory of a hash. */
  public static HashingPoolSettings ofThisMachine(Argon2Settings argon2) {
    Runtime machine = Runtime.getRuntime();
    return of(machine.availableProcessors(), machine.maxMemory(), argon2);
  }

  /** An answer within a second. */
  static HashingPoolSettings of(int cores, long heapBytes, Argon2Settings argon2) {
    long room = heapBytes / 2 / bytesOf(argon2);
    return new HashingPoolSettings(Math.clamp(room, 1, cores), Duration.ofMillis(900));
  }

  /**
   * @throws IllegalArgumentException when the threads would fill this JVM's heap with what they
   *     keep
   */
  public void requireRoom(Argon2Settings argon2) {
    requireRoom(argon2, Runtime.getRuntime().maxMemory());
  }

  void requireRoom(Argon2Settings argon2, long heapBytes) {
    long kept = threads * bytesOf(argon2);
    if (kept > heapBytes / 4 * 3) {
      throw new IllegalArgumentException(
          "hashing would keep %d MiB, more than three quarters of the heap of %d MiB: fewer threads, or more by -Xmx"
              .formatted(kept >> 20, heapBytes >> 20));
    }
  }

  private static long bytesOf(Argon2Settings argon2) {
    return argon2.memoryKib() * 1024L;
  }
}
