package io.cinema.auth.application.account;

import org.jspecify.annotations.Nullable;

/** What a partial update does to one field. */
public sealed interface Change<T> {

  /** The field was not mentioned. */
  record Keep<T>() implements Change<T> {}

  /**
   * The field gets this value.
   *
   * @param value null clears the field
   */
  record Put<T>(@Nullable T value) implements Change<T> {}

  /** The field's value afterwards. */
  default @Nullable T applyTo(@Nullable T current) {
    return switch (this) {
      case Keep<T> _ -> current;
      case Put<T>(T value) -> value;
    };
  }
}
