package io.cinema.auth.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Signing keys: {@code AUTH_KEY_…}.
 *
 * @param period how long one signs
 * @param notice how long one is published before it signs; longer than verifiers cache the key set
 */
@ConfigurationProperties("auth.key")
public record KeyConfiguration(
    @Bindable(defaultValue = "30d") Duration period,
    @Bindable(defaultValue = "1d") Duration notice) {}
