package io.cinema.auth.film.etl.movies;

import io.cinema.auth.film.etl.movies.Remarks.Oddity;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code Jun 12 1998}, and what the file makes of years with two digits and of no date. */
final class ReleaseDate {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("MMM dd uuuu", Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  /** The data is of 2010, with a few films that were announced. */
  private static final int LAST_YEAR = 2011;

  private static final int CENTURY = 100;

  /** Midnight of 1970-01-01 in Greenwich, seen from America: time zero, written for none. */
  private static final LocalDate EPOCH = LocalDate.of(1969, 12, 31);

  private ReleaseDate() {}

  /**
   * Empty when nobody knows.
   *
   * @throws DateTimeParseException when it is no date
   */
  static Optional<LocalDate> read(String written, Remarks remarks) {
    LocalDate date = LocalDate.parse(written, FORM);
    if (date.equals(EPOCH)) {
      remarks.add(Oddity.EPOCH);
      return Optional.empty();
    }
    if (date.getYear() > LAST_YEAR) {
      remarks.add(Oddity.CENTURY);
      return Optional.of(date.minusYears(CENTURY));
    }
    return Optional.of(date);
  }
}
