package io.cinema.auth.domain.token

import java.time.Duration
import java.time.Instant

/** Claims of a good access token, any of them replaced by name. */
final class Tokens {
    static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z")
    static final AccessTokenTerms TERMS = new AccessTokenTerms("https://auth.example.com", "cinema", "cinema-app",
        Duration.ofMinutes(15), Duration.ofSeconds(30))

    static SignedClaims signed(Map<String, ?> changes = [:]) {
        def c = [type: "at+jwt", issuer: "https://auth.example.com", audience: ["cinema"],
                 subject: "019aa000-0000-7000-8000-000000000001", expiresAt: NOW + Duration.ofMinutes(15), notBefore: null,
                 issuedAt: NOW, authTime: NOW - Duration.ofDays(1), jti: "jti-1",
                 sessionId: "019aa000-0000-7000-8000-000000000002", version: 1L, amr: ["pwd"], roles: ["critic"],
                 superuser: false] + changes
        new SignedClaims(c.type, c.issuer, c.audience, c.subject, c.expiresAt, c.notBefore, c.issuedAt, c.authTime, c.jti,
            c.sessionId, c.version, c.amr, c.roles, c.superuser)
    }

    static VerifiedAccessToken verified(Map<String, ?> changes = [:]) {
        (AccessTokenCheck.check(signed(changes), TERMS, NOW) as AccessTokenCheck.Valid).token()
    }
}
