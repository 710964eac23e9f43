package io.cinema.auth.film.etl.opensearch;

/** There is an index by the name of our alias. It is not ours, so we leave it alone. */
public final class AliasTakenException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  AliasTakenException(String alias) {
    super(
        ("%1$s is an index, and is to be an alias: delete it (DELETE /%1$s) or copy it to another"
                + " name first, or choose another alias")
            .formatted(alias));
  }
}
