package io.cinema.auth.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/**
 * Who may read the metrics: {@code AUTH_METRICS_…}.
 *
 * @param password of {@code /prometheus}, by HTTP Basic authentication (RFC 7617) with any user
 *     name; without one it is not there, except in dev mode
 */
@ConfigurationProperties("auth.metrics")
public record MetricsConfiguration(@Nullable String password) {
  @Override
  public String toString() {
    return "MetricsConfiguration[]";
  }
}
