package io.cinema.auth.domain.social;

import io.cinema.auth.domain.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a network sent somebody back with (RFC 6749 section 4.1.2).
 *
 * @param code the authorization code
 * @param deviceId {@code device_id}, which VK ID sends and wants back; null elsewhere
 * @param issuer {@code iss} (RFC 9207); null where it was not sent
 */
public record Returned(Secret code, @Nullable String deviceId, @Nullable String issuer) {}
