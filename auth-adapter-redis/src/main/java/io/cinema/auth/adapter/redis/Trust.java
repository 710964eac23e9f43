package io.cinema.auth.adapter.redis;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Whether this node may believe that the Redis at the end of one connection has forgotten nothing.
 *
 * <p>It starts in doubt, and every event after which something may be missing is one more doubt. A
 * fill dispels the doubts that were there when it began, and no later one: a write that failed in
 * the middle of a fill may not be in what the fill wrote.
 */
final class Trust {

  /** A reason to believe: the store was filled after that many doubts, and is in that epoch. */
  record Belief(long doubts, String epoch) {}

  private final AtomicLong doubts = new AtomicLong();
  private volatile @Nullable Belief belief;

  /** How many doubts there were, for {@link #believe}. */
  long doubts() {
    return doubts.get();
  }

  /** Something may be missing from now on. */
  void doubt() {
    doubts.incrementAndGet();
  }

  /**
   * The store has been filled.
   *
   * @param doubtsBefore {@link #doubts()} before the fill began
   * @return whether that dispels all doubt
   */
  boolean believe(long doubtsBefore, String epoch) {
    belief = new Belief(doubtsBefore, epoch);
    return belief() != null;
  }

  /** What to hold against an answer; null while in doubt. */
  @Nullable Belief belief() {
    Belief last = belief;
    return last != null && last.doubts == doubts.get() ? last : null;
  }

  /** Whether an answer may be believed that was asked for under this belief. */
  boolean confirms(Belief asked, @Nullable String epoch) {
    if (asked.epoch.equals(epoch)) {
      return asked.doubts == doubts.get();
    }
    boolean _ = doubts.compareAndSet(asked.doubts, asked.doubts + 1);
    return false;
  }
}
