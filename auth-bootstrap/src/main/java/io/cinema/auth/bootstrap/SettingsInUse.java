package io.cinema.auth.bootstrap;

import io.cinema.auth.adapter.rest.http.ClientAddresses;
import io.cinema.auth.application.social.RoundTrip;
import io.cinema.auth.domain.account.StepUpPolicy;
import io.cinema.auth.domain.login.LoginThrottle;
import io.cinema.auth.domain.mfa.TotpWindow;
import io.cinema.auth.domain.port.TotpGenerator;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;

/**
 * What is made of settings and needed by requests alone. It would be made with the first of them,
 * too late to tell the operator that it can't be.
 */
@Context
@Requires(notEnv = AuthCli.ENVIRONMENT)
record SettingsInUse(
    ClientAddresses addresses,
    LoginThrottle throttle,
    StepUpPolicy stepUp,
    TotpWindow window,
    TotpGenerator generator,
    RoundTrip networks) {}
