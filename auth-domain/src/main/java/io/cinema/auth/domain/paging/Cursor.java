package io.cinema.auth.domain.paging;

import io.cinema.auth.domain.value.InvalidValueException;
import io.cinema.auth.domain.value.Uuids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page ended: the time and id of its last item. Travels as an opaque word, and grants
 * nothing: it only says where to go on in what the reader may see anyway.
 */
public record Cursor(Instant at, UUID id) {
  private static final Pattern SHAPE = Pattern.compile("(\\d{1,17})\\.([0-9a-f-]{36})");
  private static final int LONGEST = 100;

  public Cursor {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Reads a cursor that a client sent back.
   *
   * @throws InvalidValueException for field {@code cursor}: {@code bad_cursor}
   */
  public static Cursor parse(String word) {
    if (word.length() > LONGEST) {
      throw bad();
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.US_ASCII);
      Matcher parts = SHAPE.matcher(text);
      if (!parts.matches()) {
        throw bad();
      }
      Instant at = Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS);
      return new Cursor(at, Uuids.parse(parts.group(2)).orElseThrow(Cursor::bad));
    } catch (IllegalArgumentException notBase64) {
      throw bad();
    }
  }

  /** The word that {@link #parse} reads. */
  public String word() {
    String text = ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static InvalidValueException bad() {
    return new InvalidValueException("cursor", "bad_cursor", "must be a next_cursor of this list");
  }
}
