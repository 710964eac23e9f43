package io.cinema.auth.application.upkeep;

import io.cinema.auth.domain.port.LoginEventRepository;
import java.time.InstantSource;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Keeps the login history: room for the coming months, nothing older than its retention. */
public final class HistoryUpkeep {
  private static final int MONTHS_AHEAD = 2;

  private final LoginEventRepository history;
  private final Period retention;
  private final InstantSource clock;

  /**
   * @param retention how long events are kept, in whole months
   */
  public HistoryUpkeep(LoginEventRepository history, Period retention, InstantSource clock) {
    this.history = history;
    this.retention = retention;
    this.clock = clock;
  }

  public void run() {
    YearMonth current = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    history.prepare(current, current.plusMonths(MONTHS_AHEAD));
    history.forgetBefore(current.minusMonths(retention.toTotalMonths()));
  }
}
