package io.cinema.auth.domain.social;

import io.cinema.auth.domain.value.InvalidValueException;
import java.util.regex.Pattern;

/**
 * The name of a social network as it stands in addresses and configuration: a lower-case word such
 * as {@code yandex}.
 */
public record ProviderName(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  /**
   * @throws InvalidValueException for field {@code provider}: {@code bad_name}
   */
  public ProviderName {
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidValueException("provider", "bad_name", "must be a lower-case word");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
