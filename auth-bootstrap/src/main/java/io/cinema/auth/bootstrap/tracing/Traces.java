package io.cinema.auth.bootstrap.tracing;

import io.cinema.auth.bootstrap.config.TracingConfiguration;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** OpenTelemetry as the variables of the environment say, {@code OTEL_*} included. */
@Singleton
@Requires(condition = TracingOn.class)
@Bean(preDestroy = "close")
final class Traces implements AutoCloseable {
  static final String SCOPE = "io.cinema.auth";

  /** A collector that is away must not hold up the end of a process. */
  private static final int PATIENCE_SECONDS = 3;

  private final OpenTelemetrySdk sdk;

  Traces(TracingConfiguration tracing) {
    this.sdk = sdk(tracing);
  }

  private static OpenTelemetrySdk sdk(TracingConfiguration tracing) {
    try {
      return AutoConfiguredOpenTelemetrySdk.builder()
          .disableShutdownHook()
          .addPropertiesSupplier(Traces::defaults)
          .addPropertiesCustomizer(_ -> chosen(tracing))
          .addSamplerCustomizer((sampler, _) -> new OfRequests(sampler))
          .build()
          .getOpenTelemetrySdk();
    } catch (io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException unusable) {
      // Its message may have a header in it that lets us in at the collector.
      throw new ConfigurationException(
          "AUTH_TRACING_ENDPOINT or a variable of OpenTelemetry can't be used: write an address as"
              + " http://collector:4318");
    }
  }

  /** What no variable overrules is ours to choose. */
  private static Map<String, String> defaults() {
    return Map.of(
        "otel.service.name", "auth",
        "otel.exporter.otlp.protocol", "http/protobuf",
        // Baggage would carry into our process whatever a stranger sends.
        "otel.propagators", "tracecontext",
        // Metrics are read at /prometheus, logs from standard output.
        "otel.metrics.exporter", "none",
        "otel.logs.exporter", "none");
  }

  private static Map<String, String> chosen(TracingConfiguration tracing) {
    Map<String, String> properties = new HashMap<>();
    if (tracing.endpoint() != null && !tracing.endpoint().isBlank()) {
      properties.put("otel.exporter.otlp.endpoint", tracing.endpoint());
    }
    return properties;
  }

  OpenTelemetry openTelemetry() {
    return sdk;
  }

  Tracer tracer() {
    return sdk.getTracer(SCOPE);
  }

  /** Sends what is left. */
  @Override
  public void close() {
    var _ = sdk.shutdown().join(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
