package io.cinema.auth.adapter.postgres.diagnosis;

import io.cinema.auth.adapter.postgres.Columns;
import io.cinema.auth.adapter.postgres.Migrations;
import io.cinema.auth.adapter.postgres.PostgresAdapter;
import io.cinema.auth.adapter.postgres.Sql;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;

/** What the database says of itself, over the service's own connections. */
@PostgresAdapter("BackendProbe")
class DatabaseFacts {
  private static final String SERVER =
      """
      SELECT
          clock_timestamp() AS time,
          current_setting('server_version') AS version,
          current_setting('server_version_num')::integer AS version_number
      """;

  /** From the catalogue, which everybody may read, also where the schema is not there. */
  private static final String ROLE =
      """
      SELECT
          current_user AS name,
          has_database_privilege(current_database(), 'CREATE')
          OR EXISTS (
              SELECT FROM pg_namespace
              WHERE nspname = 'auth' AND has_schema_privilege(oid, 'CREATE')
          )
          OR EXISTS (
              SELECT FROM pg_class
              WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'auth')
                AND pg_has_role(relowner, 'USAGE')
          ) AS may_change_schema
      """;

  private static final String HAS_TABLE =
      """
      SELECT
      FROM pg_class
      WHERE relname = ? AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'auth')
      """;

  private final Sql sql;
  private final DataSource pool;

  DatabaseFacts(Sql sql, DataSource pool) {
    this.sql = sql;
    this.pool = DelegatingDataSource.unwrapDataSource(pool);
  }

  /**
   * The server's clock and version.
   *
   * @param number as {@code 170004} for 17.4
   */
  record Server(Instant time, String version, int number) {
    private static Server read(ResultSet row) throws SQLException {
      return new Server(
          Columns.instant(row, "time"), row.getString("version"), row.getInt("version_number"));
    }
  }

  /** The role that the service runs as. */
  record Role(String name, boolean mayChangeSchema) {
    private static Role read(ResultSet row) throws SQLException {
      return new Role(row.getString("name"), row.getBoolean("may_change_schema"));
    }
  }

  Server server() {
    return sql.first(SERVER, Server::read).orElseThrow();
  }

  /** How long a statement takes that does nothing, on a connection that is open. */
  Duration roundTrip() {
    long start = System.nanoTime();
    boolean _ = sql.first("SELECT 1", row -> true).orElseThrow();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  Role role() {
    return sql.first(ROLE, Role::read).orElseThrow();
  }

  /** As {@link Migrations#compared}. */
  List<MigrationInfo> migrations() {
    return Migrations.compared(pool);
  }

  /** Whether the login history has room for the events of a month (UTC). */
  boolean isPrepared(YearMonth month) {
    String partition =
        String.format(Locale.ROOT, "login_events_%d_%02d", month.getYear(), month.getMonthValue());
    return sql.first(HAS_TABLE, row -> true, partition).isPresent();
  }
}
