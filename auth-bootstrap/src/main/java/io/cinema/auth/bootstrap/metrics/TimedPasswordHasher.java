package io.cinema.auth.bootstrap.metrics;

import io.cinema.auth.adapter.crypto.password.Argon2PasswordHasher;
import io.cinema.auth.bootstrap.cli.CliContext;
import io.cinema.auth.domain.credential.Password;
import io.cinema.auth.domain.credential.PasswordHash;
import io.cinema.auth.domain.port.PasswordHasher;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The hasher, timed with the wait for a thread, which is what a person who signs in sees: {@code
 * auth_password_hash_seconds}, {@code auth_password_hashes_pending} and {@code
 * auth_password_hashes_refused_total}.
 */
@Singleton
@Primary
@Requires(notEnv = CliContext.ENVIRONMENT)
final class TimedPasswordHasher implements PasswordHasher {
  private static final Duration[] BUCKETS =
      IntStream.of(25, 50, 100, 250, 500, 1000, 2500)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final Argon2PasswordHasher hasher;
  private final Timer time;
  private final Counter refused;
  private final AtomicInteger pending = new AtomicInteger();

  TimedPasswordHasher(Argon2PasswordHasher hasher, MeterRegistry registry) {
    this.hasher = hasher;
    this.time =
        Timer.builder("auth.password.hash").serviceLevelObjectives(BUCKETS).register(registry);
    this.refused = registry.counter("auth.password.hashes.refused");
    Gauge _ =
        Gauge.builder("auth.password.hashes.pending", pending, AtomicInteger::get)
            .register(registry);
  }

  @Override
  public void requireRoom() {
    try {
      hasher.requireRoom();
    } catch (PortUnavailableException overloaded) {
      refused.increment();
      throw overloaded;
    }
  }

  @Override
  public PasswordHash hash(Password password) {
    return timed(() -> hasher.hash(password));
  }

  @Override
  public boolean matches(Password password, @Nullable PasswordHash hash) {
    return timed(() -> hasher.matches(password, hash));
  }

  @Override
  public boolean outdated(PasswordHash hash) {
    return hasher.outdated(hash);
  }

  private <T> T timed(Supplier<T> work) {
    int _ = pending.incrementAndGet();
    long start = System.nanoTime();
    try {
      T result = work.get();
      time.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      return result;
    } catch (PortUnavailableException overloaded) {
      refused.increment();
      throw overloaded;
    } finally {
      int _ = pending.decrementAndGet();
    }
  }
}
