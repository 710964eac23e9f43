package io.cinema.auth.application.upkeep;

import io.cinema.auth.domain.login.LoginThrottle;
import io.cinema.auth.domain.port.LoginAttemptRepository;
import java.time.InstantSource;

/** Forgets wrong guesses of which nothing counts any more. */
public final class AttemptUpkeep {
  private static final int BATCH = 1000;

  private final LoginAttemptRepository attempts;
  private final LoginThrottle rule;
  private final InstantSource clock;

  public AttemptUpkeep(LoginAttemptRepository attempts, LoginThrottle rule, InstantSource clock) {
    this.attempts = attempts;
    this.rule = rule;
    this.clock = clock;
  }

  public void run() {
    int forgotten;
    do {
      forgotten = attempts.purge(clock.instant().minus(rule.memory()), BATCH);
    } while (forgotten == BATCH);
  }
}
