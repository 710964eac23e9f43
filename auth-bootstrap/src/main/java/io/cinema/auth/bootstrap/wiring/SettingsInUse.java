package io.cinema.auth.bootstrap.wiring;

import io.cinema.auth.adapter.rest.http.ClientAddresses;
import io.cinema.auth.application.social.RoundTrip;
import io.cinema.auth.application.upkeep.HistoryUpkeep;
import io.cinema.auth.application.upkeep.SessionUpkeep;
import io.cinema.auth.domain.account.StepUpPolicy;
import io.cinema.auth.domain.credential.PasswordPolicy;
import io.cinema.auth.domain.login.LoginThrottle;
import io.cinema.auth.domain.mfa.SecondFactorPolicy;
import io.cinema.auth.domain.mfa.TotpWindow;
import io.cinema.auth.domain.port.PasswordHasher;
import io.cinema.auth.domain.port.TotpGenerator;
import io.cinema.auth.domain.session.SessionTerms;
import io.cinema.auth.domain.token.AccessTokenTerms;
import io.cinema.auth.domain.token.KeySchedule;
import jakarta.inject.Singleton;

/**
 * What is made of settings alone. Much of it is needed by requests only and would be made with the
 * first of them, too late to tell the operator that it can't be: whoever starts asks for this.
 */
@Singleton
public record SettingsInUse(
    AccessTokenTerms tokens,
    SessionTerms sessions,
    KeySchedule keys,
    PasswordPolicy passwords,
    PasswordHasher hasher,
    SecondFactorPolicy secondFactor,
    TotpWindow window,
    TotpGenerator generator,
    StepUpPolicy stepUp,
    LoginThrottle throttle,
    ClientAddresses addresses,
    SessionUpkeep sessionsKept,
    HistoryUpkeep historyKept,
    RoundTrip networks) {}
