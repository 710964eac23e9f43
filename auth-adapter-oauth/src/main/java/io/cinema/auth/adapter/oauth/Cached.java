package io.cinema.auth.adapter.oauth;

import io.cinema.auth.adapter.oauth.http.GuardedCall;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Something that a provider publishes, fetched when it is wanted and then kept for a while.
 * Parallel callers wait for one fetch, each no longer than its own time allows. A failure is not
 * kept.
 */
final class Cached<T> {

  interface Source<T> {
    T fetch(GuardedCall call) throws IOException;
  }

  /** No record: of two copies that hold the same, one is the newer all the same. */
  static final class Copy<T> {
    private final T value;
    private final Instant fetchedAt;

    private Copy(T value, Instant fetchedAt) {
      this.value = value;
      this.fetchedAt = fetchedAt;
    }

    T value() {
      return value;
    }
  }

  private final Source<T> source;
  private final Duration life;
  private final InstantSource clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile @Nullable Copy<T> copy;

  Cached(Source<T> source, Duration life, InstantSource clock) {
    this.source = source;
    this.life = life;
    this.clock = clock;
  }

  /** A copy that is not too old. */
  Copy<T> get(GuardedCall call) throws IOException {
    return notOlderThan(life, copy, call);
  }

  /**
   * A newer copy than this one, unless this one was fetched a moment ago.
   *
   * @param pause between two fetches
   */
  Copy<T> after(Copy<T> seen, Duration pause, GuardedCall call) throws IOException {
    return notOlderThan(pause, seen, call);
  }

  private Copy<T> notOlderThan(Duration age, @Nullable Copy<T> seen, GuardedCall call)
      throws IOException {
    return seen != null && clock.instant().isBefore(seen.fetchedAt.plus(age))
        ? seen
        : renewed(seen, call);
  }

  private Copy<T> renewed(@Nullable Copy<T> seen, GuardedCall call) throws IOException {
    lock(call);
    try {
      Copy<T> current = copy;
      if (current != null && current != seen) {
        return current;
      }
      Copy<T> fetched = new Copy<>(source.fetch(call), clock.instant());
      copy = fetched;
      return fetched;
    } finally {
      fetching.unlock();
    }
  }

  private void lock(GuardedCall call) throws IOException {
    try {
      if (!fetching.tryLock(call.left().toNanos(), TimeUnit.NANOSECONDS)) {
        throw new HttpTimeoutException("no answer to another's question in time");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for another's question");
    }
  }
}
