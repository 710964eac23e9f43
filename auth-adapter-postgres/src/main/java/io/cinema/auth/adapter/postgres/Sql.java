package io.cinema.auth.adapter.postgres;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Runs statements of plain SQL: on the connection of the surrounding transaction, or on one of the
 * pool and committed at once.
 *
 * <p>Values stand for the {@code ?} in order: strings, numbers, booleans, UUIDs, dates, bytes,
 * null; an {@link Instant} becomes a {@code timestamptz}, a collection of strings a {@code text[]}.
 */
@Singleton
public final class Sql {
  private final JdbcOperations jdbc;

  Sql(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Reads the current row; see {@link Columns}. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** The first row, if there is any. */
  public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values) {
    return prepared(
        sql,
        values,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
          }
        });
  }

  /** All rows. */
  public <T> List<T> all(String sql, RowReader<T> reader, @Nullable Object... values) {
    return prepared(sql, values, statement -> read(statement, reader));
  }

  /**
   * As {@link #all}, for a statement whose best plan depends on its values: the server plans it
   * anew for each call, as it does what is not prepared under a name.
   */
  public <T> List<T> allPlannedAnew(String sql, RowReader<T> reader, @Nullable Object... values) {
    return prepared(
        sql,
        values,
        statement -> {
          statement.unwrap(PGStatement.class).setPrepareThreshold(0);
          return read(statement, reader);
        });
  }

  /** Runs a statement that answers no rows, and tells how many it wrote. */
  public int update(String sql, @Nullable Object... values) {
    return prepared(sql, values, PreparedStatement::executeUpdate);
  }

  private static <T> List<T> read(PreparedStatement statement, RowReader<T> reader)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    }
  }

  @FunctionalInterface
  private interface Execution<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  private <T> T prepared(String sql, @Nullable Object[] values, Execution<T> execution) {
    return jdbc.execute(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              bind(statement, i + 1, values[i]);
            }
            return execution.of(statement);
          }
        });
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
      case Collection<?> words ->
          statement.setArray(
              index, statement.getConnection().createArrayOf("text", words.toArray()));
      case null, default -> statement.setObject(index, value);
    }
  }
}
