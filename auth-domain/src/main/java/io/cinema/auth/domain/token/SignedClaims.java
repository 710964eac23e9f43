package io.cinema.auth.domain.token;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a token says whose signature is ours: nothing else was looked at yet, and any claim may be
 * missing. {@link AccessTokenCheck} makes a {@link VerifiedAccessToken} of it or refuses.
 *
 * @param type the {@code typ} of the header
 */
public record SignedClaims(
    @Nullable String type,
    @Nullable String issuer,
    List<String> audience,
    @Nullable String subject,
    @Nullable Instant expiresAt,
    @Nullable Instant notBefore,
    @Nullable Instant issuedAt,
    @Nullable Instant authTime,
    @Nullable String jti,
    @Nullable String sessionId,
    @Nullable Long version,
    List<String> amr,
    List<String> roles,
    boolean superuser) {}
