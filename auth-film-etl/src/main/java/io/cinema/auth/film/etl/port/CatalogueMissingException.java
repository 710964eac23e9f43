package io.cinema.auth.film.etl.port;

/** The database is there, and has no film catalogue with labels. */
public final class CatalogueMissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CatalogueMissingException(Throwable cause) {
    super(
        "there is no film catalogue with labels in this database, or this role may not read it",
        cause);
  }
}
