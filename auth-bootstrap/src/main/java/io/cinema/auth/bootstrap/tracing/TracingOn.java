package io.cinema.auth.bootstrap.tracing;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import io.micronaut.core.value.PropertyResolver;
import java.util.List;
import java.util.Optional;

/** An operator has named a collector, by our own variable or by one of OpenTelemetry's. */
final class TracingOn implements Condition {
  private static final List<String> COLLECTORS =
      List.of(
          "auth.tracing.endpoint",
          "otel.exporter.otlp.endpoint",
          "otel.exporter.otlp.traces.endpoint");

  @Override
  @SuppressWarnings("rawtypes") // the interface is declared so
  public boolean matches(ConditionContext context) {
    return COLLECTORS.stream().anyMatch(name -> text(context, name).isPresent())
        && text(context, "otel.sdk.disabled").filter("true"::equalsIgnoreCase).isEmpty()
        && text(context, "otel.traces.exporter").filter("none"::equalsIgnoreCase).isEmpty();
  }

  private static Optional<String> text(PropertyResolver settings, String name) {
    return settings.getProperty(name, String.class).filter(value -> !value.isBlank());
  }
}
