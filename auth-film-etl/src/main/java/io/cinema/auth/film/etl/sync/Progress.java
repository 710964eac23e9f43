package io.cinema.auth.film.etl.sync;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an index has come. It is kept in the index itself, so that the two can't be torn apart.
 *
 * @param cursors everything before is in the index; one for each kind
 * @param copied the last film that was copied while a new index is filled; null when it is full
 * @param refused films that the index would not take, and why; they are tried again
 * @param asOf when this was kept, by the clock of the catalogue
 */
public record Progress(
    Map<ChangeKind, Cursor> cursors,
    @Nullable UUID copied,
    Map<UUID, String> refused,
    Instant asOf) {

  public Progress {
    cursors = Map.copyOf(cursors);
    refused = Map.copyOf(refused);
    if (cursors.size() != ChangeKind.values().length) {
      throw new IllegalArgumentException("a cursor for each kind of change is needed");
    }
  }

  /**
   * Of an index that is empty yet.
   *
   * @param settled a time such that whatever was changed earlier can be seen
   */
  public static Progress empty(Instant settled) {
    Map<ChangeKind, Cursor> cursors = new EnumMap<>(ChangeKind.class);
    for (ChangeKind kind : ChangeKind.values()) {
      Cursor _ = cursors.put(kind, Cursor.at(settled));
    }
    return new Progress(cursors, Cursor.FIRST, Map.of(), settled);
  }

  /** Whether the index holds all films, of whatever age. */
  public boolean isFull() {
    return copied == null;
  }

  public Cursor cursor(ChangeKind kind) {
    return Objects.requireNonNull(cursors.get(kind));
  }

  public Progress with(ChangeKind kind, Cursor cursor) {
    Map<ChangeKind, Cursor> moved = new EnumMap<>(cursors);
    Cursor _ = moved.put(kind, cursor);
    return new Progress(moved, copied, refused, asOf);
  }

  public Progress copiedTo(@Nullable UUID film) {
    return new Progress(cursors, film, refused, asOf);
  }

  /** After an attempt to write films, of which some were refused. */
  public Progress tried(Iterable<UUID> films, Map<UUID, String> now) {
    Map<UUID, String> still = new LinkedHashMap<>(refused);
    films.forEach(still::remove);
    still.putAll(now);
    return new Progress(cursors, copied, still, asOf);
  }

  public Progress asOf(Instant moment) {
    return new Progress(cursors, copied, refused, moment);
  }
}
