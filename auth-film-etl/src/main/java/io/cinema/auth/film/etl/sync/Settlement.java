package io.cinema.auth.film.etl.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time before which nothing can come any more.
 *
 * <p>A change is stamped while its transaction runs, and is seen when that is committed: somebody
 * who remembers only the latest stamp that they saw misses what was stamped earlier and committed
 * later. So each view is noted with the number that the next transaction would have got. Once all
 * transactions with lower numbers are over, whatever is still to be seen was stamped later than
 * that view was taken.
 */
final class Settlement {
  /** What is forgotten beyond is the finer half of what is known of one very long transaction. */
  private static final int LONGEST = 1_000;

  /** How far back to look again when the clock of the catalogue was put back. */
  private static final Duration STEP = Duration.ofMinutes(1);

  private final Deque<Moment> open = new ArrayDeque<>();
  private @Nullable Instant settled;
  private Instant latest = Instant.MIN;

  /**
   * Takes note of a view.
   *
   * @return a time such that whatever is not in the view will be stamped then or later; null as
   *     long as transactions go on that were there before us
   */
  @Nullable Instant after(Moment view) {
    boolean putBack = view.at().isBefore(latest);
    latest = view.at();
    if (putBack) {
      open.clear();
      settled = view.at().minus(STEP);
      return settled;
    }
    if (open.size() >= LONGEST) {
      Moment _ = open.removeLast();
    }
    open.addLast(view);
    while (!open.isEmpty() && open.getFirst().nextToOpen() <= view.oldestOpen()) {
      Instant over = open.removeFirst().at();
      settled = settled == null || over.isAfter(settled) ? over : settled;
    }
    return settled;
  }
}
