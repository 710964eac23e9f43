package io.cinema.auth.bootstrap.config;

import io.cinema.auth.domain.mfa.SecondFactorPolicy;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * The second factor: {@code AUTH_MFA_…}.
 *
 * @param policy who must have one; superusers in production and nobody in dev when absent
 * @param stepsBack how many codes before the current one count
 * @param stepsAhead how many codes after the current one count
 * @param issuerName what authenticator apps call this service
 */
@ConfigurationProperties("auth.mfa")
public record MfaConfiguration(
    @Nullable SecondFactorPolicy policy,
    @Bindable(defaultValue = "1") int stepsBack,
    @Bindable(defaultValue = "0") int stepsAhead,
    @Bindable(defaultValue = "Cinema") String issuerName) {}
