package io.cinema.auth.film.etl.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Reads the errors of OpenSearch, as one short line. */
final class Reason {
  private static final int LONGEST = 300;
  private static final int CAUSES = 3;

  /** A reason quotes what stands in films: nobody who looks on is to get it as orders. */
  private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\x{2028}\\x{2029}]+");

  private Reason() {}

  /** {@code type: reason, because type: reason}, of up to {@value #LONGEST} characters. */
  static String of(JsonNode error) {
    if (!error.isObject()) {
      return shortened(error.asText(""));
    }
    StringBuilder text = new StringBuilder();
    JsonNode cause = error;
    for (int i = 0; i < CAUSES && cause.isObject(); i++) {
      text.append(i == 0 ? "" : ", because ")
          .append(cause.path("type").asText())
          .append(": ")
          .append(cause.path("reason").asText());
      cause = cause.path("caused_by");
    }
    return shortened(text.toString());
  }

  private static String shortened(String text) {
    String line = UNSEEN.matcher(text).replaceAll(" ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
