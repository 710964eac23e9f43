package io.cinema.auth.adapter.redis;

import io.cinema.auth.domain.diagnosis.Finding;
import io.cinema.auth.domain.secret.Secret;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One server, or the one that Sentinels name; Lettuce asks them at each connection. */
final class ServerPlace extends RedisPlace {
  private final String text;
  private final @Nullable Secret sentinelPassword;

  ServerPlace(String text, @Nullable Secret sentinelPassword) {
    this.text = text;
    this.sentinelPassword = sentinelPassword;
    RedisURI _ = uri();
  }

  @Override
  StatefulRedisConnection<String, String> connect(RedisClient client, Duration patience) {
    RedisURI uri = uri();
    uri.setTimeout(patience);
    return client.connect(StringCodec.UTF8, uri);
  }

  @Override
  RedisKeys keys() {
    return RedisKeys.OF_SERVER;
  }

  @Override
  Optional<Finding> trouble(RedisCommands<String, String> redis) {
    return RedisAnswers.unexpectedCluster(redis)
        .or(
            () ->
                uri().getSentinels().isEmpty()
                    ? Optional.empty()
                    : RedisAnswers.cutOffMaster(redis));
  }

  /** Made anew each time, as it can be changed and not be copied with its Sentinels. */
  private RedisURI uri() {
    RedisURI uri = RedisURI.create(text);
    for (RedisURI sentinel : uri.getSentinels()) {
      sentinel.applySsl(uri);
      if (sentinelPassword != null) {
        RedisCredentials all = RedisCredentials.just(null, sentinelPassword.reveal());
        sentinel.setCredentialsProvider(RedisCredentialsProvider.from(() -> all));
      }
    }
    return uri;
  }

  @Override
  public String toString() {
    return uri().toString();
  }
}
