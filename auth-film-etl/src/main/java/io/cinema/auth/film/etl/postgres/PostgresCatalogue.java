package io.cinema.auth.film.etl.postgres;

import io.cinema.auth.film.etl.port.Catalogue;
import io.cinema.auth.film.etl.port.CatalogueMissingException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/**
 * Follows the catalogue in the schema {@code content} on one connection, which it keeps. Every
 * method throws {@link CatalogueMissingException} when there is no such catalogue, or this role may
 * not read it.
 */
public final class PostgresCatalogue implements Catalogue {

  /** Any number that nobody else locks in this database. Held as long as the connection lives. */
  private static final long CLAIM = 0x66696c6d5f65746cL;

  /** A session that has the lock would get it once more, and more. */
  private static final String TRY_LOCK =
      "SELECT CASE WHEN ? THEN true ELSE pg_try_advisory_lock(?) END";

  /**
   * The estimate of a small table is often of a time when it was smaller, and it is soon counted.
   */
  private static final String ROUGHLY =
      """
      SELECT CASE
          WHEN reltuples >= 100000 THEN reltuples::bigint
          ELSE (SELECT count(*) FROM (SELECT FROM content.film_work LIMIT 1000000) AS counted)
      END
      FROM pg_class
      WHERE oid = 'content.film_work'::regclass
      """;

  private final KeptConnection connection;
  private @Nullable Handle claimed;

  /**
   * @param database gives a new connection each time, not one of a pool: the claim is a lock of the
   *     session. Its connections should have a socket timeout, or a network that swallows all is
   *     never noticed.
   */
  public PostgresCatalogue(DataSource database) {
    connection = new KeptConnection(database);
  }

  @Override
  public boolean claim() {
    return connection.ask(
        handle -> {
          boolean ours =
              handle
                  .createQuery(TRY_LOCK)
                  .bind(0, handle.equals(claimed))
                  .bind(1, CLAIM)
                  .mapTo(Boolean.class)
                  .one();
          claimed = ours ? handle : null;
          return ours;
        });
  }

  @Override
  public View view() {
    return new CatalogueView(connection);
  }

  @Override
  public long roughly() {
    return connection.ask(handle -> handle.createQuery(ROUGHLY).mapTo(Long.class).one());
  }

  @Override
  public int forgetDeletions(Instant before) {
    Argument time =
        (position, statement, _) -> statement.setObject(position, before.atOffset(ZoneOffset.UTC));
    return connection.ask(
        handle -> handle.execute("DELETE FROM content.film_deletion WHERE modified < ?", time));
  }

  @Override
  public void close() {
    connection.close();
  }
}
