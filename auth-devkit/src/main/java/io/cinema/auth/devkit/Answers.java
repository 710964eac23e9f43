package io.cinema.auth.devkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Whether what listens on a loopback port is a server that works. In front of a container stands a
 * proxy, which takes connections before anything in there does.
 */
final class Answers {

  private static final int PATIENCE_MILLIS = 1000;

  private Answers() {}

  static boolean postgres(int port) {
    String url =
        "jdbc:postgresql://127.0.0.1:%d/postgres?loginTimeout=1&socketTimeout=1".formatted(port);
    try (Connection connection = DriverManager.getConnection(url, "postgres", "")) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  static boolean redis(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write("PING\r\n".getBytes(US_ASCII));
      return new String(socket.getInputStream().readNBytes(5), US_ASCII).equals("+PONG");
    } catch (IOException e) {
      return false;
    }
  }
}
