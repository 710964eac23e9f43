package io.cinema.auth.domain.role;

import io.cinema.auth.domain.value.InvalidValueException;
import java.util.regex.Pattern;

/** A role's name: a lower-case word of up to 64 letters, digits, dashes, dots and underscores. */
public record RoleName(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9._-]{0,63}");

  /**
   * @throws InvalidValueException for field {@code role_name}: {@code bad_name}
   */
  public RoleName {
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidValueException(
          "role_name",
          "bad_name",
          "must be a lower-case word of letters, digits, dashes, dots and underscores");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
