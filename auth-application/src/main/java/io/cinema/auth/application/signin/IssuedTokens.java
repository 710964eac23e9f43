package io.cinema.auth.application.signin;

import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.session.SessionId;
import java.time.Duration;

/**
 * What a successful sign-in or refresh hands out.
 *
 * @param accessLife how long the access token lives from now
 * @param refreshLife how long the refresh token can be used from now
 */
public record IssuedTokens(
    Secret accessToken,
    Duration accessLife,
    Secret refreshToken,
    Duration refreshLife,
    SessionId session) {}
