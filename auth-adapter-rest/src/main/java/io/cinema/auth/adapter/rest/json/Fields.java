package io.cinema.auth.adapter.rest.json;

import io.cinema.auth.adapter.rest.problem.ProblemDocument.FieldError;
import io.cinema.auth.adapter.rest.problem.ProblemException;
import io.cinema.auth.application.account.Change;
import io.cinema.auth.domain.value.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes value objects of a body's properties and gathers what is wrong with them, so that a client
 * learns all of it at once. Read the values only after {@link #check}.
 */
public final class Fields {
  private final List<FieldError> errors = new ArrayList<>();

  /** A property's value, once {@link Fields#check} has passed. */
  public static final class Field<T> {
    private final @Nullable T value;

    private Field(@Nullable T value) {
      this.value = value;
    }

    public T value() {
      return Objects.requireNonNull(value, "read before check()");
    }

    /** The value of an optional property. */
    public @Nullable T orNull() {
      return value;
    }
  }

  public <I, T> Field<T> required(String name, @Nullable I raw, Function<I, T> make) {
    if (raw == null) {
      missing(name);
      return new Field<>(null);
    }
    return made(raw, make);
  }

  public <I, T> Field<T> optional(@Nullable I raw, Function<I, T> make) {
    return raw == null ? new Field<>(null) : made(raw, make);
  }

  /** A property of a partial update that may be cleared. */
  public <T> Field<Change<T>> clearable(Change<String> raw, Function<String, T> make) {
    return switch (raw) {
      case Change.Keep<String> _ -> new Field<>(new Change.Keep<>());
      case Change.Put<String>(String text) ->
          new Field<>(new Change.Put<>(optional(text, make).orNull()));
    };
  }

  /** A property of a partial update that may be changed and not cleared. */
  public <T> Field<T> changeable(String name, Change<String> raw, Function<String, T> make) {
    return switch (raw) {
      case Change.Keep<String> _ -> new Field<>(null);
      case Change.Put<String>(String text) -> required(name, text, make);
    };
  }

  public void missing(String name) {
    refuse(name, "required", "is missing");
  }

  /** Tells of a value that was refused elsewhere, under the name that it has here. */
  public void refuse(String name, InvalidValueException why) {
    refuse(name, why.rule(), why.sentence());
  }

  public void refuse(String name, String rule, String sentence) {
    errors.add(new FieldError(name, rule, sentence));
  }

  /**
   * @throws ProblemException {@code invalid-request} with all that was gathered
   */
  public void check() {
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  private <I, T> Field<T> made(I raw, Function<I, T> make) {
    try {
      return new Field<>(make.apply(raw));
    } catch (InvalidValueException refused) {
      refuse(refused.field(), refused);
      return new Field<>(null);
    }
  }
}
