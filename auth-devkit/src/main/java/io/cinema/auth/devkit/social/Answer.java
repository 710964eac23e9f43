package io.cinema.auth.devkit.social;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A whole HTTP answer. */
record Answer(int status, Map<String, String> headers, String body) implements Reply {

  private static final String CONTENT_TYPE = "Content-Type";

  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer json(int status, Map<String, ?> object) {
    return of(status, "application/json", JSONObjectUtils.toJSONString(object));
  }

  static Answer json(int status, List<?> array) {
    return of(status, "application/json", JSONArrayUtils.toJSONString(array));
  }

  static Answer form(int status, Map<String, String> values) {
    return of(status, "application/x-www-form-urlencoded", Parameters.encode(values));
  }

  static Answer html(int status, String page) {
    return of(status, "text/html;charset=utf-8", page);
  }

  static Answer redirect(int status, URI target) {
    return new Answer(status, Map.of("Location", target.toString()), "");
  }

  private static Answer of(int status, String type, String body) {
    return new Answer(status, Map.of(CONTENT_TYPE, type), body);
  }

  @Override
  public void send(HttpExchange exchange) throws IOException {
    sendHeaders(exchange);
    exchange.getResponseBody().write(bytes());
    exchange.close();
  }

  byte[] bytes() {
    return body.getBytes(UTF_8);
  }

  void sendHeaders(HttpExchange exchange) throws IOException {
    Headers sent = exchange.getResponseHeaders();
    sent.set("Cache-Control", "no-store");
    headers.forEach(sent::set);
    // -1 stands for "no body": 0 would be a body of unknown length.
    exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : bytes().length);
  }
}
