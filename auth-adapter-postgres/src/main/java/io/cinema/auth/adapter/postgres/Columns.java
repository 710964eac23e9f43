package io.cinema.auth.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads columns of the types that the driver does not give as we want them. */
public final class Columns {
  private Columns() {}

  public static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /**
   * A word that only tells something. Nodes of a newer release may have written one that this one
   * does not know; words that decide something are not read so.
   */
  public static <E extends Enum<E>> E word(String text, Class<E> kind, E otherwise) {
    return Arrays.stream(Objects.requireNonNull(kind.getEnumConstants()))
        .filter(known -> known.name().equals(text))
        .findAny()
        .orElse(otherwise);
  }

  /** A {@code text[]} without nulls. */
  public static List<String> words(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
