package io.cinema.auth.domain.token

import io.cinema.auth.domain.account.AccountState
import io.cinema.auth.domain.account.AllowedAgents
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.login.Origin
import io.cinema.auth.domain.login.UserAgent
import io.cinema.auth.domain.role.RoleName
import io.cinema.auth.domain.session.Session
import io.cinema.auth.domain.session.SessionId
import io.cinema.auth.domain.session.SessionTerms
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class AccessTokenClaimsSpec extends Specification {

    def "a token claims what session and account say, in whole seconds"() {
        given:
        def user = new UserId(UUID.randomUUID())
        def account = new AccountState(user, true, 7, null, false, AllowedAgents.ANY, [new RoleName("critic")] as Set)
        def session = Session.opened(new SessionId(UUID.randomUUID()), user, [Amr.PWD, Amr.OTP] as Set,
            new Origin("192.0.2.7", UserAgent.NONE), Instant.parse("2026-03-10T11:59:59.999999Z"), SessionTerms.DEFAULT)

        when:
        def claims = AccessTokenClaims.of(Tokens.TERMS, "jti-1", session, account, Instant.parse("2026-03-10T12:00:00.999999Z"))

        then:
        claims.issuedAt() == Instant.parse("2026-03-10T12:00:00Z")
        claims.expiresAt() == claims.issuedAt() + Duration.ofMinutes(15)
        claims.authTime() == Instant.parse("2026-03-10T11:59:59Z")
        claims.user() == user
        claims.session() == session.id()
        claims.jti() == "jti-1"
        claims.version() == 7
        claims.amr() == [Amr.PWD, Amr.OTP] as Set
        claims.roles() == [new RoleName("critic")] as Set
        claims.superuser()
    }

    def "amr words are read as they are written"() {
        expect:
        Amr.values().every { Amr.ofClaim(it.claim()).get() == it }
        Amr.ofClaim("PWD").empty
        Amr.ofClaim("").empty
    }
}
