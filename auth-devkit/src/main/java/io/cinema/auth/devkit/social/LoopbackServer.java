package io.cinema.auth.devkit.social;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An HTTP server on 127.0.0.1 that can go away and come back on the same port. */
final class LoopbackServer {

  private final Function<Request, Reply> behaviour;
  private volatile int port;
  private @Nullable HttpServer running;
  private @Nullable ExecutorService threads;

  /**
   * @param port 0 for any that is free
   */
  LoopbackServer(int port, Function<Request, Reply> behaviour) {
    this.port = port;
    this.behaviour = behaviour;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /**
   * Does nothing if it is running.
   *
   * @throws IllegalStateException if another process has the port
   */
  synchronized void start() {
    if (running != null) {
      return;
    }
    try {
      InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
      ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
      server.setExecutor(executor);
      server.createContext("/", this::handle);
      server.start();
      port = server.getAddress().getPort();
      running = server;
      threads = executor;
    } catch (IOException e) {
      throw new IllegalStateException("cannot listen on port " + port, e);
    }
  }

  /** Breaks what is under way, and refuses connections from now on. */
  synchronized void stop() {
    HttpServer server = running;
    ExecutorService executor = threads;
    if (server != null && executor != null) {
      running = null;
      threads = null;
      server.stop(0);
      executor.shutdownNow();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      behaviour.apply(Request.of(exchange)).send(exchange);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }
}
