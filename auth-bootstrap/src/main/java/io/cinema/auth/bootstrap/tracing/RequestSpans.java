package io.cinema.auth.bootstrap.tracing;

import io.cinema.auth.adapter.rest.http.RequestIds;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.semconv.ErrorAttributes;
import io.opentelemetry.semconv.HttpAttributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A span for each request, below the one that the caller's {@code traceparent} names (W3C Trace
 * Context). It tells the route and not the address, in which a network puts its code and state, and
 * nothing of who calls.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
@Requires(beans = Traces.class)
final class RequestSpans {
  private static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey("auth.request_id");
  private static final String ATTRIBUTE = "auth.span";

  /** Asked every few seconds by machines. */
  private static final Set<String> PROBES =
      Set.of("/health", "/health/liveness", "/health/readiness", "/prometheus");

  private final Tracer tracer;
  private final TextMapPropagator propagator;

  RequestSpans(Traces traces) {
    this.tracer = traces.tracer();
    this.propagator = traces.openTelemetry().getPropagators().getTextMapPropagator();
  }

  @PreMatching
  @RequestFilter
  void begin(HttpRequest<?> request, MutablePropagatedContext propagated) {
    if (PROBES.contains(request.getPath())) {
      return;
    }
    Context caller = propagator.extract(Context.root(), request.getHeaders(), new OfHeaders());
    String method = method(request);
    Span span =
        tracer
            .spanBuilder(method)
            .setParent(caller)
            .setSpanKind(SpanKind.SERVER)
            .setAttribute(HttpAttributes.HTTP_REQUEST_METHOD, method)
            .setAttribute(REQUEST_ID, RequestIds.of(request))
            .startSpan();
    request.setAttribute(ATTRIBUTE, span);
    propagated.add(new CurrentTrace(caller.with(span)));
  }

  @ResponseFilter
  void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
    Span span = request.getAttribute(ATTRIBUTE, Span.class).orElse(null);
    if (span == null) {
      return;
    }
    BasicHttpAttributes.getUriTemplate(request)
        .ifPresent(
            route -> {
              span.updateName(method(request) + " " + route);
              span.setAttribute(HttpAttributes.HTTP_ROUTE, route);
            });
    span.setAttribute(HttpAttributes.HTTP_RESPONSE_STATUS_CODE, response.code());
    if (response.code() >= 500) {
      span.setStatus(StatusCode.ERROR);
      span.setAttribute(ErrorAttributes.ERROR_TYPE, String.valueOf(response.code()));
    }
    span.end();
  }

  /** As the conventions have it, which want no word that a stranger may make up. */
  private static String method(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.CUSTOM ? "_OTHER" : request.getMethod().name();
  }

  private record OfHeaders() implements TextMapGetter<HttpHeaders> {
    @Override
    public Iterable<String> keys(HttpHeaders headers) {
      return headers.names();
    }

    @Override
    public @Nullable String get(@Nullable HttpHeaders headers, String name) {
      return headers == null ? null : headers.get(name);
    }
  }
}
