package io.cinema.auth.adapter.rest.http;

import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.login.UserAgent;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

/** Tells where a request came from: the socket's peer, never a header that anybody can write. */
public final class Origins {
  private Origins() {}

  public static Origin of(HttpRequest<?> request) {
    return new Origin(
        request.getRemoteAddress().getAddress().getHostAddress(),
        UserAgent.of(request.getHeaders().get(HttpHeaders.USER_AGENT)));
  }
}
