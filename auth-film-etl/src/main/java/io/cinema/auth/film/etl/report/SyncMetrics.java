package io.cinema.auth.film.etl.report;

import io.cinema.auth.film.etl.sync.SyncEvent;
import io.cinema.auth.film.etl.sync.SyncListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Counts it. {@code auth.films.written} by outcome ({@code indexed}, {@code deleted}, {@code
 * refused}), {@code auth.films.write} (how long a batch takes), {@code auth.films.outages}, {@code
 * auth.films.rebuilds}, and {@code auth.films.behind}: for how many seconds the index has not been
 * known to equal the catalogue, the one to be alarmed by.
 */
public final class SyncMetrics implements SyncListener {
  private final Counter indexed;
  private final Counter deleted;
  private final Counter refused;
  private final Timer write;
  private final Counter outages;
  private final Counter rebuilds;

  private final InstantSource clock;
  private volatile Instant equalAt;
  private volatile boolean away;
  private volatile boolean standingBy;

  public SyncMetrics(MeterRegistry registry, InstantSource clock) {
    this.clock = clock;
    this.equalAt = clock.instant();
    Gauge.builder("auth.films.behind", this, SyncMetrics::secondsBehind)
        .description("since the index was last known to equal the catalogue")
        .baseUnit("seconds")
        .strongReference(true)
        .register(registry);
    indexed = written(registry, "indexed");
    deleted = written(registry, "deleted");
    refused = written(registry, "refused");
    write = Timer.builder("auth.films.write").description("a batch").register(registry);
    outages = Counter.builder("auth.films.outages").description("one side away").register(registry);
    rebuilds = Counter.builder("auth.films.rebuilds").description("indices").register(registry);
  }

  private static Counter written(MeterRegistry registry, String outcome) {
    return Counter.builder("auth.films.written")
        .description("documents")
        .tag("outcome", outcome)
        .register(registry);
  }

  @Override
  public void on(SyncEvent event) {
    switch (event) {
      case SyncEvent.Wrote wrote -> {
        indexed.increment(wrote.films());
        deleted.increment(wrote.gone());
        write.record(wrote.took());
      }
      case SyncEvent.Refused _ -> refused.increment();
      case SyncEvent.Away _ -> outages.increment();
      case SyncEvent.Published _ -> rebuilds.increment();
      case SyncEvent.CaughtUp _ -> equalAt = clock.instant();
      case SyncEvent.StandingBy _, SyncEvent.Unsettled _, SyncEvent.Filling _ -> {}
    }
    if (standingBy) {
      equalAt = clock.instant();
    }
    standingBy = event instanceof SyncEvent.StandingBy;
    away = event instanceof SyncEvent.Away;
  }

  /** Whether one of the sides was away when we last tried. */
  public boolean isAway() {
    return away;
  }

  private double secondsBehind() {
    // Told once, and somebody else's index is not ours to be alarmed by.
    if (standingBy) {
      return 0;
    }
    return Duration.between(equalAt, clock.instant()).toMillis() / 1000.0;
  }
}
