package io.cinema.auth.devkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;

/** Says one inline command to a server on loopback: enough to make a cluster of some. */
final class RedisTalk {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final Duration JOINING_LIMIT = Duration.ofSeconds(30);

  private RedisTalk() {}

  /** The answer as it comes over the wire. */
  static String ask(RedisServer server, String command) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalStateException unless it answers {@code OK}
   */
  static void tell(RedisServer server, String command) {
    String answer = ask(server, command);
    if (!answer.startsWith("+OK")) {
      throw new IllegalStateException("Redis answered " + answer.strip());
    }
  }

  /**
   * Waits until the answer holds all of these.
   *
   * @throws IllegalStateException with the last answer when it takes too long
   */
  static void await(RedisServer server, String command, String... words) {
    if (!Poll.until(JOINING_LIMIT, () -> holds(server, command, words))) {
      throw new IllegalStateException("Redis still answers " + ask(server, command));
    }
  }

  private static boolean holds(RedisServer server, String command, String... words) {
    String answer = ask(server, command);
    for (String word : words) {
      if (!answer.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
