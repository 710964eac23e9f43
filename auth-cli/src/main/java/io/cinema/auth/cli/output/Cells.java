package io.cinema.auth.cli.output;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Puts values into words for people. */
final class Cells {
  private static final String NOTHING = "-";

  private Cells() {}

  /** Null and empty are a dash, times go to the second, and nothing steers the terminal. */
  static String text(@Nullable Object value) {
    String text =
        switch (value) {
          case null -> "";
          case Instant at -> at.truncatedTo(ChronoUnit.SECONDS).toString();
          case Boolean is -> is ? "yes" : "no";
          case Collection<?> many -> String.join(", ", many.stream().map(String::valueOf).toList());
          default -> value.toString();
        };
    return text.isEmpty() ? NOTHING : Printable.of(text);
  }

  /** The text and as many spaces as it takes to fill the columns. */
  static String padded(String text, int columns) {
    return text + " ".repeat(columns - Printable.width(text));
  }
}
