package io.cinema.auth.bootstrap.tracing;

import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.CompleteableCommand;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.tracing.Tracer;
import io.lettuce.core.tracing.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.semconv.DbAttributes;
import io.opentelemetry.semconv.ErrorAttributes;
import io.opentelemetry.semconv.ServerAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The span of one command: its name, where it went, how long it took and whether it failed. What
 * else Lettuce would tell (the user's name at Redis, the text of errors) is left out.
 */
final class CommandSpan extends Tracer.Span {
  private final @Nullable SpanBuilder builder;

  /**
   * @param builder null for a command that is not of interest
   */
  CommandSpan(@Nullable SpanBuilder builder) {
    this.builder = builder;
  }

  @Override
  public CommandSpan remoteEndpoint(Tracing.Endpoint endpoint) {
    if (builder != null && endpoint instanceof RedisSpans.Place(String host, int port)) {
      builder.setAttribute(ServerAttributes.SERVER_ADDRESS, host);
      builder.setAttribute(ServerAttributes.SERVER_PORT, (long) port);
    }
    return this;
  }

  @Override
  public CommandSpan start(RedisCommand<?, ?, ?> command) {
    if (builder != null && command instanceof CompleteableCommand<?> completeable) {
      String name = command.getType().toString();
      Span span =
          builder.setAttribute(DbAttributes.DB_OPERATION_NAME, name).startSpan().updateName(name);
      completeable.onComplete((_, failure) -> end(span, failure, command.getOutput()));
    }
    return this;
  }

  private static void end(
      Span span, @Nullable Throwable failure, @Nullable CommandOutput<?, ?, ?> output) {
    String refusal = output == null ? null : output.getError();
    if (refusal != null) {
      fail(span, code(refusal));
    } else if (failure != null) {
      fail(span, failure.getClass().getName());
    }
    span.end();
  }

  /** The word that Redis begins its errors with. */
  private static String code(String refusal) {
    int end = refusal.indexOf(' ');
    return end < 0 ? refusal : refusal.substring(0, end);
  }

  private static void fail(Span span, String type) {
    span.setStatus(StatusCode.ERROR);
    span.setAttribute(ErrorAttributes.ERROR_TYPE, type);
  }

  @Override
  public CommandSpan name(String name) {
    return this;
  }

  @Override
  public CommandSpan annotate(String value) {
    return this;
  }

  @Override
  public CommandSpan tag(String key, String value) {
    return this;
  }

  @Override
  public CommandSpan error(Throwable failure) {
    return this;
  }

  /** The end of the command ends it. */
  @Override
  public void finish() {}
}
