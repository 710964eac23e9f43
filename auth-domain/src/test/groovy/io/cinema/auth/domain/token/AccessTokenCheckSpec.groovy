package io.cinema.auth.domain.token

import static io.cinema.auth.domain.token.Tokens.NOW
import static io.cinema.auth.domain.token.Tokens.TERMS
import static io.cinema.auth.domain.token.Tokens.signed

import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.role.RoleName
import io.cinema.auth.domain.session.SessionId
import io.cinema.auth.domain.token.AccessTokenCheck.Expired
import io.cinema.auth.domain.token.AccessTokenCheck.Refused
import io.cinema.auth.domain.token.AccessTokenCheck.Valid
import java.time.Duration
import spock.lang.Specification

class AccessTokenCheckSpec extends Specification {
    static final Duration TICK = Duration.ofNanos(1)

    def "a good token becomes a verified one that says the same"() {
        given:
        def claims = signed(superuser: true, roles: ["critic", "editor"], amr: ["pwd", "otp"], version: 7L)

        expect:
        with((AccessTokenCheck.check(claims, TERMS, NOW) as Valid).token()) {
            user() == UserId.parse(claims.subject()).get()
            session() == SessionId.parse(claims.sessionId()).get()
            jti() == "jti-1"
            version() == 7
            expiresAt() == claims.expiresAt()
            authTime() == claims.authTime()
            amr() == [Amr.PWD, Amr.OTP] as Set
            roles() == [new RoleName("critic"), new RoleName("editor")] as Set
            superuser()
        }
    }

    def "#claim = #value is refused"() {
        expect:
        AccessTokenCheck.check(signed([(claim): value]), TERMS, NOW) instanceof Refused

        where:
        claim       | value
        "type"      | null
        "type"      | ""
        "type"      | "JWT"
        "type"      | "refresh+jwt"
        "type"      | "at+jwt "
        "type"      | "text/at+jwt"
        "issuer"    | null
        "issuer"    | ""
        "issuer"    | "https://auth.example.com/"
        "issuer"    | "https://AUTH.example.com"
        "issuer"    | "https://evil.example.com"
        "audience"  | []
        "audience"  | ["other"]
        "audience"  | ["Cinema"]
        "expiresAt" | null
        "issuedAt"  | null
        "authTime"  | null
        "subject"   | null
        "subject"   | "admin"
        "subject"   | ""
        "sessionId" | null
        "sessionId" | "1"
        "jti"       | null
        "version"   | null
        "roles"     | ["Critic"]
        "roles"     | ["critic", ""]
    }

    def "#claim = #value is fine"() {
        expect:
        AccessTokenCheck.check(signed([(claim): value]), TERMS, NOW) instanceof Valid

        where:
        claim      | value
        "type"     | "AT+JWT"
        "type"     | "application/at+jwt"
        "audience" | ["other", "cinema"]
        "roles"    | []
        "amr"      | []
        "amr"      | ["hwk"]
        "subject"  | "019AA000-0000-7000-8000-000000000001"
    }

    def "a method of authentication that we don't know is left out"() {
        expect:
        Tokens.verified(amr: ["hwk", "pwd", "PWD"]).amr() == [Amr.PWD] as Set
    }

    def "#before before its exp the token is #outcome.simpleName"() {
        expect:
        outcome.isInstance(AccessTokenCheck.check(signed(expiresAt: NOW + before), TERMS, NOW))

        where:
        before                 || outcome
        Duration.ofMinutes(15) || Valid
        TICK                   || Valid
        Duration.ZERO          || Expired
        TICK.negated()         || Expired
        Duration.ofDays(-9)    || Expired
    }

    def "#claim #ahead ahead of our clock is #outcome.simpleName"() {
        expect:
        outcome.isInstance(AccessTokenCheck.check(signed([(claim): NOW + ahead, expiresAt: NOW + Duration.ofDays(1)]), TERMS, NOW))

        where:
        claim       | ahead                         || outcome
        "issuedAt"  | Duration.ofSeconds(-30)       || Valid
        "issuedAt"  | Duration.ZERO                 || Valid
        "issuedAt"  | Duration.ofSeconds(30)        || Valid
        "issuedAt"  | Duration.ofSeconds(30) + TICK || Refused
        "issuedAt"  | Duration.ofHours(1)           || Refused
        "notBefore" | Duration.ZERO                 || Valid
        "notBefore" | Duration.ofSeconds(30)        || Valid
        "notBefore" | Duration.ofSeconds(30) + TICK || Refused
        "notBefore" | Duration.ofHours(1)           || Refused
    }

    def "an expired token of another issuer is refused, not expired"() {
        expect:
        AccessTokenCheck.check(signed(issuer: "https://evil.example.com", expiresAt: NOW - TICK), TERMS, NOW) instanceof Refused
    }

    def "a refusal and a verified token print no more than ids"() {
        expect:
        Tokens.verified().toString() == "access token jti-1 of user 019aa000-0000-7000-8000-000000000001"
        !(AccessTokenCheck.check(signed(issuer: "<evil>"), TERMS, NOW) as Refused).reason().contains("evil")
    }
}
