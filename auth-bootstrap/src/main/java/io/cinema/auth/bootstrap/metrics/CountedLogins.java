package io.cinema.auth.bootstrap.metrics;

import io.cinema.auth.adapter.postgres.login.PostgresLoginEventRepository;
import io.cinema.auth.bootstrap.cli.CliContext;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.LoginEvent;
import io.cinema.auth.domain.login.LoginMethod;
import io.cinema.auth.domain.login.LoginResult;
import io.cinema.auth.domain.paging.Page;
import io.cinema.auth.domain.paging.PageRequest;
import io.cinema.auth.domain.port.LoginEventRepository;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The login history, counting what is added to it: {@code auth_logins_total}. */
@Singleton
@Primary
@Requires(notEnv = CliContext.ENVIRONMENT)
final class CountedLogins implements LoginEventRepository {
  private final PostgresLoginEventRepository history;
  private final Map<LoginMethod, Outcomes<LoginResult>> outcomes = new EnumMap<>(LoginMethod.class);

  CountedLogins(PostgresLoginEventRepository history, MeterRegistry registry) {
    this.history = history;
    for (LoginMethod method : LoginMethod.values()) {
      outcomes.put(
          method,
          new Outcomes<>(
              registry, "auth.logins", LoginResult.class, "method", Outcomes.label(method)));
    }
  }

  /** Counts at once: of a transaction that fails after this, an attempt is still an attempt. */
  @Override
  public LoginEvent record(LoginEvent event) {
    LoginEvent kept = history.record(event);
    Objects.requireNonNull(outcomes.get(event.method())).count(event.result());
    return kept;
  }

  @Override
  public Page<LoginEvent> history(UserId user, PageRequest page) {
    return history.history(user, page);
  }

  @Override
  public void prepare(YearMonth first, YearMonth last) {
    history.prepare(first, last);
  }

  @Override
  public void forgetBefore(YearMonth first) {
    history.forgetBefore(first);
  }
}
