package io.cinema.auth.bootstrap.tracing;

import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.tracing.TraceContext;
import io.lettuce.core.tracing.TraceContextProvider;
import io.lettuce.core.tracing.Tracer;
import io.lettuce.core.tracing.TracerProvider;
import io.lettuce.core.tracing.Tracing;
import io.micronaut.configuration.lettuce.AbstractRedisConfiguration;
import io.micronaut.configuration.lettuce.ClientResourcesMutator;
import io.micronaut.context.annotation.Requires;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.semconv.DbAttributes;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** A span for each command to Redis that is sent for a request. */
@Singleton
@Requires(beans = Traces.class)
final class RedisSpans implements ClientResourcesMutator, Tracing {
  private final io.opentelemetry.api.trace.Tracer tracer;

  RedisSpans(Traces traces) {
    this.tracer = traces.tracer();
  }

  @Override
  public void mutate(ClientResources.Builder resources, AbstractRedisConfiguration redis) {
    ClientResources.Builder _ = resources.tracing(this);
  }

  @Override
  public boolean isEnabled() {
    return true;
  }

  /** Keys name users. */
  @Override
  public boolean includeCommandArgsInSpanTags() {
    return false;
  }

  /** For whom a command is sent. */
  private record Caller(Context context) implements TraceContext {
    boolean isTraced() {
      return Span.fromContext(context).getSpanContext().isSampled();
    }
  }

  @Override
  public TraceContextProvider initialTraceContextProvider() {
    return () -> new Caller(Context.current());
  }

  /** Where it is sent to. */
  record Place(String host, int port) implements Endpoint {}

  @Override
  public Endpoint createEndpoint(SocketAddress address) {
    return address instanceof InetSocketAddress internet
        ? new Place(internet.getHostString(), internet.getPort())
        : new Place(address.toString(), 0);
  }

  @Override
  public TracerProvider getTracerProvider() {
    return () -> new OfCallers();
  }

  private final class OfCallers extends Tracer {
    @Override
    public Tracer.Span nextSpan() {
      return nextSpan(initialTraceContextProvider().getTraceContext());
    }

    @Override
    public Tracer.Span nextSpan(TraceContext sentFor) {
      return sentFor instanceof Caller caller && caller.isTraced()
          ? new CommandSpan(
              tracer
                  .spanBuilder("redis")
                  .setParent(caller.context())
                  .setSpanKind(SpanKind.CLIENT)
                  .setAttribute(DbAttributes.DB_SYSTEM_NAME, "redis"))
          : new CommandSpan(null);
    }
  }
}
