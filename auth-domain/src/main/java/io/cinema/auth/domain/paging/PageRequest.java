package io.cinema.auth.domain.paging;

import io.cinema.auth.domain.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list to read.
 *
 * @param limit most items, 1 to 100
 * @param after where the last page ended, or null for the first page
 */
public record PageRequest(int limit, @Nullable Cursor after) {
  public static final int DEFAULT_LIMIT = 20;
  public static final int MOST = 100;

  /**
   * @throws InvalidValueException for field {@code limit}: {@code out_of_range}
   */
  public PageRequest {
    if (limit < 1 || limit > MOST) {
      throw new InvalidValueException("limit", "out_of_range", "must be between 1 and " + MOST);
    }
  }
}
