package io.cinema.auth.film.etl.sync;

import java.time.Instant;
import java.util.UUID;

/**
 * A place in a stream of changes, which is ordered by when something was changed, by what it was,
 * and by the film that has to follow.
 *
 * @param modified by the clock of the catalogue, in microseconds
 * @param id of what was changed
 * @param film the last film of it that is done; {@link #LAST} when all are
 */
public record Cursor(Instant modified, UUID id, UUID film) implements Comparable<Cursor> {
  /** Before every other id. */
  public static final UUID FIRST = new UUID(0, 0);

  /** After every other id. */
  public static final UUID LAST = new UUID(-1, -1);

  /** Before all that was changed then or later. */
  public static Cursor at(Instant moment) {
    return new Cursor(moment, FIRST, FIRST);
  }

  /** In the order of PostgreSQL, which compares UUIDs as unsigned bytes. Java does not. */
  @Override
  public int compareTo(Cursor other) {
    int byTime = modified.compareTo(other.modified);
    if (byTime != 0) {
      return byTime;
    }
    int byId = compare(id, other.id);
    return byId != 0 ? byId : compare(film, other.film);
  }

  /** The order of ids. */
  public static int compare(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }

  /** The earlier of the two places. */
  public static Cursor earlier(Cursor one, Cursor other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** The later of the two places. */
  public static Cursor later(Cursor one, Cursor other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
