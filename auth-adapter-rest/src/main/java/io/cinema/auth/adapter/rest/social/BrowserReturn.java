package io.cinema.auth.adapter.rest.social;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Ends a browser's flow whatever is answered, and keeps its address, which has the code, from other
 * sites.
 */
@ServerFilter(patterns = "/api/v1/oauth/*/callback/**", methods = HttpMethod.GET)
final class BrowserReturn {
  private final FlowCookie cookie;

  BrowserReturn(FlowCookie cookie) {
    this.cookie = cookie;
  }

  @ResponseFilter
  void end(MutableHttpResponse<?> response) {
    response.cookie(cookie.expired());
    response.getHeaders().set(BrowserController.REFERRER_POLICY, BrowserController.NO_REFERRER);
  }
}
