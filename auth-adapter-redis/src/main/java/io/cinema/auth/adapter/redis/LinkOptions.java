package io.cinema.auth.adapter.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import java.time.Duration;

/** What a {@link RedisLink} needs of Lettuce. */
final class LinkOptions {
  private static final Duration IDLE_BEFORE_PROBE = Duration.ofSeconds(15);
  private static final Duration BETWEEN_PROBES = Duration.ofSeconds(5);
  private static final int PROBES = 3;
  private static final int QUEUE = 16_384;

  private LinkOptions() {}

  static ClientOptions of(RedisSettings settings) {
    return ClientOptions.builder()
        // A connection that came back by itself might lead to a Redis that has forgotten.
        .autoReconnect(false)
        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
        .pingBeforeActivateConnection(true)
        .requestQueueSize(QUEUE)
        // The callers keep the time: one timer a round instead of one a command.
        .timeoutOptions(TimeoutOptions.create())
        .socketOptions(
            SocketOptions.builder()
                .connectTimeout(settings.connectTimeout())
                .tcpNoDelay(true)
                .keepAlive(
                    SocketOptions.KeepAliveOptions.builder()
                        .enable()
                        .idle(IDLE_BEFORE_PROBE)
                        .interval(BETWEEN_PROBES)
                        .count(PROBES)
                        .build())
                .build())
        .build();
  }
}
