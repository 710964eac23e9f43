package io.cinema.auth.bootstrap.wiring;

import io.cinema.auth.bootstrap.config.KeyConfiguration;
import io.cinema.auth.bootstrap.config.MfaConfiguration;
import io.cinema.auth.bootstrap.config.NamedSettings;
import io.cinema.auth.bootstrap.config.PasswordConfiguration;
import io.cinema.auth.bootstrap.config.ServiceConfiguration;
import io.cinema.auth.bootstrap.config.ServiceConfiguration.Mode;
import io.cinema.auth.bootstrap.config.SessionConfiguration;
import io.cinema.auth.bootstrap.config.StepUpConfiguration;
import io.cinema.auth.bootstrap.config.ThrottleConfiguration;
import io.cinema.auth.bootstrap.config.TokenConfiguration;
import io.cinema.auth.domain.account.StepUpPolicy;
import io.cinema.auth.domain.credential.PasswordPolicy;
import io.cinema.auth.domain.login.LoginThrottle;
import io.cinema.auth.domain.mfa.SecondFactorPolicy;
import io.cinema.auth.domain.mfa.TotpWindow;
import io.cinema.auth.domain.session.SessionTerms;
import io.cinema.auth.domain.token.AccessTokenTerms;
import io.cinema.auth.domain.token.KeySchedule;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Turns configuration into the domain's terms. */
@Factory
final class TermsFactory {
  private static final Duration SHORTEST_NOTICE = Duration.ofMinutes(2);

  /** Nodes read the keys once a minute; what one signs, all others must know. */
  private static final Duration KEY_RELOAD_MARGIN = Duration.ofMinutes(5);

  @Singleton
  AccessTokenTerms accessTokenTerms(
      ServiceConfiguration service,
      TokenConfiguration token,
      @Value("${micronaut.server.port}") int port) {
    return NamedSettings.made(
        "AUTH_TOKEN_LIFE, AUTH_TOKEN_SKEW",
        () ->
            new AccessTokenTerms(
                issuer(service, port),
                token.audience(),
                token.clientId(),
                token.life(),
                token.skew()));
  }

  private static String issuer(ServiceConfiguration service, int port) {
    String issuer = service.issuer();
    if (issuer == null && service.mode() == Mode.DEV) {
      return "http://localhost:" + port;
    }
    if (issuer == null) {
      throw new ConfigurationException("AUTH_ISSUER is not set");
    }
    return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
  }

  @Singleton
  SessionTerms sessionTerms(SessionConfiguration session) {
    return NamedSettings.made(
        "AUTH_SESSION_LIFE, AUTH_SESSION_IDLE_LIMIT, AUTH_SESSION_GRACE",
        () -> new SessionTerms(session.life(), session.idleLimit(), session.grace()));
  }

  @Singleton
  KeySchedule keySchedule(KeyConfiguration keys, AccessTokenTerms tokens) {
    if (keys.notice().compareTo(SHORTEST_NOTICE) < 0) {
      throw new ConfigurationException(
          "AUTH_KEY_NOTICE: a key is known for at least "
              + SHORTEST_NOTICE.toMinutes()
              + "m before it signs, as each node looks for keys once a minute");
    }
    Duration remembrance = tokens.life().plus(tokens.skew()).plus(KEY_RELOAD_MARGIN);
    return NamedSettings.made(
        "AUTH_KEY_PERIOD, AUTH_KEY_NOTICE",
        () -> new KeySchedule(keys.period(), keys.notice(), remembrance));
  }

  @Singleton
  PasswordPolicy passwordPolicy(PasswordConfiguration password) {
    return NamedSettings.made(
        "AUTH_PASSWORD_MIN_LENGTH", () -> new PasswordPolicy(password.minLength()));
  }

  @Singleton
  SecondFactorPolicy secondFactorPolicy(MfaConfiguration mfa, ServiceConfiguration service) {
    if (mfa.policy() != null) {
      return mfa.policy();
    }
    return service.mode() == Mode.DEV ? SecondFactorPolicy.OFF : SecondFactorPolicy.SUPERUSERS;
  }

  @Singleton
  TotpWindow totpWindow(MfaConfiguration mfa) {
    return NamedSettings.made(
        "AUTH_MFA_STEPS_BACK, AUTH_MFA_STEPS_AHEAD",
        () -> new TotpWindow(mfa.stepsBack(), mfa.stepsAhead()));
  }

  @Singleton
  StepUpPolicy stepUpPolicy(StepUpConfiguration stepUp) {
    return NamedSettings.made("AUTH_STEP_UP_MAX_AGE", () -> new StepUpPolicy(stepUp.maxAge()));
  }

  @Singleton
  LoginThrottle loginThrottle(
      ThrottleConfiguration.OfPassword password,
      ThrottleConfiguration.OfCode code,
      ThrottleConfiguration.OfAddress address) {
    return new LoginThrottle(
        NamedSettings.made(
            "AUTH_THROTTLE_PASSWORD_FREE, _FIRST_LOCK, _LONGEST_LOCK, _FORGIVE_EVERY",
            password::limits),
        NamedSettings.made(
            "AUTH_THROTTLE_CODE_FREE, _FIRST_LOCK, _LONGEST_LOCK, _FORGIVE_EVERY", code::limits),
        NamedSettings.made(
            "AUTH_THROTTLE_ADDRESS_FREE, _FIRST_LOCK, _LONGEST_LOCK, _FORGIVE_EVERY",
            address::limits));
  }
}
