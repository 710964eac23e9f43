package io.cinema.auth.bootstrap.wiring;

import io.cinema.auth.adapter.redis.RedisProbe;
import io.cinema.auth.adapter.redis.RedisRevocationStore;
import io.cinema.auth.adapter.redis.RedisSettings;
import io.cinema.auth.adapter.redis.RedisSocialFlowStore;
import io.cinema.auth.domain.port.BackendProbe;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
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
    return new RedisRevocationStore(client, address(redis), RedisSettings.DEFAULTS);
  }

  @Singleton
  @Bean(preDestroy = "close")
  RedisSocialFlowStore socialFlowStore(RedisClient client, DefaultRedisConfiguration redis) {
    return new RedisSocialFlowStore(client, address(redis), RedisSettings.DEFAULTS);
  }

  @Singleton
  BackendProbe redisProbe(DefaultRedisConfiguration redis) {
    return new RedisProbe(address(redis));
  }

  /** Micronaut keeps it beside the RedisURI that its configuration also is. */
  private static RedisURI address(DefaultRedisConfiguration redis) {
    return redis.getUri().orElse(redis);
  }
}
