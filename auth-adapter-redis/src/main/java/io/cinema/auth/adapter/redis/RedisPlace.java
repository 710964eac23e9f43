package io.cinema.auth.adapter.redis;

import io.cinema.auth.domain.diagnosis.Finding;
import io.cinema.auth.domain.secret.Secret;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where Redis is, as an operator writes it:
 *
 * <pre>
 * redis://[user:password@]host[:port][/database]                     one server
 * redis-sentinel://[user:password@]host[:port],…[/database]#name     the master that Sentinels call so
 * redis-cluster://[user:password@]host[:port],…                      a cluster; some of its servers
 * </pre>
 *
 * {@code rediss}, {@code rediss-sentinel} and {@code rediss-cluster} are the same over TLS. Its
 * text never holds a password.
 *
 * <p>Wherever it is, a link leads to one server: the master that has our keys. What it takes to
 * find that one again is done for each new connection, so that a failover is one more lost
 * connection, after which nothing is believed before a fill. A replica is never asked.
 */
public abstract sealed class RedisPlace permits ServerPlace, ClusterPlace {

  /**
   * @throws IllegalArgumentException for what is none of these; may repeat the text
   */
  public static RedisPlace of(String uri) {
    return of(uri, null);
  }

  /**
   * @param sentinelPassword what Sentinels themselves ask for; the one in the address is for the
   *     servers they name
   * @throws IllegalArgumentException for what is none of these; may repeat the text
   */
  public static RedisPlace of(String uri, @Nullable Secret sentinelPassword) {
    return ClusterPlace.isOne(uri) ? new ClusterPlace(uri) : new ServerPlace(uri, sentinelPassword);
  }

  /**
   * Connects to the master that has our keys.
   *
   * @param patience for each step on the way
   * @throws RedisException when none can be found
   */
  abstract StatefulRedisConnection<String, String> connect(RedisClient client, Duration patience);

  /** What our keys are called there. */
  abstract RedisKeys keys();

  /** What is wrong with the server being there, in this kind of place. */
  abstract Optional<Finding> trouble(RedisCommands<String, String> redis);
}
