package io.cinema.auth.film.etl.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * The migration that makes the indexes which a catalogue lacks. In Java, because SQL can't make one
 * CONCURRENTLY under a condition, and a second index of the same columns would cost every write.
 *
 * <p>CONCURRENTLY lets others read and write; it only waits for the transactions that run when it
 * begins. When it is cut off, it leaves an index that is not valid: the next attempt drops that.
 */
final class CatalogueIndexes implements JavaMigration {

  /** Above which others have to wait for nobody. */
  private final Duration patience;

  CatalogueIndexes(Duration patience) {
    this.patience = patience;
  }

  private record Index(String name, String table, List<String> columns) {}

  private static final List<Index> NEEDED =
      List.of(
          new Index("films_by_modified", "content.film_work", List.of("modified", "id")),
          new Index("films_by_access_label", "content.film_work", List.of("access_label")),
          new Index("genres_by_modified", "content.genre", List.of("modified", "id")),
          new Index("persons_by_modified", "content.person", List.of("modified", "id")),
          new Index("genres_by_film", "content.genre_film_work", List.of("film_work_id")),
          new Index(
              "films_by_genre", "content.genre_film_work", List.of("genre_id", "film_work_id")),
          new Index("persons_by_film", "content.person_film_work", List.of("film_work_id")),
          new Index(
              "films_by_person", "content.person_film_work", List.of("person_id", "film_work_id")));

  /** Whether a whole, valid B-tree begins with these columns, all ascending. */
  private static final String IS_THERE =
      """
      SELECT EXISTS (
          SELECT
          FROM pg_index
          JOIN pg_class ON pg_class.oid = indexrelid
          JOIN pg_am ON pg_am.oid = relam
          WHERE indrelid = ?::regclass
              AND amname = 'btree'
              AND indisvalid
              AND indpred IS NULL
              AND 0 = ALL (indoption::smallint[])
              AND ARRAY(
                  SELECT pg_get_indexdef(indexrelid, position, false)
                  FROM generate_series(1, cardinality(wanted)) AS position
                  ORDER BY position
              ) = wanted
      )
      FROM (SELECT ?::text[] AS wanted) AS needed
      """;

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("6");
  }

  @Override
  public String getDescription() {
    return "indexes";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return false;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    try (Statement statement = connection.createStatement()) {
      boolean _ = statement.execute("SET lock_timeout = " + patience.toMillis());
      for (Index index : NEEDED) {
        if (!isThere(connection, index)) {
          make(statement, index);
        }
      }
      boolean _ = statement.execute("RESET lock_timeout");
    }
  }

  private static boolean isThere(Connection connection, Index index) throws SQLException {
    try (PreparedStatement question = connection.prepareStatement(IS_THERE)) {
      question.setString(1, index.table());
      question.setArray(2, connection.createArrayOf("text", index.columns().toArray()));
      try (ResultSet answer = question.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  private static void make(Statement statement, Index index) throws SQLException {
    boolean _ =
        statement.execute("DROP INDEX CONCURRENTLY IF EXISTS content.%s".formatted(index.name()));
    boolean _ =
        statement.execute(
            "CREATE INDEX CONCURRENTLY %s ON %s (%s)"
                .formatted(index.name(), index.table(), String.join(", ", index.columns())));
  }
}
