package io.cinema.auth.bootstrap.metrics;

import io.cinema.auth.application.account.SignUp;
import io.cinema.auth.application.session.RefreshOutcome;
import io.cinema.auth.application.signin.PassSecondFactor;
import io.cinema.auth.application.signin.SignIn;
import io.cinema.auth.bootstrap.cli.CliContext;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** Counts how use cases end that leave no other trace in the numbers. */
@Factory
@Requires(notEnv = CliContext.ENVIRONMENT)
final class CountedUseCases {
  private static final String THROTTLED = "auth.throttled";

  private enum SignUpOutcome {
    SIGNED_UP,
    LOGIN_TAKEN,
    EMAIL_TAKEN
  }

  @Singleton
  Consumer<RefreshOutcome> refreshes(MeterRegistry registry) {
    return new Outcomes<>(registry, "auth.refreshes", RefreshOutcome.class)::count;
  }

  @Singleton
  BeanCreatedEventListener<SignUp> signUps(MeterRegistry registry) {
    Outcomes<SignUpOutcome> outcomes =
        new Outcomes<>(registry, "auth.sign.ups", SignUpOutcome.class);
    return created ->
        command -> {
          SignUp.Result result = created.getBean().signUp(command);
          outcomes.count(
              switch (result) {
                case SignUp.SignedUp _ -> SignUpOutcome.SIGNED_UP;
                case SignUp.LoginTaken _ -> SignUpOutcome.LOGIN_TAKEN;
                case SignUp.EmailTaken _ -> SignUpOutcome.EMAIL_TAKEN;
              });
          return result;
        };
  }

  /** The history has the first refusal of a lock only. */
  @Singleton
  BeanCreatedEventListener<SignIn> throttledPasswords(MeterRegistry registry) {
    Counter throttled = registry.counter(THROTTLED, "kind", "password");
    return created ->
        command -> {
          SignIn.Result result = created.getBean().signIn(command);
          if (result instanceof SignIn.Throttled) {
            throttled.increment();
          }
          return result;
        };
  }

  @Singleton
  BeanCreatedEventListener<PassSecondFactor> throttledCodes(MeterRegistry registry) {
    Counter throttled = registry.counter(THROTTLED, "kind", "code");
    return created ->
        command -> {
          PassSecondFactor.Result result = created.getBean().pass(command);
          if (result instanceof PassSecondFactor.Throttled) {
            throttled.increment();
          }
          return result;
        };
  }
}
