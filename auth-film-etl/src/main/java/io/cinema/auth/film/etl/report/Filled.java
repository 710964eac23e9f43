package io.cinema.auth.film.etl.report;

import java.time.Duration;

/** How far the filling of a new index is. For one thread. */
final class Filled {
  private boolean underWay;
  private long expected;
  private long films;
  private long start;

  void begin(long about) {
    underWay = true;
    expected = about;
    films = 0;
    start = System.nanoTime();
  }

  void add(long more) {
    films += more;
  }

  void end() {
    underWay = false;
  }

  boolean isUnderWay() {
    return underWay;
  }

  long films() {
    return films;
  }

  long expected() {
    return Math.max(expected, films);
  }

  long perSecond() {
    return Math.round(films * 1e9 / Math.max(1, System.nanoTime() - start));
  }

  Duration left() {
    return Duration.ofSeconds((expected() - films) / Math.max(1, perSecond()));
  }
}
