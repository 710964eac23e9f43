package io.cinema.auth.bootstrap.config;

import io.cinema.auth.domain.secret.Secret;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * The role that owns the schema: {@code AUTH_MIGRATION_USER}, {@code AUTH_MIGRATION_PASSWORD}.
 * Without it the service does not migrate at its start, and expects that somebody did.
 */
@ConfigurationProperties("auth.migration")
public record MigrationConfiguration(@Nullable String user, @Nullable String password) {

  /**
   * @throws ConfigurationException where there is none
   */
  public Secret secret() {
    if (password == null || password.isBlank()) {
      throw new ConfigurationException(
          "AUTH_MIGRATION_PASSWORD is not set: set it to the password of AUTH_MIGRATION_USER");
    }
    return Secret.of(password);
  }

  @Override
  public String toString() {
    return "MigrationConfiguration[user=" + user + "]";
  }
}
