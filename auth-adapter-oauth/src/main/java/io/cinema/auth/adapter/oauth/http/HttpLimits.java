package io.cinema.auth.adapter.oauth.http;

import java.time.Duration;

/**
 * How long and how much we let others answer.
 *
 * @param connect for a connection to come up
 * @param whole for all answers of one call of ours, with their bodies
 * @param longestBody bytes of one answer
 */
public record HttpLimits(Duration connect, Duration whole, int longestBody) {
  public static final HttpLimits DEFAULT =
      new HttpLimits(Duration.ofSeconds(2), Duration.ofSeconds(5), 1024 * 1024);

  public HttpLimits {
    if (!connect.isPositive() || !whole.isPositive() || longestBody < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
