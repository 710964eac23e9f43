package io.cinema.auth.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Changes that ask for fresh proof: {@code AUTH_STEP_UP_…}.
 *
 * @param maxAge how old a sign-in may be that stands for a password
 */
@ConfigurationProperties("auth.step-up")
public record StepUpConfiguration(@Bindable(defaultValue = "10m") Duration maxAge) {}
