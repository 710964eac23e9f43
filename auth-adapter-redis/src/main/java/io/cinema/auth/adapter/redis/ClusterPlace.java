package io.cinema.auth.adapter.redis;

import io.cinema.auth.domain.diagnosis.Finding;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.models.slots.ClusterSlotRange;
import io.lettuce.core.cluster.models.slots.ClusterSlotsParser;
import io.lettuce.core.codec.StringCodec;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Redis Cluster. Our keys share a hash tag, so that one of its masters has them all: which one,
 * any server of the cluster knows.
 */
final class ClusterPlace extends RedisPlace {
  private static final String PLAIN = "redis-cluster://";
  private static final String TLS = "rediss-cluster://";

  private static final Pattern HOST =
      Pattern.compile("(?:\\[[^\\[\\]@]+]|[^\\[\\]@:]+)(?::\\d{1,5})?");

  private final List<RedisURI> members;
  private final AtomicInteger first = new AtomicInteger();

  static boolean isOne(String text) {
    return text.startsWith(PLAIN) || text.startsWith(TLS);
  }

  ClusterPlace(String text) {
    URI uri = URI.create(text);
    if (uri.getRawAuthority() == null) {
      throw new IllegalArgumentException("a Redis Cluster needs hosts");
    }
    if (uri.getRawFragment() != null || !uri.getPath().matches("/?0?")) {
      throw new IllegalArgumentException("a Redis Cluster has database 0 alone");
    }
    this.members = members(uri);
  }

  private static List<RedisURI> members(URI uri) {
    String scheme = uri.getScheme().replace("-cluster", "") + "://";
    String authority = uri.getRawAuthority();
    String credentials = authority.substring(0, authority.lastIndexOf('@') + 1);
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return Arrays.stream(authority.substring(credentials.length()).split(",", -1))
        .map(host -> RedisURI.create(scheme + credentials + checked(host) + query))
        .toList();
  }

  /** Lettuce makes something of anything. */
  private static String checked(String host) {
    if (!HOST.matcher(host).matches()) {
      throw new IllegalArgumentException("a server of a Redis Cluster is written host:port");
    }
    return host;
  }

  /** Begins with another server each time: the last one may have been cut off from the rest. */
  @Override
  StatefulRedisConnection<String, String> connect(RedisClient client, Duration patience) {
    int from = first.getAndIncrement();
    RedisException last = null;
    for (int i = 0; i < members.size(); i++) {
      RedisURI member = members.get(Math.floorMod(from + i, members.size()));
      try {
        return connect(client, master(client, at(member, patience)));
      } catch (RedisException failure) {
        last = failure;
      }
    }
    throw last == null ? new RedisException("a Redis Cluster without servers") : last;
  }

  private static RedisURI master(RedisClient client, RedisURI member) {
    try (StatefulRedisConnection<String, String> connection = connect(client, member)) {
      RedisURI found =
          ClusterSlotsParser.parse(connection.sync().clusterSlots()).stream()
              .filter(range -> hasOurs(range))
              .map(range -> range.getUpstream().getUri())
              .findFirst()
              .orElseThrow(() -> new RedisException("no server of the cluster has our keys"));
      RedisURI master = at(member, member.getTimeout());
      // One that does not know its own address leaves it out.
      if (found.getHost() != null && !found.getHost().isEmpty()) {
        master.setHost(found.getHost());
      }
      master.setPort(found.getPort());
      return master;
    }
  }

  private static boolean hasOurs(ClusterSlotRange range) {
    int slot = RedisKeys.OF_CLUSTER.slot();
    return range.getFrom() <= slot && slot <= range.getTo();
  }

  private static StatefulRedisConnection<String, String> connect(RedisClient client, RedisURI uri) {
    return client.connect(StringCodec.UTF8, uri);
  }

  private static RedisURI at(RedisURI member, Duration patience) {
    return RedisURI.builder(member).withTimeout(patience).build();
  }

  @Override
  RedisKeys keys() {
    return RedisKeys.OF_CLUSTER;
  }

  @Override
  Optional<Finding> trouble(RedisCommands<String, String> redis) {
    return Optional.empty();
  }

  @Override
  public String toString() {
    String scheme = members.getFirst().isSsl() ? TLS : PLAIN;
    return members.stream()
        .map(member -> member.getHost() + ":" + member.getPort())
        .collect(Collectors.joining(",", scheme, ""));
  }
}
