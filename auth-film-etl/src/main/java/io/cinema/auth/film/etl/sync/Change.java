package io.cinema.auth.film.etl.sync;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something was changed, and one film with it. A genre of a hundred films makes a hundred of these.
 *
 * @param modified when, by the clock of the catalogue, in microseconds
 * @param id of what was changed
 * @param film whose document has to follow; null when what was changed belongs to no film
 */
public record Change(Instant modified, UUID id, @Nullable UUID film) {

  /** The place right behind this change. */
  public Cursor cursor() {
    return new Cursor(modified, id, film == null ? Cursor.LAST : film);
  }
}
