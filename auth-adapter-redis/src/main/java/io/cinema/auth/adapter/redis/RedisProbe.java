package io.cinema.auth.adapter.redis;

import io.cinema.auth.domain.diagnosis.Finding;
import io.cinema.auth.domain.port.BackendProbe;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at Redis over a connection of its own: whether it answers and how fast, whether it forgets,
 * what time it has, and whether the copy of what is revoked is filled.
 */
public final class RedisProbe implements BackendProbe {
  private static final String SUBJECT = "redis";

  /** The connection may take as long, its handshake as long again, and then each answer. */
  private static final Duration PATIENCE = Duration.ofMillis(900);

  private static final String CHECK_ADDRESS =
      "see that Redis runs, and that AUTH_REDIS_URI has its address";

  private final RedisPlace place;

  public RedisProbe(RedisPlace place) {
    this.place = place;
  }

  @Override
  public List<Finding> look(Instant now) {
    long begun = System.nanoTime();
    RedisClient client = client();
    try (StatefulRedisConnection<String, String> connection = place.connect(client, PATIENCE)) {
      return ask(connection.sync(), now, begun);
    } catch (RedisException failure) {
      return List.of(failed(failure));
    } finally {
      client.shutdown(Duration.ZERO, PATIENCE);
    }
  }

  private static RedisClient client() {
    RedisClient client = RedisClient.create();
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(false)
            .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
            .build());
    return client;
  }

  private List<Finding> ask(RedisCommands<String, String> redis, Instant now, long begun) {
    List<Finding> findings = new ArrayList<>();
    findings.add(RedisAnswers.roundTrip(redis));
    findings.add(RedisAnswers.eviction(redis));
    findings.add(RedisAnswers.clock(redis, () -> now.plusNanos(System.nanoTime() - begun)));
    place.trouble(redis).ifPresent(findings::add);
    findings.add(RedisAnswers.copy(redis, place.keys()));
    return findings;
  }

  /** An error that Redis answers with is no outage: waiting does not help. */
  private static Finding failed(RedisException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RedisCommandExecutionException) {
        return Finding.wrong(
            SUBJECT,
            "it refuses us: " + cause.getMessage(),
            "put a user and a password that Redis accepts into AUTH_REDIS_URI");
      }
    }
    return Finding.away(SUBJECT, "it does not answer: " + root(failure), CHECK_ADDRESS);
  }

  private static String root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
