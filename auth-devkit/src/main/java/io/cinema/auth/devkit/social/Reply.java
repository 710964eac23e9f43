package io.cinema.auth.devkit.social;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Whatever a server does with a connection on which it was asked. */
@FunctionalInterface
interface Reply {

  /** Interrupted when the server stops. */
  void send(HttpExchange exchange) throws IOException, InterruptedException;
}
