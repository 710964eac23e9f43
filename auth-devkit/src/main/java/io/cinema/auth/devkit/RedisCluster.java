package io.cinema.auth.devkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A real Redis Cluster of three masters with a replica each, on loopback; for tests. A master that
 * is gone for a second is replaced.
 */
public final class RedisCluster implements AutoCloseable {
  private static final int MASTERS = 3;
  private static final int SLOTS = 16_384;

  private final List<RedisServer> servers = new ArrayList<>();

  private RedisCluster() {}

  /** Returns when all of it works. */
  public static RedisCluster temporary() {
    RedisCluster cluster = new RedisCluster();
    try {
      for (int i = 0; i < 2 * MASTERS; i++) {
        cluster.servers.add(
            RedisServer.member(
                "--cluster-enabled",
                "yes",
                "--cluster-node-timeout",
                "1000",
                // Otherwise a replica would wait for ten seconds in vain for a save of its master.
                "--repl-diskless-sync",
                "yes",
                "--repl-diskless-sync-delay",
                "0"));
      }
      cluster.join();
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** The masters as it was made, then their replicas in the same order. */
  public List<RedisServer> servers() {
    return List.copyOf(servers);
  }

  /** {@code redis-cluster://127.0.0.1:port,127.0.0.1:port…}, with all of its servers. */
  public String uri() {
    return servers.stream()
        .map(server -> "127.0.0.1:" + server.port())
        .collect(Collectors.joining(",", "redis-cluster://", ""));
  }

  private void join() {
    RedisServer first = servers.getFirst();
    for (int i = 0; i < servers.size(); i++) {
      RedisTalk.tell(servers.get(i), "CLUSTER SET-CONFIG-EPOCH " + (i + 1));
      RedisTalk.tell(servers.get(i), "CLUSTER MEET 127.0.0.1 " + first.port());
    }
    for (int i = 0; i < MASTERS; i++) {
      RedisTalk.tell(servers.get(i), "CLUSTER ADDSLOTS " + share(i));
    }
    for (RedisServer server : servers) {
      RedisTalk.await(server, "CLUSTER INFO", "cluster_known_nodes:" + servers.size());
    }
    for (int i = 0; i < MASTERS; i++) {
      RedisTalk.tell(servers.get(MASTERS + i), "CLUSTER REPLICATE " + idOf(servers.get(i)));
    }
    for (RedisServer server : servers) {
      RedisTalk.await(server, "CLUSTER INFO", "cluster_state:ok", "cluster_slots_ok:" + SLOTS);
    }
    for (RedisServer replica : servers.subList(MASTERS, servers.size())) {
      RedisTalk.await(replica, "INFO replication", "role:slave", "master_link_status:up");
    }
  }

  private static String share(int master) {
    return IntStream.range(SLOTS * master / MASTERS, SLOTS * (master + 1) / MASTERS)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" "));
  }

  /** After the length of the answer comes the id. */
  private static String idOf(RedisServer server) {
    return RedisTalk.ask(server, "CLUSTER MYID").lines().toList().get(1);
  }

  @Override
  public void close() {
    servers.forEach(RedisServer::close);
  }
}
