package io.cinema.auth.film.etl.opensearch;

import io.cinema.auth.domain.port.PortUnavailableException;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/**
 * How long to wait before OpenSearch is asked again that had no room, and how often.
 *
 * @param attempts how often it is asked, all in all
 */
record Backoff(IntervalFunction waits, int attempts) {

  /** A quarter of a minute in all, with chance, so that many who wait do not come back at once. */
  static Backoff usual() {
    return new Backoff(IntervalFunction.ofExponentialRandomBackoff(200, 2.0, 0.5, 5000), 8);
  }

  /**
   * Waits after an attempt that found no room.
   *
   * @param attempt from 1
   * @throws PortUnavailableException when that was the last one
   */
  void await(int attempt, String why) {
    if (attempt >= attempts) {
      throw OpenSearch.down("no room after %d attempts: %s".formatted(attempts, why));
    }
    sleep(Duration.ofMillis(waits.apply(attempt)));
  }

  /**
   * @throws PortUnavailableException when interrupted
   */
  static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PortUnavailableException.down(OpenSearch.PORT, e);
    }
  }
}
