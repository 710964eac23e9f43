package io.cinema.auth.bootstrap.film;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cinema.auth.film.etl.report.SyncMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/**
 * Tells metrics at {@code /prometheus}, that the process is there at {@code /health/liveness}, and
 * whether both sides are at {@code /health/readiness}.
 */
final class MetricsServer implements AutoCloseable {
  private final HttpServer server;

  private MetricsServer(HttpServer server) {
    this.server = server;
  }

  static MetricsServer start(int port, PrometheusMeterRegistry registry, SyncMetrics metrics) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      var _ =
          server.createContext("/prometheus", exchange -> answer(exchange, 200, registry.scrape()));
      var _ = server.createContext("/health/liveness", exchange -> health(exchange, true));
      var _ =
          server.createContext(
              "/health/readiness", exchange -> health(exchange, !metrics.isAway()));
      server.start();
      return new MetricsServer(server);
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " can't be opened", e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  private static void health(HttpExchange exchange, boolean up) throws IOException {
    answer(exchange, up ? 200 : 503, up ? "UP\n" : "DOWN\n");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.sendResponseHeaders(status, body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
