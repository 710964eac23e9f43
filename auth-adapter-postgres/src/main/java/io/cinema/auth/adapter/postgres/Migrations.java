package io.cinema.auth.adapter.postgres;

import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.secret.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

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

  /** The schema could not be brought up to date. The cause says which statement failed. */
  public static final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private FailedException(String message, Throwable cause) {
      super(message, cause);
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
      statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
      return flyway().migrate().migrationsExecuted;
    } catch (SQLException | FlywayException e) {
      if (Outage.caused(e)) {
        throw PortUnavailableException.down("Migrations", e);
      }
      throw new FailedException("the schema auth could not be brought up to date", e);
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.putAll(Map.of("user", owner, "password", password.reveal(), "loginTimeout", "5"));
    return DriverManager.getConnection(jdbcUrl, properties);
  }

  private Flyway flyway() {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(jdbcUrl, owner, password.reveal())
        .locations("classpath:io/cinema/auth/adapter/postgres/migration")
        .failOnMissingLocations(true)
        .validateMigrationNaming(true)
        .schemas("auth")
        .createSchemas(true)
        .cleanDisabled(true)
        .placeholders(Map.of("runtimeRole", runtimeRole))
        .load();
  }
}
