package io.cinema.auth.bootstrap.config;

import org.jspecify.annotations.Nullable;

/** The service can't start as it is configured. The message says what to set. */
public final class SettingMissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SettingMissingException(String message) {
    super(message, null, false, false);
  }

  /**
   * A setting that must be there.
   *
   * @param variable its name, e.g. {@code AUTH_DATABASE_URL}
   */
  public static String required(@Nullable String value, String variable, String meaning) {
    if (value == null || value.isBlank()) {
      throw new SettingMissingException(variable + " is not set: " + meaning);
    }
    return value;
  }
}
