package io.cinema.auth.film.etl.opensearch;

/** OpenSearch does not know us, or does not let us do this. Waiting does not help. */
public final class CredentialsRefusedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  CredentialsRefusedException(String what) {
    super("OpenSearch refuses our credentials, or they do not allow this: " + what);
  }
}
