package io.cinema.auth.devkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A real Redis with a replica, and three Sentinels that promote it when the master is gone for a
 * second; for tests. A master that is cut off from its replica takes no writes after a second.
 */
public final class WatchedRedis implements AutoCloseable {
  private static final String NAME = "auth";
  private static final int SENTINELS = 3;

  private final List<RedisServer> servers = new ArrayList<>();
  private final List<RedisServer> sentinels = new ArrayList<>();

  private WatchedRedis() {}

  /** Returns when all of it works. */
  public static WatchedRedis temporary() {
    WatchedRedis watched = new WatchedRedis();
    try {
      watched.start();
      return watched;
    } catch (RuntimeException e) {
      watched.close();
      throw e;
    }
  }

  private void start() {
    RedisServer master = server();
    servers.add(master);
    servers.add(server("--replicaof", "127.0.0.1", Integer.toString(master.port())));
    RedisTalk.await(master, "INFO replication", "min_slaves_good_slaves:1", "state=online");
    for (int i = 0; i < SENTINELS; i++) {
      sentinels.add(
          RedisServer.sentinel(
              List.of(
                  "sentinel monitor %s 127.0.0.1 %d 2".formatted(NAME, master.port()),
                  "sentinel down-after-milliseconds " + NAME + " 1000",
                  "sentinel failover-timeout " + NAME + " 5000")));
    }
    for (RedisServer sentinel : sentinels) {
      RedisTalk.await(sentinel, "INFO sentinel", "status=ok,", "slaves=1,sentinels=" + SENTINELS);
    }
  }

  private static RedisServer server(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--min-replicas-to-write", "1", "--min-replicas-max-lag", "1"));
    all.addAll(List.of("--repl-diskless-sync", "yes", "--repl-diskless-sync-delay", "0"));
    all.addAll(List.of("--repl-ping-replica-period", "1"));
    return RedisServer.member(all.toArray(String[]::new));
  }

  /** The master as it was made, then its replica. */
  public List<RedisServer> servers() {
    return List.copyOf(servers);
  }

  public List<RedisServer> sentinels() {
    return List.copyOf(sentinels);
  }

  /** {@code redis-sentinel://127.0.0.1:port,127.0.0.1:port…#name}. */
  public String uri() {
    return sentinels.stream()
        .map(sentinel -> "127.0.0.1:" + sentinel.port())
        .collect(Collectors.joining(",", "redis-sentinel://", "#" + NAME));
  }

  @Override
  public void close() {
    sentinels.forEach(RedisServer::close);
    servers.forEach(RedisServer::close);
  }
}
