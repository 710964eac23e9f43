package io.cinema.auth.adapter.rest.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Gives every request an id: in the answer's {@code X-Request-Id}, in a problem's {@code instance},
 * in the log.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestIds {
  private static final String ATTRIBUTE = "auth.request-id";
  private static final String LOGGED_AS = "request_id";

  @PreMatching
  @RequestFilter
  void start(HttpRequest<?> request, MutablePropagatedContext context) {
    context.add(new LoggedId(of(request)));
  }

  @ResponseFilter
  void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
    response.getHeaders().set("X-Request-Id", of(request));
  }

  /** The request's id; made at first use, since a request that can't be decoded sees no filter. */
  public static String of(HttpRequest<?> request) {
    String known = request.getAttribute(ATTRIBUTE, String.class).orElse(null);
    if (known != null) {
      return known;
    }
    ThreadLocalRandom random = ThreadLocalRandom.current();
    String id = new UUID(random.nextLong(), random.nextLong()).toString();
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  /** Puts the id into the log lines of whatever thread works for the request. */
  record LoggedId(String id) implements ThreadPropagatedContextElement<@Nullable String> {
    @Override
    public @Nullable String updateThreadContext() {
      String before = MDC.get(LOGGED_AS);
      MDC.put(LOGGED_AS, id);
      return before;
    }

    @Override
    public void restoreThreadContext(@Nullable String before) {
      if (before == null) {
        MDC.remove(LOGGED_AS);
      } else {
        MDC.put(LOGGED_AS, before);
      }
    }
  }
}
