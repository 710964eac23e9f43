package io.cinema.auth.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/**
 * The role that owns the schema: {@code AUTH_MIGRATION_USER}, {@code AUTH_MIGRATION_PASSWORD}.
 * Without it the service does not migrate at its start, and expects that somebody did.
 */
@ConfigurationProperties("auth.migration")
public record MigrationConfiguration(@Nullable String user, @Nullable String password) {

  @Override
  public String toString() {
    return "MigrationConfiguration[user=" + user + "]";
  }
}
