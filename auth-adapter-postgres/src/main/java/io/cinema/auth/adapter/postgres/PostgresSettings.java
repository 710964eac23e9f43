package io.cinema.auth.adapter.postgres;

import io.cinema.auth.domain.secret.Secret;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the service reaches Postgres: what an operator chooses, and beside it what must hold for the
 * ports' promises of bounded time and quick recovery.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}, without user and password
 * @param user the runtime role, which has no DDL
 * @param poolSize most connections of this node. More than about twice the server's cores adds
 *     queueing, not throughput
 */
public record PostgresSettings(String jdbcUrl, String user, Secret password, int poolSize) {
  public static final int DEFAULT_POOL_SIZE = 16;

  /**
   * Cuts a statement off on the server before the driver gives up on it (see socketTimeout), so
   * that its connection lives on; and frees the locks of a node that died in mid-transaction.
   */
  private static final String SERVER_LIMITS =
      "-c statement_timeout=4s -c lock_timeout=3s -c idle_in_transaction_session_timeout=15s";

  /** The same as properties of Micronaut's {@code datasources.default}. */
  public Map<String, Object> properties() {
    Map<String, Object> all = new LinkedHashMap<>();
    pool().forEach((name, value) -> all.put("datasources.default." + name, value));
    driver()
        .forEach(
            (name, value) -> all.put("datasources.default.data-source-properties." + name, value));
    return all;
  }

  private Map<String, Object> pool() {
    return Map.ofEntries(
        Map.entry("url", jdbcUrl),
        Map.entry("username", user),
        Map.entry("password", password.reveal()),
        Map.entry("driver-class-name", "org.postgresql.Driver"),
        Map.entry("dialect", "POSTGRES"),
        Map.entry("pool-name", "postgres"),
        Map.entry("auto-commit", true),
        Map.entry("maximum-pool-size", poolSize),
        Map.entry("minimum-idle", Math.min(4, poolSize)),
        // With Postgres away a call waits this long for a connection, then tells the outage.
        Map.entry("connection-timeout", 1000),
        Map.entry("validation-timeout", 500),
        // The pool itself waits for nobody: who needs Postgres at the start finds out by asking.
        Map.entry("initialization-fail-timeout", -1),
        // Below the usual 10 minutes after which firewalls forget an idle connection.
        Map.entry("idle-timeout", 300_000),
        Map.entry("keepalive-time", 120_000),
        Map.entry("max-lifetime", 1_800_000));
  }

  /** All of them strings: the driver passes over a property of any other type without a word. */
  private static Map<String, String> driver() {
    return Map.ofEntries(
        Map.entry("ApplicationName", "auth"),
        Map.entry("connectTimeout", "2"),
        Map.entry("loginTimeout", "2"),
        // A server that accepts and never answers.
        Map.entry("socketTimeout", "5"),
        Map.entry("cancelSignalTimeout", "2"),
        Map.entry("tcpKeepAlive", "true"),
        // Planned once per connection, and binary from the first call on.
        Map.entry("prepareThreshold", "1"),
        Map.entry("reWriteBatchedInserts", "true"),
        // The server's DETAIL quotes values of the row.
        Map.entry("logServerErrorDetail", "false"),
        Map.entry("options", SERVER_LIMITS));
  }
}
