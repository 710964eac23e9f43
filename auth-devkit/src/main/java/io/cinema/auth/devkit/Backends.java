package io.cinema.auth.devkit;

import org.jspecify.annotations.Nullable;

/**
 * One Postgres, one Redis and one OpenSearch for all specs of a JVM, each started when it is first
 * asked for and stopped when the JVM ends.
 *
 * <p>A spec makes its own database here. One that breaks a server starts its own {@code
 * temporary()} server instead.
 */
public final class Backends {

  private static final Backends SHARED = new Backends();

  private @Nullable PostgresServer postgres;
  private @Nullable RedisServer redis;
  private @Nullable OpenSearchServer openSearch;

  private Backends() {}

  public static Backends shared() {
    return SHARED;
  }

  public synchronized PostgresServer postgres() {
    PostgresServer server = postgres;
    if (server == null) {
      server = PostgresServer.temporary();
      postgres = server;
    }
    return server;
  }

  public synchronized RedisServer redis() {
    RedisServer server = redis;
    if (server == null) {
      server = RedisServer.temporary();
      redis = server;
    }
    return server;
  }

  public synchronized OpenSearchServer openSearch() {
    OpenSearchServer server = openSearch;
    if (server == null) {
      server = OpenSearchServer.temporary();
      openSearch = server;
    }
    return server;
  }
}
