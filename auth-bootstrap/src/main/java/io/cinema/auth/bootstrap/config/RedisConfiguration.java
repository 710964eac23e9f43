package io.cinema.auth.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/**
 * Redis: {@code AUTH_REDIS_URI} and {@code AUTH_REDIS_SENTINEL_PASSWORD}.
 *
 * @param uri an address, perhaps with user and password: see {@link
 *     io.cinema.auth.adapter.redis.RedisPlace}
 * @param sentinelPassword what Sentinels ask for, if they do
 */
@ConfigurationProperties("auth.redis")
public record RedisConfiguration(String uri, @Nullable String sentinelPassword) {

  @Override
  public String toString() {
    return "RedisConfiguration";
  }
}
