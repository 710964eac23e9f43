package io.cinema.auth.film.etl.opensearch;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of one operation of a bulk. */
enum Outcome {
  DONE,
  /** For good: the document is not as the index wants it. */
  REFUSED,
  /** For want of room, or because a shard is not there yet. */
  AGAIN,
  /** The index can't be written to. */
  BROKEN;

  /**
   * @param item as OpenSearch answers: {@code status}, and {@code error} if there is one
   */
  static Outcome of(JsonNode item) {
    int status = item.path("status").asInt();
    JsonNode error = item.path("error");
    if (error.isMissingNode()) {
      // A document that is to be deleted and is not there is 404 without an error.
      boolean done = (status >= 200 && status < 300) || status == Answer.NOT_FOUND;
      return done ? DONE : BROKEN;
    }
    if (status == Answer.NO_ROOM || status == Answer.UNAVAILABLE) {
      return AGAIN;
    }
    // A closed index is a "bad request", too, but no film's fault.
    boolean closed = error.path("type").asText().equals("index_closed_exception");
    return status == 400 && !closed ? REFUSED : BROKEN;
  }
}
