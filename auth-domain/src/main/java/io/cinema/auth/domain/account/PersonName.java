package io.cinema.auth.domain.account;

import io.cinema.auth.domain.value.Text;
import org.jspecify.annotations.Nullable;

/** First and last name, each 1 to 100 characters or not given. */
public record PersonName(@Nullable String first, @Nullable String last) {
  private static final int LONGEST = 100;

  public static final PersonName NONE = new PersonName(null, null);

  /**
   * @throws io.cinema.auth.domain.value.InvalidValueException for field {@code first_name} or
   *     {@code last_name}: {@code too_short}, {@code too_long}, {@code unsafe_text}
   */
  public PersonName {
    first = first == null ? null : first(first);
    last = last == null ? null : last(last);
  }

  /** A first name, stripped and checked. */
  public static String first(String raw) {
    return Text.checked("first_name", raw.strip(), 1, LONGEST);
  }

  /** A last name, stripped and checked. */
  public static String last(String raw) {
    return Text.checked("last_name", raw.strip(), 1, LONGEST);
  }
}
