package io.cinema.auth.film.etl.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What OpenSearch answered, whether good or bad. */
record Answer(int status, JsonNode body) {
  static final int NOT_FOUND = 404;
  static final int TOO_LARGE = 413;
  static final int NO_ROOM = 429;
  static final int UNAVAILABLE = 503;

  /**
   * @throws IOException when a good answer is no JSON: it is somebody else who answers
   */
  static Answer of(int status, byte[] body) throws IOException {
    try {
      return new Answer(status, Json.MAPPER.readTree(body));
    } catch (IOException e) {
      if (isGood(status)) {
        throw e;
      }
      // A proxy, or who asks for credentials, says it in its own way.
      String text = new String(body, StandardCharsets.UTF_8);
      return new Answer(status, JsonNodeFactory.instance.objectNode().put("error", text));
    }
  }

  boolean isGood() {
    return isGood(status);
  }

  private static boolean isGood(int status) {
    return status >= 200 && status < 300;
  }

  /** Why it is bad. */
  String reason() {
    return Reason.of(body.path("error"));
  }
}
