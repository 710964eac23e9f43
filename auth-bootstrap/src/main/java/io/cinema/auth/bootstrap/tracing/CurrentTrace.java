package io.cinema.auth.bootstrap.tracing;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Makes the trace that of whatever thread works for the request, and of its log lines. */
record CurrentTrace(Context context)
    implements ThreadPropagatedContextElement<CurrentTrace.Before> {
  private static final String LOGGED_AS = "trace_id";

  record Before(Scope scope, @Nullable String logged) {}

  @Override
  @SuppressWarnings("MustBeClosedChecker") // restoreThreadContext closes it
  public Before updateThreadContext() {
    Before before = new Before(context.makeCurrent(), MDC.get(LOGGED_AS));
    MDC.put(LOGGED_AS, Span.fromContext(context).getSpanContext().getTraceId());
    return before;
  }

  @Override
  public void restoreThreadContext(@Nullable Before before) {
    if (before == null) {
      return;
    }
    before.scope().close();
    if (before.logged() == null) {
      MDC.remove(LOGGED_AS);
    } else {
      MDC.put(LOGGED_AS, before.logged());
    }
  }
}
