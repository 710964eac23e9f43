package io.cinema.auth.film.etl.postgres;

import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.film.etl.film.LabelledFilm;
import io.cinema.auth.film.etl.port.FilmLabels;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** Reads and writes {@code content.film_work.access_label}. */
public final class PostgresFilmLabels implements FilmLabels {

  private static final RowMapper<LabelledFilm> FILMS =
      (row, _) ->
          new LabelledFilm(
              Columns.id(row, "id"),
              Columns.text(row, "title"),
              Columns.texts(row, "genres").stream().sorted().toList(),
              Columns.number(row, "rating"),
              Columns.day(row, "creation_date"),
              new ContentLabel(Columns.text(row, "access_label")));

  private final Database database;

  public PostgresFilmLabels(DataSource database) {
    this.database = new Database("FilmLabels", database);
  }

  @Override
  public Map<ContentLabel, Long> counts() {
    return database.ask(
        handle ->
            handle
                .createQuery(LabelSql.COUNTS)
                .reduceResultSet(
                    new LinkedHashMap<>(),
                    (counts, row, _) -> {
                      Long _ =
                          counts.put(
                              new ContentLabel(Columns.text(row, "access_label")),
                              row.getLong("films"));
                      return counts;
                    }));
  }

  @Override
  public Optional<LabelledFilm> find(UUID film) {
    return films(LabelSql.ONE, film, 1).stream().findFirst();
  }

  @Override
  public List<LabelledFilm> titled(String text, UUID after, int limit) {
    return films(LabelSql.TITLED, LabelSql.holding(text), after, limit);
  }

  @Override
  public List<LabelledFilm> after(UUID film, int limit) {
    return films(LabelSql.AFTER, film, limit);
  }

  @Override
  public int label(Collection<UUID> films, ContentLabel label) {
    UUID[] ids = films.toArray(UUID[]::new);
    return database.ask(
        handle -> handle.execute(LabelSql.LABEL, ids, label.value(), label.value()));
  }

  private List<LabelledFilm> films(String sql, Object... arguments) {
    return database.ask(
        handle -> {
          Query query = handle.createQuery(sql);
          for (int i = 0; i < arguments.length; i++) {
            var _ = query.bind(i, arguments[i]);
          }
          return query.map(FILMS).list();
        });
  }
}
