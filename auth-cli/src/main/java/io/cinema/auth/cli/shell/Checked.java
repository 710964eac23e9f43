package io.cinema.auth.cli.shell;

import io.cinema.auth.domain.value.InvalidValueException;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an argument as a value of the domain, so that a malformed one is a usage error. */
public abstract class Checked<T> implements ITypeConverter<T> {
  private final Function<String, T> reading;

  protected Checked(Function<String, T> reading) {
    this.reading = reading;
  }

  @Override
  public final T convert(String raw) {
    try {
      return reading.apply(raw);
    } catch (InvalidValueException refused) {
      throw new TypeConversionException(refused.sentence());
    }
  }
}
