package io.cinema.auth.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/**
 * Where traces go.
 *
 * @param endpoint {@code AUTH_TRACING_ENDPOINT}: a collector that takes OTLP over HTTP, e.g. {@code
 *     http://collector:4318}
 */
@ConfigurationProperties("auth.tracing")
public record TracingConfiguration(@Nullable String endpoint) {}
