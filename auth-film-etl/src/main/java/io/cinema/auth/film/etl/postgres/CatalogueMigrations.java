package io.cinema.auth.film.etl.postgres;

import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.secret.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the film catalogue in the schema {@code content}, or adds to the one that is there what we
 * need: labels, stamps, indexes. Others may use it meanwhile, and other nodes may do the same at
 * the same time: one works, the others wait and find it done.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}, without user and password
 * @param owner the role that owns the tables of the catalogue, or may make the schema
 * @param runtimeRole the role that the ETL runs as; it must exist, and gets the rights to read the
 *     catalogue, to label films, and to import some
 */
public record CatalogueMigrations(
    String jdbcUrl, String owner, Secret password, String runtimeRole) {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogueMigrations.class);
  private static final Pattern ROLE = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_-]{0,62}");

  /** Its own, for the schema may have been filled by another team's Flyway. */
  private static final String HISTORY = "film_etl_schema_history";

  /** Any number that nobody else locks in this database. */
  private static final long LOCK = 0x66696c6d5f6d6967L;

  private static final Duration BETWEEN_NODES = Duration.ofMillis(100);

  /** The catalogue could not be brought up to date. The cause says which statement failed. */
  public static final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private FailedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * How long to wait for those who use the tables.
   *
   * @param lock for a lock that others wait behind
   * @param pause then, so that those get through, before the next attempt
   * @param limit after which to give up; also for a lock that nobody waits behind
   */
  record Patience(Duration lock, Duration pause, Duration limit) {
    static final Patience DEFAULT =
        new Patience(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofMinutes(10));
  }

  /**
   * @throws IllegalArgumentException for a role whose name needs quoting
   */
  public CatalogueMigrations {
    if (!ROLE.matcher(runtimeRole).matches()) {
      throw new IllegalArgumentException("the runtime role's name must match " + ROLE);
    }
  }

  /**
   * Takes minutes on a table of many millions, and waits for up to ten more where somebody's
   * transaction is in the way.
   *
   * @return how many migrations were run
   * @throws PortUnavailableException when the database is away
   * @throws FailedException when it refuses, or somebody's transaction was in the way all the time;
   *     it may be run again and goes on where it stopped
   */
  public int run() {
    return run(Patience.DEFAULT);
  }

  int run(Patience patience) {
    // Flyway has a lock too, but makes the schema before it takes that.
    try (Connection lock = connect();
        Statement statement = lock.createStatement()) {
      lockOut(statement);
      return migrate(statement, patience);
    } catch (SQLException | FlywayException e) {
      if (Trouble.isLockTimeout(e)) {
        throw new FailedException("somebody's transaction kept hold of the film catalogue", e);
      }
      if (Trouble.isOutage(e)) {
        throw PortUnavailableException.down("CatalogueMigrations", e);
      }
      throw new FailedException("the film catalogue could not be brought up to date", e);
    }
  }

  /**
   * Waits until no other node is at it. By asking again and again: a statement that waited for the
   * lock would hold a snapshot meanwhile, and CREATE INDEX CONCURRENTLY, run by who has the lock,
   * waits until all older snapshots are gone.
   */
  private static void lockOut(Statement statement) throws SQLException {
    while (!yes(statement, "SELECT pg_try_advisory_lock(" + LOCK + ")")) {
      LockSupport.parkNanos(BETWEEN_NODES.toNanos());
    }
  }

  private int migrate(Statement statement, Patience patience) throws SQLException {
    Flyway flyway = flyway(patience);
    long before = succeeded(flyway);
    long deadline = System.nanoTime() + patience.limit().toNanos();
    while (true) {
      forgetFailed(statement);
      try {
        var _ = flyway.migrate();
        return (int) (succeeded(flyway) - before);
      } catch (FlywayException e) {
        if (!Trouble.isLockTimeout(e) || System.nanoTime() > deadline) {
          throw e;
        }
        LOG.warn("somebody's transaction has hold of the film catalogue; trying again");
        LockSupport.parkNanos(patience.pause().toNanos());
      }
    }
  }

  private static long succeeded(Flyway flyway) {
    return Arrays.stream(flyway.info().applied())
        .filter(migration -> migration.getState() == MigrationState.SUCCESS)
        .filter(migration -> migration.isVersioned())
        .count();
  }

  /**
   * Lets a migration be run again that failed outside of a transaction; Flyway would refuse. Those
   * are written for it, and all others leave nothing behind when they fail.
   */
  private static void forgetFailed(Statement statement) throws SQLException {
    if (yes(statement, "SELECT to_regclass('content." + HISTORY + "') IS NOT NULL")) {
      int _ = statement.executeUpdate("DELETE FROM content." + HISTORY + " WHERE NOT success");
    }
  }

  private static boolean yes(Statement statement, String question) throws SQLException {
    try (ResultSet answer = statement.executeQuery(question)) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.putAll(Map.of("user", owner, "password", password.reveal(), "loginTimeout", "5"));
    return DriverManager.getConnection(jdbcUrl, properties);
  }

  private Flyway flyway(Patience patience) {
    return Flyway.configure(CatalogueMigrations.class.getClassLoader())
        .dataSource(jdbcUrl, owner, password.reveal())
        .locations("classpath:io/cinema/auth/film/etl/postgres/migration")
        .javaMigrations(new CatalogueIndexes(patience.limit()))
        .failOnMissingLocations(true)
        .validateMigrationNaming(true)
        .schemas("content")
        .createSchemas(true)
        .table(HISTORY)
        // What others made there is what we start from.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .cleanDisabled(true)
        .placeholders(
            Map.of(
                "runtimeRole", runtimeRole,
                "lockTimeout", patience.lock().toMillis() + "ms",
                "patience", patience.limit().toMillis() + "ms"))
        // Its own lock as well: a transaction around it would hold a snapshot.
        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
        .load();
  }
}
