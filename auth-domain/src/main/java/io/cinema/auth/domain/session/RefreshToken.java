package io.cinema.auth.domain.session;

/**
 * What a refresh token says once its signature was found good: a session and which of its tokens
 * this is. Nothing of it is stored.
 */
public record RefreshToken(SessionId session, int generation) {}
