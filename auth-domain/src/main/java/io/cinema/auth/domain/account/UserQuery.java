package io.cinema.auth.domain.account;

import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.domain.value.Text;
import java.net.IDN;

/**
 * Finds accounts whose login or e-mail holds this text somewhere, in any spelling that is
 * canonically the same; an international domain as a whole, after its at sign. Every character
 * stands for itself: {@code %}, {@code _} and {@code \} too.
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
    String text = Text.canonical(Text.checked("query", raw.strip(), 0, LONGEST));
    int at = text.lastIndexOf('@');
    return new UserQuery(at < 0 ? text : text.substring(0, at + 1) + ascii(text.substring(at + 1)));
  }

  /** A domain as e-mails are kept with it (IDNA), or what is none yet as it is. */
  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain);
    } catch (IllegalArgumentException notYet) {
      return domain;
    }
  }
}
