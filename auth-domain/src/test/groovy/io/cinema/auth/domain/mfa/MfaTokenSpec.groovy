package io.cinema.auth.domain.mfa

import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.session.SessionId
import io.cinema.auth.domain.token.Amr
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class MfaTokenSpec extends Specification {
    static final Instant END = Instant.parse("2026-03-10T12:05:00Z")

    private final passed = [Amr.PWD] as Set
    private final token = new MfaToken(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()), 1, passed, END)

    def "#before before its end it lives: #lives"() {
        expect:
        token.livesAt(END - before) == lives

        where:
        before                 || lives
        MfaToken.LIFE          || true
        Duration.ofNanos(1)    || true
        Duration.ZERO          || false
        Duration.ofSeconds(-1) || false
    }

    def "five minutes are enough to find a phone"() {
        expect:
        MfaToken.LIFE == Duration.ofMinutes(5)
    }

    def "what was passed can't be added to"() {
        when:
        passed << Amr.OTP

        then:
        token.passed() == [Amr.PWD] as Set

        when:
        token.passed() << Amr.OTP

        then:
        thrown(UnsupportedOperationException)
    }
}
