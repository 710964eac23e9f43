package io.cinema.auth.film.etl.opensearch;

/** OpenSearch is there and will not do what it was asked. Waiting does not help. */
public final class RequestRefusedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  RequestRefusedException(String what) {
    super("OpenSearch refuses a request: " + what);
  }
}
