package io.cinema.auth.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the service ends: {@code AUTH_SHUTDOWN_…}.
 *
 * @param delay how long it still takes requests after it said that it is not ready: longer than a
 *     balancer takes to notice
 * @param limit how long requests under way are waited for after that
 */
@ConfigurationProperties("auth.shutdown")
public record ShutdownConfiguration(
    @Bindable(defaultValue = "0s") Duration delay,
    @Bindable(defaultValue = "20s") Duration limit) {}
