package io.cinema.auth.adapter.redis;

import java.time.Duration;

/**
 * How patient we are with Redis. Where it is, is said by the {@code RedisURI}.
 *
 * @param commandTimeout how long a request waits for an answer
 * @param fillTimeout how long a fill waits for each answer; no request waits for a fill
 * @param connectTimeout how long a new connection may take, and its handshake as long again
 * @param retryDelay how long Redis is left alone after it failed repeatedly
 * @param maxWaiting how many look-ups may wait to be sent; more are refused at once
 */
public record RedisSettings(
    Duration commandTimeout,
    Duration fillTimeout,
    Duration connectTimeout,
    Duration retryDelay,
    int maxWaiting) {
  public static final RedisSettings DEFAULTS =
      new RedisSettings(
          Duration.ofMillis(200),
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofMillis(500),
          1024);

  public RedisSettings {
    requirePositive(commandTimeout);
    requirePositive(fillTimeout);
    requirePositive(connectTimeout);
    requirePositive(retryDelay);
    if (maxWaiting < 1) {
      throw new IllegalArgumentException("maxWaiting must be positive");
    }
  }

  private static void requirePositive(Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException("Redis timeouts and delays must be positive");
    }
  }
}
