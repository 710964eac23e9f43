package io.cinema.auth.film.etl.postgres;

import io.cinema.auth.film.etl.film.Named;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads columns of a row. What is not said to be nullable may not be null. */
final class Columns {
  private Columns() {}

  static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class), column);
  }

  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class), column).toInstant();
  }

  static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double number = row.getDouble(column);
    return row.wasNull() ? null : number;
  }

  static @Nullable Integer years(ResultSet row, String column) throws SQLException {
    int years = row.getInt(column);
    return row.wasNull() ? null : years;
  }

  /** Of an array; none where that is null, as it is when there was nothing to aggregate. */
  static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  /** Of two arrays side by side, likewise. */
  static List<Named> named(ResultSet row, String ids, String names) throws SQLException {
    Array array = row.getArray(ids);
    if (array == null) {
      return List.of();
    }
    UUID[] each = (UUID[]) array.getArray();
    List<String> called = texts(row, names);
    List<Named> named = new ArrayList<>(each.length);
    for (int i = 0; i < each.length; i++) {
      named.add(new Named(each[i], called.get(i)));
    }
    return named;
  }
}
