package io.cinema.auth.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Access tokens: {@code AUTH_TOKEN_…}.
 *
 * @param audience {@code aud}: the resource servers that take them
 * @param clientId {@code client_id}
 * @param life how long one lives
 * @param skew how far apart the clocks of nodes may be
 */
@ConfigurationProperties("auth.token")
public record TokenConfiguration(
    @Bindable(defaultValue = "cinema") String audience,
    @Bindable(defaultValue = "cinema") String clientId,
    @Bindable(defaultValue = "15m") Duration life,
    @Bindable(defaultValue = "30s") Duration skew) {}
