package io.cinema.auth.domain.login;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is counted under one key.
 *
 * @param failures wrong guesses that are not yet forgiven
 * @param since when forgiving last began; null while there are none
 * @param lockedUntil no guess is heard before; null when it never was locked, and past when it is
 *     no more
 * @param refusalNoted whether the history tells of this lock already
 */
public record Attempts(
    int failures, @Nullable Instant since, @Nullable Instant lockedUntil, boolean refusalNoted) {
  public static final Attempts NONE = new Attempts(0, null, null, false);

  /** The end of the lock, if it is locked now. */
  public Optional<Instant> lockedAt(Instant now) {
    return Optional.ofNullable(lockedUntil).filter(now::isBefore);
  }
}
