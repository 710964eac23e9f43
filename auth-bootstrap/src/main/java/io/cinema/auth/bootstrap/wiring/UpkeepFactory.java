package io.cinema.auth.bootstrap.wiring;

import io.cinema.auth.application.upkeep.AttemptUpkeep;
import io.cinema.auth.application.upkeep.HistoryUpkeep;
import io.cinema.auth.application.upkeep.RevocationUpkeep;
import io.cinema.auth.application.upkeep.SessionUpkeep;
import io.cinema.auth.application.upkeep.SigningKeyUpkeep;
import io.cinema.auth.bootstrap.config.HistoryConfiguration;
import io.cinema.auth.bootstrap.config.SessionConfiguration;
import io.cinema.auth.domain.login.LoginThrottle;
import io.cinema.auth.domain.mfa.MfaToken;
import io.cinema.auth.domain.port.Ids;
import io.cinema.auth.domain.port.KeyRing;
import io.cinema.auth.domain.port.LoginAttemptRepository;
import io.cinema.auth.domain.port.LoginEventRepository;
import io.cinema.auth.domain.port.RevocationRepository;
import io.cinema.auth.domain.port.RevocationStore;
import io.cinema.auth.domain.port.SessionRepository;
import io.cinema.auth.domain.port.SigningKeyGenerator;
import io.cinema.auth.domain.port.SigningKeyRepository;
import io.cinema.auth.domain.token.KeySchedule;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.Period;

/** Services of the work that nobody asks for. */
@Factory
final class UpkeepFactory {

  @Singleton
  SigningKeyUpkeep signingKeyUpkeep(
      SigningKeyRepository repository,
      SigningKeyGenerator generator,
      KeyRing ring,
      KeySchedule schedule,
      InstantSource clock) {
    return new SigningKeyUpkeep(repository, generator, ring, schedule, clock);
  }

  @Singleton
  RevocationUpkeep revocationUpkeep(
      RevocationRepository truth, RevocationStore store, Ids ids, InstantSource clock) {
    return new RevocationUpkeep(truth, store, ids, clock);
  }

  @Singleton
  HistoryUpkeep historyUpkeep(
      LoginEventRepository history, HistoryConfiguration configuration, InstantSource clock) {
    return new HistoryUpkeep(history, Period.ofMonths(configuration.months()), clock);
  }

  @Singleton
  SessionUpkeep sessionUpkeep(
      SessionRepository sessions, SessionConfiguration configuration, InstantSource clock) {
    // The row is what remembers that the token before it was used.
    if (configuration.keep().compareTo(MfaToken.LIFE) < 0) {
      throw new ConfigurationException(
          "AUTH_SESSION_KEEP: a session is remembered for at least "
              + MfaToken.LIFE.toMinutes()
              + "m");
    }
    return new SessionUpkeep(sessions, configuration.keep(), clock);
  }

  @Singleton
  AttemptUpkeep attemptUpkeep(
      LoginAttemptRepository attempts, LoginThrottle rule, InstantSource clock) {
    return new AttemptUpkeep(attempts, rule, clock);
  }
}
