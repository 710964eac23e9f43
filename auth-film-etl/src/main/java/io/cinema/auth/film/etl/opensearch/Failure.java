package io.cinema.auth.film.etl.opensearch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.opensearch.client.transport.httpclient5.ResponseException;

/** The transport throws most answers that are not good, some of them wrapped. */
final class Failure {
  private Failure() {}

  /** What was answered; empty when nothing was. */
  static Optional<Answer> answered(IOException failure) throws IOException {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ResponseException response) {
        String body = body(String.valueOf(response.getMessage()));
        return Optional.of(Answer.of(response.status(), body.getBytes(StandardCharsets.UTF_8)));
      }
    }
    return Optional.empty();
  }

  /**
   * The exception does not let one have the answer, but tells it: a line of its own, maybe one of
   * warnings, and the body.
   */
  private static String body(String message) {
    String rest = afterLine(message);
    return rest.startsWith("Warnings: ") ? afterLine(rest) : rest;
  }

  private static String afterLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? "" : text.substring(end + 1);
  }
}
