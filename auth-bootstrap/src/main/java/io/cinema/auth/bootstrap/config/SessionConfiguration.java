package io.cinema.auth.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Sessions: {@code AUTH_SESSION_…}.
 *
 * @param life from sign-in to the end, whatever happens
 * @param idleLimit the longest time between two refreshes
 * @param grace how long a refresh token that was just replaced still gets the same successor
 * @param keep how long a session that is over is remembered
 */
@ConfigurationProperties("auth.session")
public record SessionConfiguration(
    @Bindable(defaultValue = "30d") Duration life,
    @Bindable(defaultValue = "7d") Duration idleLimit,
    @Bindable(defaultValue = "10s") Duration grace,
    @Bindable(defaultValue = "30d") Duration keep) {}
