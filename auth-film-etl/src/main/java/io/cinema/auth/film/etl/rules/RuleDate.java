package io.cinema.auth.film.etl.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day as rules write it: {@code yyyy-MM-dd}, and nothing that ISO 8601 allows besides. */
final class RuleDate {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private RuleDate() {}

  /** Empty when it is none, as 2023-02-29. */
  static Optional<LocalDate> parse(String word) {
    if (!SHAPE.matcher(word).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(word));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
