package io.cinema.auth.devkit.social;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** What becomes of an answer under a defect of answers. */
final class Spoilt {

  private static final Duration DRIP = Duration.ofSeconds(1);
  private static final int MEGABYTE = 1024 * 1024;
  private static final int FLOOD = 100;

  private Spoilt() {}

  /**
   * @param right what the answer should be; asked only if any of it is sent
   * @param hold for {@link Defect#SLOW}
   * @param elsewhere for {@link Defect#REDIRECTS}
   */
  static Reply by(Defect defect, Supplier<Answer> right, Duration hold, URI elsewhere) {
    return switch (defect) {
      case SLOW -> exchange -> slowly(right.get(), hold, exchange);
      case DRIPS -> exchange -> drip(right.get(), exchange);
      case ANSWERS_500 -> Answer.json(500, Map.of("error", "server_error"));
      case ANSWERS_HTML -> Answer.html(200, "<!doctype html><title>Back soon</title>");
      case ANSWERS_100_MB -> Spoilt::flood;
      case ANSWERS_EMPTY_JSON -> Answer.json(200, Map.of());
      case REDIRECTS -> Answer.redirect(307, elsewhere);
      case CLOSES_CONNECTION -> HttpExchange::close;
      default -> right.get();
    };
  }

  private static void slowly(Answer right, Duration hold, HttpExchange exchange)
      throws IOException, InterruptedException {
    Thread.sleep(hold);
    right.send(exchange);
  }

  private static void drip(Answer right, HttpExchange exchange)
      throws IOException, InterruptedException {
    right.sendHeaders(exchange);
    OutputStream body = exchange.getResponseBody();
    for (byte drop : right.bytes()) {
      body.write(drop);
      body.flush();
      Thread.sleep(DRIP);
    }
    exchange.close();
  }

  private static void flood(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    byte[] megabyte = "x".repeat(MEGABYTE).getBytes(US_ASCII);
    OutputStream body = exchange.getResponseBody();
    body.write("{\"access_token\":\"".getBytes(US_ASCII));
    for (int sent = 0; sent < FLOOD; sent++) {
      body.write(megabyte);
    }
    body.write("\"}".getBytes(US_ASCII));
    exchange.close();
  }
}
