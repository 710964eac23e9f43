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

  /** As many as cores; an answer within a second. */
  public static HashingPoolSettings ofThisMachine() {
    return new HashingPoolSettings(
        Runtime.getRuntime().availableProcessors(), Duration.ofMillis(900));
  }
}
