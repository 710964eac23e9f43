package io.cinema.auth.film.etl.report;

import io.cinema.auth.film.etl.sync.SyncEvent;
import java.time.Duration;

/** How far the filling of a new index is. For one thread. */
final class Filled {
  private boolean underWay;
  private String index = "";
  private long expected;
  private long films;
  private long start;

  void begin(String newIndex, long about) {
    underWay = true;
    index = newIndex;
    expected = about;
    films = 0;
    start = System.nanoTime();
  }

  /** The index that searches see is written as well meanwhile. */
  void add(SyncEvent.Wrote wrote) {
    if (wrote.index().equals(index)) {
      films += wrote.films();
    }
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
