package io.cinema.auth.adapter.rest.http;

import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemException;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Refuses requests that could be read in two ways, before anything reads them. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class RequestShape {

  @RequestFilter
  void check(HttpRequest<?> request) {
    HttpHeaders headers = request.getHeaders();
    if (headers.getAll(HttpHeaders.AUTHORIZATION).size() > 1) {
      throw ProblemException.of(
          Problem.MALFORMED_REQUEST, "There is more than one Authorization header.");
    }
    // The router would take a missing or unreadable content type for JSON.
    boolean hasBody =
        request.getContentLength() > 0 || headers.contains(HttpHeaders.TRANSFER_ENCODING);
    if (hasBody && !isJson(request)) {
      throw ProblemException.of(Problem.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
    }
  }

  private static boolean isJson(HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.CONTENT_TYPE).size() == 1
        && request.getContentType().filter(MediaType.APPLICATION_JSON_TYPE::equals).isPresent();
  }
}
