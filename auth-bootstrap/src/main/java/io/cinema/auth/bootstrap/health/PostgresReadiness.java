package io.cinema.auth.bootstrap.health;

import io.micronaut.health.HealthStatus;
import io.micronaut.jdbc.DataSourceResolver;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Ready means that Postgres answers. Redis is not asked: without it the service works on, and
 * slower, so taking it out of rotation would make an inconvenience an outage.
 */
@Singleton
@Readiness
final class PostgresReadiness implements HealthIndicator {
  private static final String NAME = "postgres";
  private static final int PATIENCE_SECONDS = 1;

  private final DataSource dataSource;
  private final Scheduler scheduler;

  PostgresReadiness(
      DataSource dataSource,
      DataSourceResolver pool,
      @Named(TaskExecutors.VIRTUAL) ExecutorService virtual) {
    // The bean hands out only the connection of a surrounding transaction.
    this.dataSource = pool.resolve(dataSource);
    this.scheduler = Schedulers.fromExecutorService(virtual);
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.fromCallable(this::ask).subscribeOn(scheduler);
  }

  private HealthResult ask() {
    return HealthResult.builder(NAME, answers() ? HealthStatus.UP : HealthStatus.DOWN).build();
  }

  private boolean answers() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException away) {
      return false;
    }
  }
}
