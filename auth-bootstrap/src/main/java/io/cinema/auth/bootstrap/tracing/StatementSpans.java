package io.cinema.auth.bootstrap.tracing;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.opentelemetry.instrumentation.jdbc.datasource.JdbcTelemetry;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** A span for each statement, with its text, in which no values stand. */
@Singleton
@Requires(beans = Traces.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StatementSpans implements BeanCreatedEventListener<DataSource> {
  /** Of how databases are described there are two ways; this is the one that stays. */
  private static final String CONVENTIONS = "otel.semconv-stability.opt-in";

  private final JdbcTelemetry telemetry;

  StatementSpans(Traces traces) {
    if (System.getProperty(CONVENTIONS) == null) {
      String _ = System.setProperty(CONVENTIONS, "database");
    }
    this.telemetry =
        JdbcTelemetry.builder(traces.openTelemetry())
            .setDataSourceInstrumenterEnabled(false)
            .build();
  }

  @Override
  public DataSource onCreated(BeanCreatedEvent<DataSource> pool) {
    return telemetry.wrap(pool.getBean());
  }
}
