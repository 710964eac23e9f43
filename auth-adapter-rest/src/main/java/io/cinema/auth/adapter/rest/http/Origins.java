package io.cinema.auth.adapter.rest.http;

import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.login.UserAgent;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells where a request came from. It is found out once, before anything else looks at the request,
 * and kept with it.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
public final class Origins {
  private static final String ATTRIBUTE = "auth.origin";

  private static final Logger LOG = LoggerFactory.getLogger(Origins.class);

  private final ClientAddresses addresses;
  private final AtomicBoolean warned = new AtomicBoolean();

  Origins(ClientAddresses addresses) {
    this.addresses = addresses;
  }

  @PreMatching
  @RequestFilter
  void find(HttpRequest<?> request) {
    warnOfUnnamedProxy(request);
    request.setAttribute(
        ATTRIBUTE,
        new Origin(
            addresses.of(request), UserAgent.of(request.getHeaders().get(HttpHeaders.USER_AGENT))));
  }

  /** Behind a proxy that nobody named, all people share one address, and its lock. */
  private void warnOfUnnamedProxy(HttpRequest<?> request) {
    if (addresses.seemsToMissProxy(request) && warned.compareAndSet(false, true)) {
      LOG.warn(
          "a proxy at {} tells where requests come from, and is not believed: if it is yours, set"
              + " AUTH_PROXY_TRUSTED",
          request.getRemoteAddress().getAddress().getHostAddress());
    }
  }

  /**
   * @throws IllegalStateException of a request that no filter has seen, since it can't be decoded
   */
  public static Origin of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, Origin.class)
        .orElseThrow(() -> new IllegalStateException("nobody found out where this came from"));
  }
}
