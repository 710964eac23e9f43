package io.cinema.auth.film.etl.opensearch;

import com.fasterxml.jackson.databind.JsonNode;

/** What OpenSearch answered, whether good or bad. */
record Answer(int status, JsonNode body) {
  static final int NOT_FOUND = 404;
  static final int TOO_LARGE = 413;
  static final int NO_ROOM = 429;
  static final int UNAVAILABLE = 503;

  boolean isGood() {
    return status >= 200 && status < 300;
  }

  /** Why it is bad. */
  String reason() {
    return Reason.of(body.path("error"));
  }
}
