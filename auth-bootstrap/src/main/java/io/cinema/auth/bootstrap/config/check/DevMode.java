package io.cinema.auth.bootstrap.config.check;

import io.cinema.auth.bootstrap.config.setting.Settings;
import io.micronaut.core.value.PropertyResolver;

/** Whether {@code AUTH_MODE} is {@code dev}, asked before there is a configuration. */
final class DevMode {
  private DevMode() {}

  static boolean isOn(PropertyResolver settings) {
    return Settings.named("AUTH_MODE")
        .text(settings)
        .filter(mode -> mode.equalsIgnoreCase("dev"))
        .isPresent();
  }
}
