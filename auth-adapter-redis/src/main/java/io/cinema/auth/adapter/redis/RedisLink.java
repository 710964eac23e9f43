package io.cinema.auth.adapter.redis;

import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.session.Revocation;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis, from when it is up until it is lost, and the {@link Trust} in what it
 * says. It is never re-established: the next connection is another link, which is trusted only
 * after a fill over itself.
 *
 * <p>What asks Redis throws {@link PortUnavailableException} when it does not answer in time, or
 * answers with an error.
 */
final class RedisLink {
  private static final int WRITES_AT_ONCE = 256;

  /**
   * A demoted master, one that is cut off from its replicas, and a server of a cluster that does
   * not have our keys (any more).
   */
  private static final Pattern SUPERSEDED =
      Pattern.compile("\\b(READONLY|NOREPLICAS|MOVED|ASK|CLUSTERDOWN)\\b");

  private final StatefulRedisConnection<String, String> connection;
  private final RedisKeys keys;
  private final Duration commandTimeout;
  private final Unavailable unavailable;
  private final Consumer<@Nullable Throwable> outcomes;
  private final Lookups lookups;
  private final Trust trust = new Trust();
  private final CompletableFuture<Void> lost = new CompletableFuture<>();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  /**
   * @param unavailable what is thrown
   * @param outcomes told whether Redis is there, each time it shows: null for an answer, or what
   *     came instead of one. Not told of what fails because the link is lost
   */
  RedisLink(
      StatefulRedisConnection<String, String> connection,
      RedisKeys keys,
      RedisSettings settings,
      Unavailable unavailable,
      Consumer<@Nullable Throwable> outcomes) {
    this.connection = connection;
    this.keys = keys;
    this.unavailable = unavailable;
    this.commandTimeout = settings.commandTimeout();
    this.outcomes = outcomes;
    this.lookups =
        new Lookups(connection, keys.epoch(), commandTimeout, settings.maxWaiting(), this::asked);
    connection.addListener(new LossListener(lost));
    if (!connection.isOpen()) {
      lost.complete(null);
    }
  }

  Trust trust() {
    return trust;
  }

  RedisKeys keys() {
    return keys;
  }

  Lookups.Answer find(String key) {
    try {
      return lookups.find(key);
    } catch (Lookups.TooManyWaiting full) {
      throw unavailable.overloaded(full);
    } catch (ExecutionException | TimeoutException | CancellationException failure) {
      throw unavailable.down(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unavailable.down(stopped);
    }
  }

  /** How a write treats a value that is not ours. */
  enum Damaged {
    /** Refuse it: writing over it might lose a revocation. */
    KEEP,
    /** Write over it: all that stands is being written. */
    REPAIR
  }

  /** Adds revocations to what is there. A failure is a reason for doubt. */
  void write(Collection<Revocation> revocations, Instant now, Damaged damaged, Duration timeout) {
    try {
      List<CompletableFuture<Long>> sent = new ArrayList<>();
      for (RevocationBatch batch : RevocationBatch.byUser(revocations, now)) {
        sent.add(
            RedisScript.REVOKE.run(connection.async(), batch.keys(keys), batch.arguments(damaged)));
        if (sent.size() == WRITES_AT_ONCE) {
          awaitAll(sent, timeout);
          sent.clear();
        }
      }
      awaitAll(sent, timeout);
    } catch (RuntimeException failure) {
      trust.doubt();
      throw failure;
    }
  }

  /** Waits as long as a request waits. */
  <T> T ask(Function<RedisAsyncCommands<String, String>, Future<T>> command) {
    return ask(command, commandTimeout);
  }

  <T> T ask(Function<RedisAsyncCommands<String, String>, Future<T>> command, Duration timeout) {
    return await(command.apply(connection.async()), timeout);
  }

  void ping() {
    String _ = ask(RedisAsyncCommands::ping);
  }

  /**
   * Sees whether this server is still the one to ask: it must take a write. A replica takes none,
   * nor does a master that {@code min-replicas-to-write} stops because it is cut off. One that
   * takes no write is given up.
   */
  void check() {
    try {
      Long _ = ask(redis -> redis.del(keys.nothing()));
    } catch (PortUnavailableException failure) {
      if (failure.getCause() instanceof RedisCommandExecutionException) {
        close();
      }
      throw failure;
    }
  }

  /** Whether the link is lost or closed before that time has passed. */
  boolean isLostWithin(Duration time) {
    try {
      Void _ = lost.get(time.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Closes it, and returns when nothing of it is left. */
  void end() {
    close();
    closed.join();
  }

  boolean isUp() {
    return !lost.isDone();
  }

  /** Gives the connection up; whoever waits for an answer is told that it failed. */
  void close() {
    lost.complete(null);
    if (closing.compareAndSet(false, true)) {
      var _ = connection.closeAsync().whenComplete((_, _) -> closed.complete(null));
    }
  }

  private void awaitAll(List<CompletableFuture<Long>> answers, Duration timeout) {
    Void _ = await(CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)), timeout);
  }

  private <T> T await(Future<T> answer, Duration timeout) {
    try {
      T value = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      record(null);
      return value;
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause();
      throw failed(cause == null ? failure : cause);
    } catch (TimeoutException | CancellationException failure) {
      throw failed(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unavailable.down(stopped);
    }
  }

  private PortUnavailableException failed(Throwable cause) {
    if (!(cause instanceof RedisCommandExecutionException)) {
      record(cause);
    } else if (isSuperseded(cause)) {
      close();
    }
    return unavailable.down(cause);
  }

  /** A Redis that hung for us hung for others, too, and may have missed what they wrote. */
  private void asked(@Nullable Throwable failure) {
    if (failure instanceof TimeoutException) {
      trust.doubt();
    }
    record(failure);
    if (isSuperseded(failure)) {
      close();
    }
  }

  /** Whom to ask instead of this server, only a new connection can find out. */
  private static boolean isSuperseded(@Nullable Throwable failure) {
    return failure instanceof RedisCommandExecutionException
        && SUPERSEDED.matcher(String.valueOf(failure.getMessage())).find();
  }

  private void record(@Nullable Throwable failure) {
    if (isUp()) {
      outcomes.accept(failure);
    }
  }

  private record LossListener(CompletableFuture<Void> lost)
      implements RedisConnectionStateListener {
    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
      lost.complete(null);
    }
  }
}
