package io.cinema.auth.devkit;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another process does and cannot tell us. */
final class Poll {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private Poll() {}

  /** Returns whether {@code condition} came true before {@code limit} had passed. */
  static boolean until(Duration limit, BooleanSupplier condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return condition.getAsBoolean();
      }
    }
    return true;
  }
}
