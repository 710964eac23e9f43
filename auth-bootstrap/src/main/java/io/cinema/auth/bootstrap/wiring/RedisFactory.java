package io.cinema.auth.bootstrap.wiring;

import io.cinema.auth.adapter.redis.RedisRevocationStore;
import io.cinema.auth.adapter.redis.RedisSettings;
import io.lettuce.core.RedisClient;
import io.micronaut.configuration.lettuce.DefaultRedisConfiguration;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Puts auth-adapter-redis behind its port. */
@Factory
final class RedisFactory {

  @Singleton
  @Bean(preDestroy = "close")
  RedisRevocationStore revocationStore(RedisClient client, DefaultRedisConfiguration redis) {
    // Micronaut keeps the address beside the RedisURI that its configuration also is.
    return new RedisRevocationStore(client, redis.getUri().orElse(redis), RedisSettings.DEFAULTS);
  }
}
