package io.cinema.auth.domain.value;

import java.text.Normalizer;
import java.util.Locale;

/** The rules that hold for every piece of text that enters the system. */
public final class Text {
  private Text() {}

  /**
   * The text in Unicode NFC, checked.
   *
   * @param field the name that a refusal carries
   * @param min fewest code points
   * @param max most code points
   * @throws InvalidValueException {@code too_short}, {@code too_long}, or {@code unsafe_text} for
   *     control characters, lone surrogates, non-characters and bidirectional controls (they let
   *     one text pass for another, Unicode TR 36)
   */
  public static String checked(String field, String raw, int min, int max) {
    // Bounds the work of normalising before anything else looks at the text; NFC never needs a
    // longer input.
    if (raw.length() > max * 8) {
      throw tooLong(field, max);
    }
    if (raw.codePoints().anyMatch(Text::unsafe)) {
      throw new InvalidValueException(
          field,
          "unsafe_text",
          "must not hold control, bidirectional or unpaired surrogate characters");
    }
    String text = Normalizer.normalize(raw, Normalizer.Form.NFC);
    int length = text.codePointCount(0, text.length());
    if (length < min) {
      throw new InvalidValueException(
          field, "too_short", "must have at least " + min + " characters");
    }
    if (length > max) {
      throw tooLong(field, max);
    }
    return text;
  }

  /**
   * The form in which two spellings of one name are equal: NFKC, lower case. Full-width letters,
   * ligatures and upper case fold away (Unicode UAX 15, and RFC 8265 for user names).
   */
  public static String canonical(String text) {
    // Lower case first: the capital sharp s is its own upper case, the small one becomes "SS".
    String folded =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }

  /**
   * Whether the text holds characters that do not show: two names that differ only in them look the
   * same (Unicode's Default_Ignorable_Code_Point, as far as they are letters or marks).
   */
  public static boolean hidesCharacters(String text) {
    return text.codePoints().anyMatch(Text::ignorable);
  }

  private static boolean ignorable(int codePoint) {
    return codePoint == 0x034F
        || codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x17B4
        || codePoint == 0x17B5
        || (codePoint >= 0x180B && codePoint <= 0x180F)
        || codePoint == 0x3164
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || codePoint == 0xFFA0
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }

  private static InvalidValueException tooLong(String field, int max) {
    return new InvalidValueException(field, "too_long", "must have at most " + max + " characters");
  }

  private static boolean unsafe(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> bidiControl(codePoint) || nonCharacter(codePoint);
    };
  }

  private static boolean bidiControl(int codePoint) {
    return codePoint == 0x061C
        || codePoint == 0x200E
        || codePoint == 0x200F
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  private static boolean nonCharacter(int codePoint) {
    return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
  }
}
