package io.cinema.auth.film.etl.sync;

import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.film.etl.port.Catalogue;
import io.cinema.auth.film.etl.port.FilmIndex;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index equal to the catalogue, for as long as it runs. Can be killed at any moment: the
 * next one goes on where progress was kept, and writes again what was written after that.
 */
public final class FilmSync {
  private static final Duration SOON = Duration.ofMillis(50);
  private static final Duration FIRST_RETRY = Duration.ofMillis(200);
  private static final Duration LAST_RETRY = Duration.ofSeconds(30);

  /** Exponential, and by chance, so that not all come back at once. */
  private static final IntervalFunction RETRY =
      IntervalFunction.ofExponentialRandomBackoff(FIRST_RETRY, 2, 0.5, LAST_RETRY);

  private final Catalogue catalogue;
  private final FilmIndex index;
  private final SyncSettings settings;
  private final SyncListener listener;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Settlement settlement = new Settlement();
  private @Nullable Indices indices;
  private boolean rebuild;
  private int failures;
  private Instant forgotten = Instant.EPOCH;
  private @Nullable SyncEvent lastWait;

  public FilmSync(
      Catalogue catalogue, FilmIndex index, SyncSettings settings, SyncListener listener) {
    this.catalogue = catalogue;
    this.index = index;
    this.settings = settings;
    this.listener = listener;
    this.rebuild = settings.rebuild();
  }

  /** Follows until {@link #stop()}, through whatever outage. */
  public void run() {
    boolean stopped = false;
    while (!stopped) {
      stopped = waited(roundOrRetry());
    }
  }

  /**
   * Follows until the index holds what the catalogue holds.
   *
   * @return whether it does; not if another process follows the catalogue, or we were stopped
   * @throws PortUnavailableException when one of the sides is away
   */
  public boolean once() {
    while (stop.getCount() > 0) {
      switch (round()) {
        case CAUGHT_UP -> {
          return true;
        }
        case STANDING_BY -> {
          return false;
        }
        case UNSETTLED -> {
          boolean _ = waited(SOON);
        }
        case MORE -> {}
      }
    }
    return false;
  }

  /** Ends {@link #run()} and {@link #once()} after what they are at. From any thread. */
  public void stop() {
    stop.countDown();
  }

  private enum Outcome {
    MORE,
    CAUGHT_UP,
    UNSETTLED,
    STANDING_BY
  }

  /** Returns how long to wait. */
  private Duration roundOrRetry() {
    try {
      Outcome outcome = round();
      failures = 0;
      return switch (outcome) {
        case MORE -> Duration.ZERO;
        case UNSETTLED -> SOON;
        case CAUGHT_UP, STANDING_BY -> settings.pause();
      };
    } catch (PortUnavailableException outage) {
      indices = null;
      // That it is over is told, whatever we wait for then.
      lastWait = null;
      failures = Math.min(failures + 1, 30);
      Duration wait = Duration.ofMillis(RETRY.apply(failures));
      listener.on(new SyncEvent.Away(reason(outage), wait));
      return wait;
    }
  }

  private Outcome round() {
    if (!catalogue.claim()) {
      // Whatever we know, another process may have changed since.
      indices = null;
      return waiting(new SyncEvent.StandingBy(), Outcome.STANDING_BY);
    }
    Instant now;
    Outcome outcome;
    try (Catalogue.View view = catalogue.view()) {
      now = view.moment().at();
      outcome = round(view);
    } catch (RuntimeException e) {
      indices = null;
      throw e;
    }
    forgetDeletions(now);
    return outcome;
  }

  private Outcome round(Catalogue.View view) {
    Instant settled = settlement.after(view.moment());
    if (settled == null) {
      settled = Indices.settledBefore(index, view.moment().at());
    }
    if (settled == null) {
      return waiting(new SyncEvent.Unsettled(), Outcome.UNSETTLED);
    }
    lastWait = null;
    Indices known = indices;
    Indices both = known == null || !known.isAsLeft() ? open(view.moment().at(), settled) : known;
    indices = both;
    return both.round(view, settled) ? Outcome.MORE : Outcome.CAUGHT_UP;
  }

  private Indices open(Instant now, Instant settled) {
    Indices both = Indices.open(index, now, settled, rebuild, settings, listener);
    rebuild = false;
    both.tell(catalogue.roughly());
    return both;
  }

  private void forgetDeletions(Instant now) {
    if (!forgotten.plus(SyncSettings.SIGN_OF_LIFE).isAfter(now)) {
      int _ = catalogue.forgetDeletions(now.minus(SyncSettings.DELETIONS_KEPT));
      forgotten = now;
    }
  }

  /** Says once what we wait for, not with each round. */
  private Outcome waiting(SyncEvent event, Outcome outcome) {
    if (!event.equals(lastWait)) {
      listener.on(event);
      lastWait = event;
    }
    return outcome;
  }

  private boolean waited(Duration time) {
    try {
      return stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static String reason(Throwable outage) {
    String reason = String.valueOf(outage.getMessage());
    Throwable cause = outage.getCause();
    while (cause != null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause == null ? reason : reason + ": " + cause.getMessage();
  }
}
