package io.cinema.auth.bootstrap.config;

import io.micronaut.core.value.PropertyResolver;
import java.util.List;

/**
 * What nobody can choose for the operator. Looked at first, so that the start fails with one
 * sentence and not halfway.
 */
public final class RequiredSettings {
  private record Setting(String property, String variable, String meaning) {}

  private static final List<Setting> ALL =
      List.of(
          new Setting(
              "auth.database.url",
              "AUTH_DATABASE_URL",
              "where Postgres is, as jdbc:postgresql://host:port/database"),
          new Setting("auth.database.user", "AUTH_DATABASE_USER", "the role the service runs as"),
          new Setting(
              "auth.database.password", "AUTH_DATABASE_PASSWORD", "the password of that role"),
          new Setting("auth.redis.uri", "AUTH_REDIS_URI", "where Redis is, as redis://host:port"),
          new Setting(
              "auth.master-key",
              "AUTH_MASTER_KEY",
              "32 bytes in base64; make one with: openssl rand -base64 32"));

  private RequiredSettings() {}

  /** A sentence for each that is not there, the name of its variable first. */
  public static List<String> missing(PropertyResolver settings) {
    return ALL.stream()
        .filter(setting -> value(settings, setting).isBlank())
        .map(setting -> setting.variable() + " is not set: " + setting.meaning())
        .toList();
  }

  /**
   * @throws SettingMissingException for the first that is not there
   */
  public static void check(PropertyResolver settings) {
    for (Setting setting : ALL) {
      String _ =
          SettingMissingException.required(
              value(settings, setting), setting.variable(), setting.meaning());
    }
  }

  private static String value(PropertyResolver settings, Setting setting) {
    return settings.getProperty(setting.property(), String.class).orElse("");
  }
}
