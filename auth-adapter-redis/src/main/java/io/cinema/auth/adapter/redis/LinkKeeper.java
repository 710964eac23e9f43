package io.cinema.auth.adapter.redis;

import io.cinema.auth.domain.port.PortUnavailableException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a {@link RedisLink} up, in a thread of its own.
 *
 * <p>A circuit breaker watches the answers. When two of the last four failed it opens: the link is
 * given up, and every call fails at once instead of waiting for a Redis that hangs. After the retry
 * delay one attempt to connect is the probe that closes it again.
 */
final class LinkKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LinkKeeper.class);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(1);

  /** In connect timeouts: one for the socket, one for the handshake, and classes have to load. */
  private static final int FIRST_ATTEMPT = 4;

  private static final int WINDOW = 4;
  private static final int FEWEST = 2;
  private static final float HALF = 50;

  private final RedisClient client;
  private final RedisPlace place;
  private final RedisSettings settings;
  private final Unavailable unavailable;
  private final CircuitBreaker breaker;
  private final CountDownLatch attempted = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  private volatile @Nullable RedisLink link;
  private boolean awayIsLogged;

  private LinkKeeper(
      RedisClient client, RedisPlace place, RedisSettings settings, Unavailable unavailable) {
    this.client = client;
    this.place = place;
    this.settings = settings;
    this.unavailable = unavailable;
    this.breaker =
        CircuitBreaker.of(
            "redis",
            CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(FEWEST)
                .failureRateThreshold(HALF)
                .waitDurationInOpenState(settings.retryDelay())
                .permittedNumberOfCallsInHalfOpenState(1)
                .writableStackTraceEnabled(false)
                .build());
  }

  /**
   * Returns once the first attempt to connect has succeeded or failed.
   *
   * @param port whose link it is, for the log
   */
  static LinkKeeper start(
      RedisClient client, RedisPlace place, RedisSettings settings, String port) {
    client.setOptions(LinkOptions.of(settings));
    LinkKeeper keeper = new LinkKeeper(client, place, settings, new Unavailable(port));
    Thread.ofVirtual().name("redis-link").start(keeper::keep);
    keeper.pause(keeper.attempted, settings.connectTimeout().multipliedBy(FIRST_ATTEMPT));
    return keeper;
  }

  /**
   * @throws PortUnavailableException when there is no link
   */
  RedisLink link() {
    RedisLink current = link;
    if (current == null || !current.isUp()) {
      throw unavailable.down(null);
    }
    return current;
  }

  boolean isUp() {
    RedisLink current = link;
    return current != null && current.isUp();
  }

  /** Returns when the connection is gone, so that its client can be shut down after it. */
  @Override
  public void close() {
    closing.countDown();
    drop();
    pause(ended, settings.connectTimeout());
  }

  private void keep() {
    while (closing.getCount() > 0) {
      if (breaker.tryAcquirePermission()) {
        linkOnce();
      }
      pause(closing, BETWEEN_ATTEMPTS);
    }
    ended.countDown();
  }

  /** Connects, and returns when the link is lost again. */
  private void linkOnce() {
    try {
      RedisLink fresh = connected();
      breaker.reset();
      link = fresh;
      LOG.info("Redis is there for {}: {}", unavailable.port(), place);
      awayIsLogged = false;
      attempted.countDown();
      if (closing.getCount() == 0) {
        fresh.close();
      }
      watch(fresh);
      link = null;
      logAway(isOpen() ? "it does not answer" : "the connection is lost");
    } catch (RuntimeException | Error failure) {
      // An Error too: without this thread nobody would look for Redis again.
      record(failure);
      attempted.countDown();
      logAway(failure.getCause() == null ? failure : failure.getCause());
    }
  }

  private RedisLink connected() {
    RedisLink fresh =
        new RedisLink(
            place.connect(client, settings.connectTimeout()),
            place.keys(),
            settings,
            unavailable,
            this::record);
    try {
      fresh.check();
      return fresh;
    } catch (RuntimeException refused) {
      fresh.end();
      throw refused;
    }
  }

  /** Returns when the link is lost, or leads to the wrong server. */
  private void watch(RedisLink current) {
    while (!current.isLostWithin(BETWEEN_CHECKS)) {
      try {
        current.check();
      } catch (PortUnavailableException counted) {
        LOG.debug("Redis did not take a write of {}", unavailable.port(), counted);
      }
    }
    current.end();
  }

  /** What became of a command or an attempt to connect. */
  private void record(@Nullable Throwable failure) {
    if (failure == null) {
      breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    } else {
      breaker.onError(0, TimeUnit.NANOSECONDS, failure);
      if (isOpen()) {
        drop();
      }
    }
  }

  private boolean isOpen() {
    return breaker.getState() == CircuitBreaker.State.OPEN;
  }

  private void drop() {
    RedisLink current = link;
    if (current != null) {
      current.close();
    }
  }

  private void logAway(Object why) {
    if (!awayIsLogged && closing.getCount() > 0) {
      LOG.warn("Redis is away for {}: {}", unavailable.port(), why.toString());
      awayIsLogged = true;
    }
  }

  private void pause(CountDownLatch orUntil, Duration limit) {
    try {
      boolean _ = orUntil.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
