package io.cinema.auth.adapter.crypto.password;

import io.cinema.auth.domain.port.PortUnavailableException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The few platform threads that hash. They yield to everything else where the JVM is told to heed
 * priorities ({@code -XX:ThreadPriorityPolicy=1 -XX:JavaPriority1_To_OSPriority=19}). Takes on only
 * what it expects to finish within the longest wait, by how long the last hashes took.
 */
final class HashingPool implements AutoCloseable {
  private static final String PORT = "PasswordHasher";
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  /**
   * How long a refusal is held back. Clients that try again at once would otherwise take the cores
   * from everybody else with nothing but refusals; see docs/performance.md. Not all as long, so
   * that they do not come back all at once.
   */
  private static final Duration SHORTEST_HOLD = Duration.ofMillis(600);

  private static final Duration LONGEST_HOLD = Duration.ofMillis(900);

  private static final int MOST_HELD = 1000;

  private final HashingPoolSettings settings;
  private final ThreadPoolExecutor threads;
  private final HashingPace pace;

  private final Semaphore holds = new Semaphore(MOST_HELD);

  /** Hashes that were taken on and neither finished nor given up. */
  private final AtomicInteger pending = new AtomicInteger();

  HashingPool(HashingPoolSettings settings, HashingPace pace) {
    this.settings = settings;
    this.pace = pace;
    threads =
        new ThreadPoolExecutor(
            settings.threads(),
            settings.threads(),
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            lowPriorityThreads());
  }

  /**
   * @throws PortUnavailableException {@code OVERLOADED} when too many wait already
   */
  void requireRoom() {
    if (pending.get() >= most()) {
      throw refused();
    }
  }

  /**
   * @throws PortUnavailableException {@code OVERLOADED} soon when too many wait already, and after
   *     the longest wait when the turn has not come; the work is not run then
   */
  <T> T run(Callable<T> work) {
    if (pending.incrementAndGet() > most()) {
      pending.decrementAndGet();
      throw refused();
    }
    Turn<T> turn = new Turn<>(() -> timed(work));
    try {
      threads.execute(turn);
    } catch (RejectedExecutionException closed) {
      pending.decrementAndGet();
      throw PortUnavailableException.down(PORT, closed);
    }
    return await(turn);
  }

  /** How many may be pending for the last of them to finish in time. */
  int most() {
    return settings.threads() * pace.hashesWithin(settings.longestWait());
  }

  /** Lets what was taken on finish. */
  @Override
  public void close() {
    threads.close();
  }

  private <T> T timed(Callable<T> work) throws Exception {
    long start = System.nanoTime();
    try {
      return work.call();
    } finally {
      pace.took(System.nanoTime() - start);
      pending.decrementAndGet();
    }
  }

  private <T> T await(Turn<T> turn) {
    try {
      try {
        return turn.get(settings.longestWait().toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException late) {
        if (givenUp(turn)) {
          throw overloaded();
        }
        return turn.get();
      }
    } catch (InterruptedException interrupted) {
      givenUp(turn);
      Thread.currentThread().interrupt();
      throw PortUnavailableException.down(PORT, interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a password hash failed", failed.getCause());
    }
  }

  private boolean givenUp(Turn<?> turn) {
    if (!turn.take()) {
      return false;
    }
    threads.remove(turn);
    pending.decrementAndGet();
    return true;
  }

  /** The priority is a favour to other threads; nothing relies on it. */
  @SuppressWarnings("ThreadPriorityCheck")
  private static ThreadFactory lowPriorityThreads() {
    return Thread.ofPlatform()
        .name("password-hashing-", 1)
        .priority(Thread.MIN_PRIORITY)
        .daemon()
        .factory();
  }

  private PortUnavailableException refused() {
    if (holds.tryAcquire()) {
      try {
        Thread.sleep(
            ThreadLocalRandom.current()
                .nextLong(SHORTEST_HOLD.toMillis(), LONGEST_HOLD.toMillis()));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      } finally {
        holds.release();
      }
    }
    return overloaded();
  }

  private static PortUnavailableException overloaded() {
    return new PortUnavailableException(
        PORT, PortUnavailableException.Reason.OVERLOADED, RETRY_AFTER, null);
  }
}
