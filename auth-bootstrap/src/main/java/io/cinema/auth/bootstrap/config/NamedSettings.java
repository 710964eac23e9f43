package io.cinema.auth.bootstrap.config;

import io.micronaut.context.exceptions.ConfigurationException;
import java.util.function.Supplier;

/** Tells the operator which settings to look at. */
public final class NamedSettings {
  private NamedSettings() {}

  /**
   * What is made of some settings.
   *
   * @param variables their names, e.g. {@code AUTH_MFA_STEPS_BACK}
   * @throws ConfigurationException with the names, where nothing can be made of them
   */
  public static <T> T made(String variables, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException unusable) {
      throw new ConfigurationException(variables + ": " + unusable.getMessage(), unusable);
    }
  }
}
