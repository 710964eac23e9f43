package io.cinema.auth.adapter.rest.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;

/** Writes {@code Retry-After}, RFC 9110 section 10.2.3. */
final class RetryAfter {
  private static final long ALMOST_A_SECOND = Duration.ofSeconds(1).minusNanos(1).toNanos();

  private RetryAfter() {}

  /** Never too early: in whole seconds, rounded up, at least one. */
  static void set(MutableHttpResponse<?> response, Duration wait) {
    long seconds = Math.max(1, wait.plusNanos(ALMOST_A_SECOND).toSeconds());
    response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }
}
