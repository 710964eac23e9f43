package io.cinema.auth.domain.session

import static io.cinema.auth.domain.token.Tokens.verified

import io.cinema.auth.domain.session.Revocation.Below
import io.cinema.auth.domain.session.Revocation.Device
import io.cinema.auth.domain.session.Revocation.Token
import spock.lang.Specification

class RevokedTokensSpec extends Specification {
    static final SessionId MINE = new SessionId(UUID.randomUUID())
    static final SessionId OTHER = new SessionId(UUID.randomUUID())

    def "#subjects revoke a token of version 5: #revoked"() {
        expect:
        RevokedTokens.of(subjects).cover(verified(jti: "jti-1", sessionId: MINE.toString(), version: 5L)) == revoked

        where:
        subjects                             || revoked
        []                                   || false
        [new Token("jti-1")]                 || true
        [new Token("JTI-1")]                 || false
        [new Token("jti-2")]                 || false
        [new Device(MINE)]                   || true
        [new Device(OTHER)]                  || false
        [new Below(4)]                       || false
        [new Below(5)]                       || false
        [new Below(6)]                       || true
        [new Below(6), new Below(2)]         || true
        [new Below(2), new Below(6)]         || true
        [new Device(OTHER), new Token("jti-2"), new Below(5)] || false
        [new Device(OTHER), new Token("jti-1"), new Below(5)] || true
    }

    def "nothing revoked covers nothing"() {
        expect:
        !RevokedTokens.NONE.cover(verified(version: 1L))
        RevokedTokens.of([]) == RevokedTokens.NONE
    }
}
