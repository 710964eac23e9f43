package io.cinema.auth.devkit.social;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;

/** What somebody asks of a fake provider. */
record Request(String method, URI address, Headers headers, String body) {

  private static final String FORM = "application/x-www-form-urlencoded";

  static Request of(HttpExchange exchange) throws IOException {
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI(),
        exchange.getRequestHeaders(),
        new String(exchange.getRequestBody().readAllBytes(), UTF_8));
  }

  String path() {
    return address.getPath();
  }

  Parameters query() {
    return Parameters.parse(address.getRawQuery());
  }

  /** The form in the body; nothing if it is no form. */
  Parameters form() {
    return header("Content-Type").startsWith(FORM) ? Parameters.parse(body) : Parameters.NONE;
  }

  /** The value, or the empty string. */
  String header(String name) {
    String value = headers.getFirst(name);
    return value == null ? "" : value;
  }

  /** The token of an {@code Authorization} header with that scheme, or the empty string. */
  String credentials(String scheme) {
    String value = header("Authorization");
    return value.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1)
        ? value.substring(scheme.length() + 1)
        : "";
  }
}
