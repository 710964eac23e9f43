package io.cinema.auth.domain.login;

import java.time.Duration;
import java.time.Instant;

/**
 * How many wrong guesses are borne, and what comes then: each further one locks for twice as long.
 * They are forgiven by time alone, one after the other; a success forgives none, or every sign-in
 * of the owner would hand the guesser a new round.
 *
 * @param free the guess that locks first: this many are heard one after the other
 * @param firstLock how long the first lock is
 * @param longestLock what doubling ends at
 * @param forgiveEvery after this long one is forgiven
 */
public record ThrottleLimits(
    int free, Duration firstLock, Duration longestLock, Duration forgiveEvery) {
  private static final int MOST_FREE = 1_000_000;
  private static final Duration LONGEST_LOCK = Duration.ofDays(365);
  private static final Duration SLOWEST = Duration.ofDays(3650);

  public ThrottleLimits {
    if (free < 1
        || !firstLock.isPositive()
        || longestLock.compareTo(firstLock) < 0
        || !forgiveEvery.isPositive()) {
      throw new IllegalArgumentException(
          "a throttle needs at least one free attempt, positive times, and a longest lock that is not"
              + " shorter than the first");
    }
    // Beyond, a row would be kept for good, and some of the times no database can hold.
    if (free > MOST_FREE
        || longestLock.compareTo(LONGEST_LOCK) > 0
        || forgiveEvery.compareTo(SLOWEST.dividedBy(free)) > 0) {
      throw new IllegalArgumentException(
          "a throttle has at most a million free attempts, locks for at most a year, and forgives the"
              + " free ones within ten");
    }
  }

  /** What is counted after one more wrong guess. */
  Attempts failed(Attempts before, Instant now) {
    Instant since = before.since() == null ? now : before.since();
    long forgiven = Math.max(0, Duration.between(since, now).dividedBy(forgiveEvery));
    int left = (int) Math.max(0, before.failures() - forgiven);
    int failures = Math.min(left + 1, most());
    Instant anchor = left == 0 ? now : since.plus(forgiveEvery.multipliedBy(forgiven));
    Instant until = failures < free ? null : now.plus(lock(failures));
    return new Attempts(failures, anchor, until, false);
  }

  /** How long nothing must happen until all is forgiven, however much it was. */
  Duration memory() {
    return forgiveEvery.multipliedBy(most()).plus(longestLock);
  }

  private Duration lock(int failures) {
    Duration lock = firstLock;
    for (int doubled = free; doubled < failures && lock.compareTo(longestLock) < 0; doubled++) {
      lock = lock.multipliedBy(2);
    }
    return lock.compareTo(longestLock) < 0 ? lock : longestLock;
  }

  /** More are not counted: they would lock no longer, and take longer to be forgiven. */
  private int most() {
    int most = free;
    for (Duration lock = firstLock; lock.compareTo(longestLock) < 0; lock = lock.multipliedBy(2)) {
      most++;
    }
    return most;
  }
}
