package io.cinema.auth.film.etl.postgres;

import io.cinema.auth.film.etl.film.Film;
import io.cinema.auth.film.etl.port.Catalogue;
import io.cinema.auth.film.etl.sync.Change;
import io.cinema.auth.film.etl.sync.ChangeKind;
import io.cinema.auth.film.etl.sync.Cursor;
import io.cinema.auth.film.etl.sync.Moment;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** A transaction that sees one snapshot. */
final class CatalogueView implements Catalogue.View {
  private static final int ROWS_AT_ONCE = 1_000;

  /**
   * The time is that of BEGIN, and so before the snapshot, which the first query takes. The next
   * number is not xmax: that follows the last transaction that is over, and beyond it there may be
   * some that have stamped already. But age() counts from the next number that is given out.
   */
  private static final String MOMENT =
      """
      SELECT
          transaction_timestamp() AS at,
          pg_snapshot_xmin(seen)::text::bigint AS oldest_open,
          pg_snapshot_xmax(seen)::text::bigint + age(pg_snapshot_xmax(seen)::xid) AS next_to_open
      FROM pg_current_snapshot() AS seen
      """;

  private static final RowMapper<Moment> MOMENTS =
      (row, _) ->
          new Moment(
              Columns.instant(row, "at"), row.getLong("oldest_open"), row.getLong("next_to_open"));

  private static final RowMapper<Change> CHANGES =
      (row, _) ->
          new Change(
              Columns.instant(row, "modified"),
              Columns.id(row, "id"),
              row.getObject("film", UUID.class));

  private static final RowMapper<Film> FILMS = new FilmRows();

  private final KeptConnection connection;
  private final Handle begun;
  private final Moment moment;

  CatalogueView(KeptConnection connection) {
    this.connection = connection;
    this.begun = connection.begin();
    this.moment = read(MOMENT, MOMENTS).getFirst();
  }

  @Override
  public Moment moment() {
    return moment;
  }

  @Override
  public List<Change> changes(ChangeKind kind, Cursor after, int limit) {
    return switch (kind) {
      case FILM -> changes(ChangeSql.FILMS, modified(after), after.id(), limit);
      case DELETION -> changes(ChangeSql.DELETIONS, modified(after), after.id(), limit);
      case GENRE, PERSON -> changesOfOwners(kind, after, limit);
    };
  }

  private List<Change> changesOfOwners(ChangeKind kind, Cursor after, int limit) {
    List<Change> changes = new ArrayList<>();
    if (!after.film().equals(Cursor.LAST)) {
      changes.addAll(
          changes(ChangeSql.rest(kind), modified(after), after.id(), after.film(), limit));
    }
    int open = limit - changes.size();
    if (open > 0) {
      changes.addAll(changes(ChangeSql.next(kind), open, modified(after), after.id(), open));
    }
    return changes;
  }

  @Override
  public List<Film> films(Collection<UUID> ids) {
    return read(FilmSql.BY_ID, FILMS, (Object) ids.toArray(UUID[]::new));
  }

  @Override
  public List<Film> filmsAfter(UUID id, int limit) {
    return read(FilmSql.AFTER, FILMS, id, limit);
  }

  private List<Change> changes(String sql, Object... arguments) {
    return read(sql, CHANGES, arguments);
  }

  private <T> List<T> read(String sql, RowMapper<T> rows, Object... arguments) {
    return connection.ask(
        begun,
        handle -> {
          Query query = handle.createQuery(sql).setFetchSize(ROWS_AT_ONCE);
          for (int i = 0; i < arguments.length; i++) {
            var _ = query.bind(i, arguments[i]);
          }
          return query.map(rows).list();
        });
  }

  /** In microseconds, as it was read; Jdbi's own way goes through the time zone of this machine. */
  private static Argument modified(Cursor cursor) {
    return (position, statement, _) ->
        statement.setObject(position, cursor.modified().atOffset(ZoneOffset.UTC));
  }

  @Override
  public void close() {
    connection.rollBack();
  }
}
