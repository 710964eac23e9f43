package io.cinema.auth.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * Postgres: {@code AUTH_DATABASE_URL}, {@code AUTH_DATABASE_USER}, {@code AUTH_DATABASE_PASSWORD}
 * and {@code AUTH_DATABASE_POOL_SIZE}.
 *
 * @param url a JDBC address without user and password
 * @param user the role the service runs as; it needs no right to change the schema
 */
@ConfigurationProperties("auth.database")
public record DatabaseConfiguration(String url, String user, String password) {

  @Override
  public String toString() {
    return "DatabaseConfiguration[url=" + url + ", user=" + user + "]";
  }
}
