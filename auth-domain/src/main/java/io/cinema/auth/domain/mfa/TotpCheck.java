package io.cinema.auth.domain.mfa;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongFunction;

/**
 * Whether a code counts: RFC 6238 section 5.2, the validation window and the rule that a code works
 * once.
 */
public final class TotpCheck {
  /** How long one code is shown, X of RFC 6238 section 4.1. */
  public static final Duration STEP = Duration.ofSeconds(30);

  private TotpCheck() {}

  /** What came of it. */
  public sealed interface Result {}

  /**
   * The code counts, as long as no other took the same step meanwhile.
   *
   * @param step to be kept as the last one that was used
   */
  public record Accepted(long step) implements Result {}

  /** A code of the window that was used before, or is older than one that was. */
  public record Reused() implements Result {}

  public record Wrong() implements Result {}

  /** The time step of an instant, T of RFC 6238 section 4.2. */
  public static long stepAt(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
  }

  /**
   * @param codes the right code of each step
   * @param lastStep the step of the last code that was accepted
   */
  public static Result check(
      TotpCode shown, LongFunction<TotpCode> codes, Instant now, TotpWindow window, long lastStep) {
    long current = stepAt(now);
    Result result = new Wrong();
    // To the end in any case: the time it takes tells nothing of where it matched.
    for (long step = current - window.back(); step <= current + window.ahead(); step++) {
      if (codes.apply(step).equals(shown)) {
        result = step > lastStep ? new Accepted(step) : new Reused();
      }
    }
    return result;
  }
}
