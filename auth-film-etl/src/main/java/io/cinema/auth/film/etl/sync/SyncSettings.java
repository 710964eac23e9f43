package io.cinema.auth.film.etl.sync;

import java.time.Duration;

/**
 * How the index follows.
 *
 * @param cycle within which a change is in the index, as long as both sides are there
 * @param batch how many films are read and written at once
 * @param rebuild whether to fill a new index even though there is one
 */
public record SyncSettings(Duration cycle, int batch, boolean rebuild) {
  public static final Duration DEFAULT_CYCLE = Duration.ofSeconds(5);
  public static final int DEFAULT_BATCH = 2_000;

  /** How many films are written before a new view is taken, and progress is kept. */
  static final int BATCHES_A_VIEW = 10;

  /**
   * Deleted films are remembered so long; an index that was left alone for longer is filled anew.
   */
  static final Duration DELETIONS_KEPT = Duration.ofDays(30);

  /** How often progress is kept where nothing happens. */
  static final Duration SIGN_OF_LIFE = Duration.ofHours(1);

  /** How often films are tried again that the index would not take. */
  static final Duration REFUSED_AGAIN = Duration.ofMinutes(1);

  /** With more than this something is wrong with the index, not with films. */
  static final int MOST_REFUSED = 1_000;

  public SyncSettings {
    if (cycle.isNegative() || cycle.isZero() || batch < 1) {
      throw new IllegalArgumentException("a cycle and a batch above zero are needed");
    }
  }

  /** The catalogue is asked twice a cycle, so that reading and writing fit into it as well. */
  Duration pause() {
    return cycle.dividedBy(2);
  }

  /** How many changes are remembered that are written and not settled yet. */
  int remembered() {
    return batch * 100;
  }

  int filmsAView() {
    return batch * BATCHES_A_VIEW;
  }
}
