package io.cinema.auth.adapter.rest.json;

import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.domain.value.Text;

/** Reads texts that mean nothing to us but whether they are the right ones: tokens, codes. */
public final class OpaqueText {
  /** As much as a body can hold: a long one is worth nothing, as any other that is not ours. */
  private static final int LONGEST = 65_536;

  private OpaqueText() {}

  /**
   * The text as it was sent.
   *
   * @throws InvalidValueException for {@code field}: {@code unsafe_text}
   */
  public static String checked(String field, String raw) {
    return checked(field, raw, LONGEST);
  }

  /**
   * The text as it was sent.
   *
   * @param most code points
   * @throws InvalidValueException for {@code field}: {@code unsafe_text}, {@code too_long}
   */
  public static String checked(String field, String raw, int most) {
    String _ = Text.checked(field, raw, 0, most);
    // Not what the check returns: in NFC, other characters could become the right ones.
    return raw;
  }
}
