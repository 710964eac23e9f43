package io.cinema.auth.bootstrap.wiring;

import io.cinema.auth.adapter.redis.RedisPlace;
import io.cinema.auth.adapter.redis.RedisProbe;
import io.cinema.auth.adapter.redis.RedisRevocationStore;
import io.cinema.auth.adapter.redis.RedisSettings;
import io.cinema.auth.adapter.redis.RedisSocialFlowStore;
import io.cinema.auth.bootstrap.config.RedisConfiguration;
import io.cinema.auth.domain.port.BackendProbe;
import io.cinema.auth.domain.secret.Secret;
import io.lettuce.core.RedisClient;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Puts auth-adapter-redis behind its port. The client is Micronaut's, which addresses nobody. */
@Factory
final class RedisFactory {

  @Singleton
  RedisPlace redisPlace(RedisConfiguration redis) {
    String password = redis.sentinelPassword();
    return RedisPlace.of(
        redis.uri(), password == null || password.isBlank() ? null : Secret.of(password));
  }

  @Singleton
  @Bean(preDestroy = "close")
  RedisRevocationStore revocationStore(RedisClient client, RedisPlace place) {
    return new RedisRevocationStore(client, place, RedisSettings.DEFAULTS);
  }

  @Singleton
  @Bean(preDestroy = "close")
  RedisSocialFlowStore socialFlowStore(RedisClient client, RedisPlace place) {
    return new RedisSocialFlowStore(client, place, RedisSettings.DEFAULTS);
  }

  @Singleton
  BackendProbe redisProbe(RedisPlace place) {
    return new RedisProbe(place);
  }
}
