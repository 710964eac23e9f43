package io.cinema.auth.film.etl.opensearch;

import java.time.Duration;

/**
 * How patient we are with OpenSearch.
 *
 * @param connect until a connection stands
 * @param answer until an answer comes
 * @param farewell how long an index stays that searches no longer see, for those that are under way
 */
record Limits(Duration connect, Duration answer, Backoff backoff, Duration farewell) {

  static Limits usual() {
    return new Limits(
        OpenSearchFilmIndex.CONNECT_TIMEOUT,
        OpenSearchFilmIndex.ANSWER_TIMEOUT,
        Backoff.usual(),
        OpenSearchFilmIndex.FAREWELL);
  }
}
