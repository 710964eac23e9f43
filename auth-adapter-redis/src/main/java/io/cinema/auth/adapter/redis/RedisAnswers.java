package io.cinema.auth.adapter.redis;

import io.cinema.auth.domain.diagnosis.Finding;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@link RedisProbe} makes of what Redis answers to one question each. */
final class RedisAnswers {
  private static final String EVICTION = "redis eviction";
  private static final String CLOCK = "redis clock";
  private static final String COPY = "redis revocations";

  /** Half of what a request waits for an answer. */
  private static final Duration SLOW = RedisSettings.DEFAULTS.commandTimeout().dividedBy(2);

  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);
  private static final Duration CLOCKS_UNUSABLE = Duration.ofSeconds(30);

  private RedisAnswers() {}

  static Finding roundTrip(RedisCommands<String, String> redis) {
    String _ = redis.ping();
    long sent = System.nanoTime();
    String _ = redis.ping();
    Duration took = Duration.ofNanos(System.nanoTime() - sent);
    return roundTrip(took);
  }

  static Finding roundTrip(Duration took) {
    String observed = String.format(Locale.ROOT, "it answers in %.1f ms", took.toNanos() / 1e6);
    return took.compareTo(SLOW) < 0
        ? Finding.well("redis", observed)
        : Finding.doubtful(
            "redis",
            observed,
            "bring Redis nearer or give it more to run on: a request waits for it "
                + RedisSettings.DEFAULTS.commandTimeout().toMillis()
                + " ms, then asks Postgres");
  }

  /** A Redis without a limit evicts nothing, whatever its policy. */
  static Finding eviction(RedisCommands<String, String> redis) {
    try {
      String memory = redis.info("memory");
      String limit = field(memory, "maxmemory");
      String policy = field(memory, "maxmemory_policy");
      if (limit.isEmpty() || policy.isEmpty()) {
        return unread(EVICTION, "maxmemory-policy");
      }
      return limit.equals("0") || policy.equals("noeviction")
          ? Finding.well(EVICTION, limit.equals("0") ? "it has no memory limit" : policy)
          : Finding.wrong(
              EVICTION,
              "maxmemory-policy is " + policy + ": a revocation may be thrown away",
              "set maxmemory-policy to noeviction; until then Redis is not used, and every request"
                  + " asks Postgres");
    } catch (RedisCommandExecutionException refused) {
      return unread(EVICTION, "maxmemory-policy");
    }
  }

  private static String field(String info, String name) {
    Matcher line = Pattern.compile("(?m)^" + name + ":(\\S*)").matcher(info);
    return line.find() ? line.group(1) : "";
  }

  static Finding clock(RedisCommands<String, String> redis, Supplier<Instant> now) {
    try {
      List<String> time = redis.time();
      Instant there =
          Instant.ofEpochSecond(Long.parseLong(time.get(0)), Long.parseLong(time.get(1)) * 1000);
      return clock(Duration.between(there, now.get()).abs());
    } catch (RedisCommandExecutionException refused) {
      return unread(CLOCK, "its time");
    }
  }

  static Finding clock(Duration apart) {
    String observed = String.format(Locale.ROOT, "%.1f s from ours", apart.toMillis() / 1e3);
    String remedy = "let NTP keep the clocks of both machines";
    if (apart.compareTo(CLOCKS_UNUSABLE) > 0) {
      return Finding.wrong(CLOCK, observed, remedy);
    }
    return apart.compareTo(CLOCKS_DIFFER) > 0
        ? Finding.doubtful(CLOCK, observed, remedy)
        : Finding.well(CLOCK, observed);
  }

  static Finding copy(RedisCommands<String, String> redis, RedisKeys keys) {
    try {
      return redis.exists(keys.epoch()) > 0
          ? Finding.well(COPY, "the copy of what is revoked is filled")
          : Finding.doubtful(
              COPY,
              "the copy of what is revoked is empty: every request asks Postgres",
              "start the service, which fills it; if it runs, its log says why it can't");
    } catch (RedisCommandExecutionException refused) {
      return Finding.wrong(
          COPY,
          "Redis does not let us read " + keys.epoch(),
          "let the user of AUTH_REDIS_URI use the keys " + keys.all());
    }
  }

  /** A server of a cluster has a share of the keys, which is none for an address of one server. */
  static Optional<Finding> unexpectedCluster(RedisCommands<String, String> redis) {
    return info(redis, "cluster")
        .filter(cluster -> field(cluster, "cluster_enabled").equals("1"))
        .map(
            _ ->
                Finding.wrong(
                    "redis cluster",
                    "it is a server of a Redis Cluster",
                    "write AUTH_REDIS_URI as redis-cluster://host:port,host:port; until then every"
                        + " request asks Postgres"));
  }

  /** INFO tells of replicas that keep up only where a master asks for some. */
  static Optional<Finding> cutOffMaster(RedisCommands<String, String> redis) {
    return info(redis, "replication")
        .filter(replication -> field(replication, "min_slaves_good_slaves").isEmpty())
        .map(
            _ ->
                Finding.doubtful(
                    "redis replicas",
                    "a master that is cut off from its Sentinels goes on: nodes on its side would"
                        + " not learn what others revoke",
                    "set min-replicas-to-write to 1 and min-replicas-max-lag to 10 on all servers"));
  }

  private static Optional<String> info(RedisCommands<String, String> redis, String section) {
    try {
      return Optional.of(redis.info(section));
    } catch (RedisCommandExecutionException refused) {
      return Optional.empty();
    }
  }

  private static Finding unread(String subject, String what) {
    return Finding.doubtful(
        subject,
        what + " could not be read: this Redis does not let us",
        "see for yourself, or let the user of AUTH_REDIS_URI use INFO and TIME");
  }
}
