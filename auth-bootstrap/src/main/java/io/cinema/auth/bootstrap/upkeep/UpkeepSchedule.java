package io.cinema.auth.bootstrap.upkeep;

import io.cinema.auth.application.upkeep.AttemptUpkeep;
import io.cinema.auth.application.upkeep.HistoryUpkeep;
import io.cinema.auth.application.upkeep.RevocationUpkeep;
import io.cinema.auth.application.upkeep.SessionUpkeep;
import io.cinema.auth.application.upkeep.SigningKeyUpkeep;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the upkeep, each kind at its own pace. An outage is told once when it begins and once when
 * it is over.
 */
@Singleton
public final class UpkeepSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(UpkeepSchedule.class);

  private final RevocationUpkeep revocations;
  private final SigningKeyUpkeep keys;
  private final HistoryUpkeep history;
  private final SessionUpkeep sessions;
  private final AttemptUpkeep attempts;
  private final TaskScheduler scheduler;
  private final List<ScheduledFuture<?>> armed = new ArrayList<>();
  private final Set<String> outages = ConcurrentHashMap.newKeySet();

  UpkeepSchedule(
      RevocationUpkeep revocations,
      SigningKeyUpkeep keys,
      HistoryUpkeep history,
      SessionUpkeep sessions,
      AttemptUpkeep attempts,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.revocations = revocations;
    this.keys = keys;
    this.history = history;
    this.sessions = sessions;
    this.attempts = attempts;
    this.scheduler = scheduler;
  }

  /** Begins. To be called once, when the schema and the keys are there. */
  public void start() {
    // As long as Redis can't be believed every request asks Postgres, so this is often.
    every(Duration.ofMillis(200), "filling Redis", revocations::fillIfNeeded);
    every(Duration.ofSeconds(1), "relaying revocations", revocations::relay);
    every(Duration.ofMinutes(1), "keeping the signing keys", keys::run);
    every(Duration.ofHours(1), "keeping the login history", history::run);
    every(Duration.ofHours(1), "forgetting old sessions", sessions::run);
    every(Duration.ofMinutes(10), "forgetting old guesses", attempts::run);
    every(Duration.ofMinutes(10), "forgetting old revocations", revocations::purge);
  }

  @PreDestroy
  void stop() {
    armed.forEach(task -> task.cancel(false));
  }

  private void every(Duration pause, String what, Runnable work) {
    armed.add(scheduler.scheduleWithFixedDelay(pause, pause, () -> attempt(what, work)));
  }

  private void attempt(String what, Runnable work) {
    try {
      work.run();
      if (outages.remove(what)) {
        LOG.info("{} works again", what);
      }
    } catch (PortUnavailableException outage) {
      if (outages.add(what)) {
        LOG.warn("{} has to wait: {}", what, outage.getMessage());
      }
    } catch (RuntimeException | Error failure) {
      // Thrown on, it would end the schedule, and nobody would see it.
      LOG.error("{} failed", what, failure);
    }
  }
}
