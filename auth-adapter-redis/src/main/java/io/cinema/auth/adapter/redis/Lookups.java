package io.cinema.auth.adapter.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.protocol.TracedCommand;
import io.lettuce.core.tracing.TraceContext;
import io.lettuce.core.tracing.Tracing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks for values over one connection. What is asked while an answer is under way leaves together
 * when it has come, so that many callers cost one write, one wake-up and one read between them.
 *
 * <p>A round is a GET of each key and of the epoch behind them. Unlike MGET, which takes a key of
 * the wrong type for a missing one, GET tells; and an emptying between two of the commands shows in
 * the epoch, because that is read last.
 */
final class Lookups {

  /** What is there: the user's value, and the epoch that the store was in after reading it. */
  record Answer(@Nullable String value, @Nullable String epoch) {}

  private static final StringCodec CODEC = StringCodec.UTF8;

  private final StatefulRedisConnection<String, String> connection;
  private final String epochKey;
  private final Tracing tracing;
  private final long timeoutNanos;
  private final int maxWaiting;
  private final Consumer<@Nullable Throwable> outcomes;

  private final AtomicReference<@Nullable Question> waiting = new AtomicReference<>();
  private final AtomicBoolean underWay = new AtomicBoolean();

  /**
   * @param maxWaiting how many may wait for a round to begin
   * @param outcomes told of the end of each round: null, or why it failed
   */
  Lookups(
      StatefulRedisConnection<String, String> connection,
      String epochKey,
      Duration timeout,
      int maxWaiting,
      Consumer<@Nullable Throwable> outcomes) {
    this.connection = connection;
    this.epochKey = epochKey;
    this.tracing = connection.getResources().tracing();
    this.timeoutNanos = timeout.toNanos();
    this.maxWaiting = maxWaiting;
    this.outcomes = outcomes;
  }

  Answer find(String key)
      throws ExecutionException, TimeoutException, InterruptedException, TooManyWaiting {
    AsyncCommand<String, String, String> value = read(key);
    TraceContext asker = tracing.initialTraceContextProvider().getTraceContext();
    Question question = new Question(value, traced(value, asker));
    line(question);
    send();
    return question.get(timeoutNanos, TimeUnit.NANOSECONDS);
  }

  /** There is no more room to wait in. */
  static final class TooManyWaiting extends Exception {
    private static final long serialVersionUID = 1L;

    TooManyWaiting() {
      super("too many look-ups are waiting", null, false, false);
    }
  }

  private void line(Question question) throws TooManyWaiting {
    Question last;
    do {
      last = waiting.get();
      question.follow(last);
      if (question.place > maxWaiting) {
        throw new TooManyWaiting();
      }
    } while (!waiting.compareAndSet(last, question));
  }

  /** Begins a round, if somebody waits and none is under way. */
  private void send() {
    while (waiting.get() != null && underWay.compareAndSet(false, true)) {
      Question round = waiting.getAndSet(null);
      if (round != null) {
        send(round);
        return;
      }
      underWay.set(false);
    }
  }

  private void send(Question round) {
    List<RedisCommand<String, String, ?>> commands = new ArrayList<>(round.place + 1);
    for (Question each = round; each != null; each = each.next) {
      commands.add(each.command);
    }
    AsyncCommand<String, String, String> epoch = read(epochKey);
    commands.add(traced(epoch, TraceContext.EMPTY));
    CompletableFuture<String> end = epoch.orTimeout(timeoutNanos, TimeUnit.NANOSECONDS);
    var _ = end.whenComplete((found, failure) -> ended(round, found, failure));
    try {
      var _ = connection.dispatch(commands);
    } catch (RedisException refused) {
      epoch.completeExceptionally(refused);
    }
  }

  private void ended(Question round, @Nullable String epoch, @Nullable Throwable failure) {
    // Who waits behind a failure would only wait for the next one.
    Question behind = failure == null ? null : waiting.getAndSet(null);
    underWay.set(false);
    send();
    outcomes.accept(failure);
    for (Question each = round; each != null; each = each.next) {
      each.answer(epoch, failure);
    }
    for (Question each = behind; each != null; each = each.next) {
      each.answer(epoch, failure);
    }
  }

  private static AsyncCommand<String, String, String> read(String key) {
    return new AsyncCommand<>(
        new Command<>(
            CommandType.GET, new ValueOutput<>(CODEC), new CommandArgs<>(CODEC).addKey(key)));
  }

  /** Else a command would belong to the trace of whoever happens to send the round. */
  private RedisCommand<String, String, String> traced(
      RedisCommand<String, String, String> command, TraceContext asker) {
    return tracing.isEnabled() ? new TracedCommand<>(command, asker) : command;
  }

  /** One caller's question, linked to the one who came before. */
  private static final class Question extends CompletableFuture<Answer> {
    final AsyncCommand<String, String, String> value;
    final RedisCommand<String, String, String> command;
    @Nullable Question next;
    int place;

    Question(
        AsyncCommand<String, String, String> value, RedisCommand<String, String, String> command) {
      this.value = value;
      this.command = command;
    }

    void follow(@Nullable Question last) {
      next = last;
      place = last == null ? 1 : last.place + 1;
    }

    void answer(@Nullable String epoch, @Nullable Throwable failure) {
      if (failure != null) {
        completeExceptionally(failure);
        return;
      }
      switch (value.state()) {
        case SUCCESS -> complete(new Answer(value.resultNow(), epoch));
        case FAILED -> completeExceptionally(value.exceptionNow());
        case CANCELLED, RUNNING -> cancel(false);
      }
    }
  }
}
