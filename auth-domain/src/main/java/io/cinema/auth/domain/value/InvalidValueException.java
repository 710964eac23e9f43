package io.cinema.auth.domain.value;

import java.util.Objects;

/**
 * A value object refused its input. Names the field and the rule, and never carries the value: it
 * may be a secret, and this exception is logged and answered.
 */
public final class InvalidValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String rule;

  /**
   * @param field the field as clients spell it, e.g. {@code first_name}
   * @param rule a stable machine-readable word, e.g. {@code too_long}
   * @param message one sentence for a person, without the value
   */
  public InvalidValueException(String field, String rule, String message) {
    super(message, null, false, false);
    this.field = Objects.requireNonNull(field);
    this.rule = Objects.requireNonNull(rule);
  }

  public String field() {
    return field;
  }

  public String rule() {
    return rule;
  }

  /** The sentence for a person; never null, unlike {@link #getMessage()}. */
  public String sentence() {
    return Objects.requireNonNullElse(getMessage(), rule);
  }
}
