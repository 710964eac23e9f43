package io.cinema.auth.film.etl.label;

/** A file of rules can't be understood. The message is a sentence for who wrote it. */
public final class BadRulesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadRulesException(String sentence) {
    super(sentence, null, false, false);
  }
}
