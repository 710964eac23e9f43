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

  // Below, it would ask without a pause; above, a label would be forgotten about.
  private static final Duration SHORTEST_CYCLE = Duration.ofMillis(10);
  private static final Duration LONGEST_CYCLE = Duration.ofDays(1);

  /** Some of these are in memory. */
  private static final int LARGEST_BATCH = 20_000;

  /**
   * @throws IllegalArgumentException for a cycle or a batch that can't work
   */
  public SyncSettings {
    if (cycle.compareTo(SHORTEST_CYCLE) < 0 || cycle.compareTo(LONGEST_CYCLE) > 0) {
      throw new IllegalArgumentException("a cycle takes from 10 milliseconds to a day");
    }
    if (batch < 1 || batch > LARGEST_BATCH) {
      throw new IllegalArgumentException("a batch is of 1 to " + LARGEST_BATCH + " films");
    }
  }

  /** The catalogue is asked twice a cycle, so that reading and writing fit into it as well. */
  Duration pause() {
    return cycle.dividedBy(2);
  }

  /** How many changes are remembered that are written and not settled yet. */
  int remembered() {
    return Math.min(200_000, batch * 100);
  }

  int filmsAView() {
    return batch * BATCHES_A_VIEW;
  }
}
