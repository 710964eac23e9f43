package io.cinema.auth.domain.account;

import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.domain.value.Text;

/**
 * Finds accounts whose login or e-mail holds this text somewhere, in any spelling that is
 * canonically the same. Every character stands for itself: {@code %}, {@code _} and {@code \} too.
 *
 * @param canonical as {@link Text#canonical} makes it; empty finds all
 */
public record UserQuery(String canonical) {
  public static final UserQuery ALL = new UserQuery("");

  private static final int LONGEST = 254;

  /**
   * @throws InvalidValueException for field {@code query}, as {@link Text#checked} does
   */
  public static UserQuery of(String raw) {
    return new UserQuery(Text.canonical(Text.checked("query", raw.strip(), 0, LONGEST)));
  }
}
