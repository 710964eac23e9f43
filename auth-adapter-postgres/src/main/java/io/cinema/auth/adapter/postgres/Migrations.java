package io.cinema.auth.adapter.postgres;

import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.secret.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the schema {@code auth} of a database up to date. Nodes may do so at the same time: one
 * works, the others wait and find it done.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}, without user and password
 * @param owner the role that owns the schema and everything in it
 * @param runtimeRole the role that the service runs as; it must exist, and gets the rights to read
 *     and write, none to change the schema
 */
public record Migrations(String jdbcUrl, String owner, Secret password, String runtimeRole) {
  private static final Pattern ROLE = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_-]{0,62}");

  /** Any number that nobody else locks in this database. */
  private static final long LOCK = 0x617574685f6d6967L;

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

  /** The schema could not be brought up to date. The cause says which statement failed. */
  public static final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private FailedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The schema is older than this binary, or not there. The message says what was not run. */
  public static final class MissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MissingException(String notRun) {
      super("the schema auth is older than this release: not run yet: " + notRun);
    }
  }

  /**
   * @throws IllegalArgumentException for a role whose name needs quoting
   */
  public Migrations {
    if (!ROLE.matcher(runtimeRole).matches()) {
      throw new IllegalArgumentException("the runtime role's name must match " + ROLE);
    }
  }

  /**
   * @return how many migrations were run
   * @throws PortUnavailableException when the database is away
   * @throws FailedException when it refuses
   */
  public int run() {
    // Flyway has a lock too, but makes the schema before it takes that.
    try (Connection lock = connect();
        Statement statement = lock.createStatement()) {
      lockOut(statement);
      forgetFailed(statement);
      return flyway().migrate().migrationsExecuted;
    } catch (SQLException | FlywayException e) {
      if (Outage.caused(e)) {
        throw PortUnavailableException.down("Migrations", e);
      }
      throw new FailedException("the schema auth could not be brought up to date", e);
    }
  }

  /**
   * Waits until no other node is at it. By asking again and again: a statement that waited for the
   * lock would hold a snapshot meanwhile, and CREATE INDEX CONCURRENTLY, run by who has the lock,
   * waits until all older snapshots are gone.
   */
  private static void lockOut(Statement statement) throws SQLException {
    while (!yes(statement, "SELECT pg_try_advisory_lock(" + LOCK + ")")) {
      LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
    }
  }

  /**
   * Lets a migration be run again that failed outside of a transaction; Flyway would refuse. Those
   * are written for it, and all others leave nothing behind when they fail.
   */
  private static void forgetFailed(Statement statement) throws SQLException {
    if (yes(statement, "SELECT to_regclass('auth.flyway_schema_history') IS NOT NULL")) {
      int _ = statement.executeUpdate("DELETE FROM auth.flyway_schema_history WHERE NOT success");
    }
  }

  private static boolean yes(Statement statement, String question) throws SQLException {
    try (ResultSet answer = statement.executeQuery(question)) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  /**
   * For who does not migrate: sees to it that somebody did. A schema of a newer release is well.
   *
   * @param database connects as any role that may read the history
   * @throws MissingException when a migration that this binary knows was not run
   * @throws PortUnavailableException when the database is away
   */
  public static void requireRun(DataSource database) {
    try {
      String notRun =
          compared(database).stream()
              .filter(migration -> !migration.getState().isApplied())
              .map(migration -> migration.getVersion() + " " + migration.getDescription())
              .collect(Collectors.joining(", "));
      if (!notRun.isEmpty()) {
        throw new MissingException(notRun);
      }
    } catch (FlywayException e) {
      if (Outage.caused(e)) {
        throw PortUnavailableException.down("Migrations", e);
      }
      throw new FailedException("what was migrated can't be read", e);
    }
  }

  /**
   * The migrations that this binary knows beside those that were run, in order. Changes nothing.
   *
   * @param database connects as any role that may read the history
   */
  public static List<MigrationInfo> compared(DataSource database) {
    // Not Flyway's own note that it made the schema.
    return Arrays.stream(configured().dataSource(database).load().info().all())
        .filter(MigrationInfo::isVersioned)
        .toList();
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.putAll(Map.of("user", owner, "password", password.reveal(), "loginTimeout", "5"));
    return DriverManager.getConnection(jdbcUrl, properties);
  }

  private Flyway flyway() {
    return configured()
        .dataSource(jdbcUrl, owner, password.reveal())
        .createSchemas(true)
        .placeholders(Map.of("runtimeRole", runtimeRole))
        .load();
  }

  private static FluentConfiguration configured() {
    return Flyway.configure(Migrations.class.getClassLoader())
        .locations("classpath:io/cinema/auth/adapter/postgres/migration")
        .failOnMissingLocations(true)
        .validateMigrationNaming(true)
        .schemas("auth")
        .cleanDisabled(true)
        // Its own lock as well: a transaction around it would hold a snapshot.
        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
  }
}
