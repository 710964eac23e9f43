package io.cinema.auth.film.etl.postgres;

import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.film.etl.film.Film;
import io.cinema.auth.film.etl.film.Named;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads films as {@link FilmSql} selects them. */
final class FilmRows implements RowMapper<Film> {
  /** The database's order of text depends on its collation, this one on nothing. */
  private static final Comparator<Named> BY_NAME =
      Comparator.comparing(Named::name).thenComparing(Named::id);

  @Override
  public Film map(ResultSet row, StatementContext context) throws SQLException {
    List<Named> people = Columns.named(row, "person_ids", "person_names");
    List<String> roles = Columns.texts(row, "person_roles");
    return new Film(
        Columns.id(row, "id"),
        Columns.text(row, "title"),
        row.getString("description"),
        Columns.number(row, "rating"),
        Columns.day(row, "creation_date"),
        Columns.text(row, "type"),
        sorted(Columns.named(row, "genre_ids", "genre_names")),
        inRole("actor", people, roles),
        inRole("writer", people, roles),
        inRole("director", people, roles),
        new ContentLabel(Columns.text(row, "access_label")),
        Columns.years(row, "min_age"));
  }

  private static List<Named> inRole(String role, List<Named> people, List<String> roles) {
    List<Named> found = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      if (roles.get(i).equals(role)) {
        found.add(people.get(i));
      }
    }
    return sorted(found);
  }

  /** Without those that an old catalogue has twice. */
  private static List<Named> sorted(List<Named> all) {
    return all.size() < 2 ? List.copyOf(all) : all.stream().distinct().sorted(BY_NAME).toList();
  }
}
