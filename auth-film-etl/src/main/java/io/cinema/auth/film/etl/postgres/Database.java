package io.cinema.auth.film.etl.postgres;

import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.film.etl.port.CatalogueMissingException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A connection for each piece of work. */
final class Database {
  private final String port;
  private final Jdbi jdbi;

  /**
   * @param port whose outage it is when the database is away
   */
  Database(String port, DataSource database) {
    this.port = port;
    jdbi =
        Jdbi.create(database)
            .registerArrayType(UUID.class, "uuid")
            .registerArrayType(String.class, "text")
            .registerArrayType(Double.class, "float8")
            .registerArrayType(Integer.class, "int4")
            .registerArrayType(LocalDate.class, "date");
  }

  /**
   * Runs work on a connection, each statement for itself.
   *
   * @throws PortUnavailableException when the database is away
   * @throws CatalogueMissingException when it has no catalogue, or we may not use it
   */
  <T> T ask(Function<Handle, T> work) {
    try {
      return jdbi.withHandle(work::apply);
    } catch (RuntimeException e) {
      throw Trouble.of(port, e);
    }
  }

  /** Likewise, in one transaction. */
  <T> T write(Function<Handle, T> work) {
    try {
      return jdbi.inTransaction(work::apply);
    } catch (RuntimeException e) {
      throw Trouble.of(port, e);
    }
  }
}
