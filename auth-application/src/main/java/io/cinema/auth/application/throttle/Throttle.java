package io.cinema.auth.application.throttle;

import io.cinema.auth.domain.login.Attempt;
import io.cinema.auth.domain.login.AttemptKey;
import io.cinema.auth.domain.login.Attempts;
import io.cinema.auth.domain.login.LoginThrottle;
import io.cinema.auth.domain.port.LoginAttemptRepository;
import io.cinema.auth.domain.port.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Asks and keeps {@link LoginThrottle}. A guess is asked about before it is looked at, which spares
 * the work, and counted after: of many at once only so many get an answer, since each that turned
 * out wrong is asked about once more as it is counted.
 */
public final class Throttle {
  private final LoginAttemptRepository attempts;
  private final LoginThrottle rule;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public Throttle(
      LoginAttemptRepository attempts,
      LoginThrottle rule,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.attempts = attempts;
    this.rule = rule;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** Whether the guess is not to be heard now. */
  public Optional<Refusal> refusal(Attempt attempt) {
    return refusal(attempts.find(attempt.keys()), clock.instant());
  }

  /**
   * Counts a guess that was wrong.
   *
   * @return a refusal when others have used up what was left meanwhile: this one is not counted,
   *     and the client must not learn that it was wrong
   */
  public Optional<Refusal> failed(Attempt attempt) {
    return unitOfWork.inTransaction(
        () -> {
          Map<AttemptKey, Attempts> counted = attempts.lock(attempt.keys());
          Instant now = clock.instant();
          Optional<Refusal> refused = refusal(counted, now);
          if (refused.isEmpty()) {
            counted.forEach((key, was) -> attempts.save(key, rule.failed(key, was, now), now));
          }
          return refused;
        });
  }

  private Optional<Refusal> refusal(Map<AttemptKey, Attempts> counted, Instant now) {
    Instant end = now;
    boolean first = false;
    for (Map.Entry<AttemptKey, Attempts> each : counted.entrySet()) {
      Instant until = each.getValue().lockedAt(now).orElse(now);
      if (until.isAfter(now) && !each.getValue().refusalNoted()) {
        first |= attempts.noteRefusal(each.getKey());
      }
      end = until.isAfter(end) ? until : end;
    }
    return end.equals(now)
        ? Optional.empty()
        : Optional.of(new Refusal(Duration.between(now, end), first));
  }
}
