package io.cinema.auth.application.upkeep;

import io.cinema.auth.domain.port.SessionRepository;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets sessions that have long been over. */
public final class SessionUpkeep {
  private static final int BATCH = 1000;

  private final SessionRepository sessions;
  private final Duration keep;
  private final InstantSource clock;

  /**
   * @param keep how long a session that is over stays, so that a stolen token of it is still
   *     recognised
   */
  public SessionUpkeep(SessionRepository sessions, Duration keep, InstantSource clock) {
    this.sessions = sessions;
    this.keep = keep;
    this.clock = clock;
  }

  public void run() {
    int forgotten;
    do {
      forgotten = sessions.purge(clock.instant().minus(keep), BATCH);
    } while (forgotten == BATCH);
  }
}
