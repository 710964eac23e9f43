package io.cinema.auth.adapter.rest.security;

import io.cinema.auth.adapter.rest.problem.Problem;
import io.micronaut.http.HttpRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a request's bearer token does not count, kept with the request: only a route that needs a
 * token makes a problem of it.
 */
public record TokenFailure(Problem problem, @Nullable String detail) {
  private static final String ATTRIBUTE = "auth.token-failure";

  public static Optional<TokenFailure> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, TokenFailure.class);
  }

  void keepWith(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, this);
  }
}
