package io.cinema.auth.bootstrap.metrics;

import io.cinema.auth.adapter.postgres.revocation.PostgresRevocationRepository;
import io.cinema.auth.bootstrap.cli.CliContext;
import io.cinema.auth.domain.port.RevocationRepository;
import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The truth about revocations, telling how far the fast copy may be behind it: {@code
 * auth_revocation_lag_seconds} is the time since the last look that left nothing waiting, so all
 * that was revoked before then is known to all nodes. It is looked every second.
 */
@Singleton
@Primary
@Requires(notEnv = CliContext.ENVIRONMENT)
final class MeasuredRevocations implements RevocationRepository {
  private final PostgresRevocationRepository truth;
  private final Counter added;
  private final Counter relayed;
  private volatile long nothingWaited = System.nanoTime();

  MeasuredRevocations(PostgresRevocationRepository truth, MeterRegistry registry) {
    this.truth = truth;
    this.added = registry.counter("auth.revocations");
    this.relayed = registry.counter("auth.revocations.relayed");
    TimeGauge _ =
        TimeGauge.builder("auth.revocation.lag", this::lagNanos, TimeUnit.NANOSECONDS)
            .register(registry);
  }

  @Override
  public void add(Collection<Revocation> revocations) {
    truth.add(revocations);
    added.increment(revocations.size());
  }

  @Override
  public boolean isRevoked(VerifiedAccessToken token) {
    return truth.isRevoked(token);
  }

  @Override
  public List<Revocation> standing(Instant now) {
    return truth.standing(now);
  }

  @Override
  public int relay(int limit, Consumer<List<Revocation>> publisher) {
    long start = System.nanoTime();
    int handed = truth.relay(limit, publisher);
    relayed.increment(handed);
    if (handed < limit) {
      nothingWaited = start;
    }
    return handed;
  }

  @Override
  public int purge(Instant before) {
    return truth.purge(before);
  }

  private long lagNanos() {
    return System.nanoTime() - nothingWaited;
  }
}
