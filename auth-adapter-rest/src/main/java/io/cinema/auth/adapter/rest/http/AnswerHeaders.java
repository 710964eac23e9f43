package io.cinema.auth.adapter.rest.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Keeps answers out of caches (RFC 6749 section 5.1) and browsers from guessing their type. */
@ServerFilter("/api/**")
final class AnswerHeaders {

  @ResponseFilter
  void protect(MutableHttpResponse<?> response) {
    MutableHttpHeaders headers = response.getHeaders();
    headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
  }
}
