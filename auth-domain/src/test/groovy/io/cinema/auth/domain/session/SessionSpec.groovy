package io.cinema.auth.domain.session

import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.login.Origin
import io.cinema.auth.domain.login.UserAgent
import io.cinema.auth.domain.token.Amr
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class SessionSpec extends Specification {
    static final Instant T0 = Instant.parse("2026-03-10T12:00:00Z")
    static final Origin HOME = new Origin("192.0.2.7", new UserAgent("Cinema TV/4.2"))
    static final Origin TRAIN = new Origin("2001:db8::1f", new UserAgent("Cinema Phone/1.0"))

    static Session opened(Duration absolute = Duration.ofHours(10), Duration idle = Duration.ofHours(1)) {
        Session.opened(new SessionId(UUID.randomUUID()), new UserId(UUID.randomUUID()), [Amr.PWD] as Set, HOME, T0,
            new SessionTerms(absolute, idle, Duration.ofSeconds(10)))
    }

    def "a session opens at generation 1, now, for its absolute life"() {
        expect:
        with(opened()) {
            generation() == 1
            authTime() == T0
            rotatedAt() == T0
            expiresAt() == T0 + Duration.ofHours(10)
            ended() == null
        }
    }

    def "#after after the last refresh a session with limits of #idle idle and #absolute in all lives: #lives"() {
        expect:
        opened(absolute, idle).livesAt(T0 + after) == lives

        where:
        absolute            | idle                | after                                || lives
        Duration.ofHours(9) | Duration.ofHours(1) | Duration.ZERO                        || true
        Duration.ofHours(9) | Duration.ofHours(1) | Duration.ofHours(1) - Duration.ofNanos(1) || true
        Duration.ofHours(9) | Duration.ofHours(1) | Duration.ofHours(1)                  || false
        Duration.ofHours(1) | Duration.ofHours(9) | Duration.ofHours(1) - Duration.ofNanos(1) || true
        Duration.ofHours(1) | Duration.ofHours(9) | Duration.ofHours(1)                  || false
        Duration.ofHours(1) | Duration.ofHours(1) | Duration.ofHours(1)                  || false
        Duration.ofHours(9) | Duration.ofHours(1) | Duration.ofHours(-1)                 || true
    }

    def "an ended session is over at once, and tells when and why"() {
        given:
        def ended = opened().ended(T0, EndReason.SIGNED_OUT)

        expect:
        !ended.livesAt(T0)
        !ended.livesAt(T0 - Duration.ofDays(1))
        ended.ended() == new Session.End(T0, EndReason.SIGNED_OUT)
    }

    def "refreshing moves the idle end, never the absolute one, nor what was proved"() {
        given:
        def session = opened(Duration.ofHours(2), Duration.ofHours(1))

        when:
        def later = session.rotated(T0 + Duration.ofMinutes(30), TRAIN)
        def last = later.rotated(T0 + Duration.ofMinutes(80), HOME)

        then:
        later.generation() == 2
        later.rotatedAt() == T0 + Duration.ofMinutes(30)
        later.origin() == TRAIN
        later.refreshableUntil() == T0 + Duration.ofMinutes(90)
        last.refreshableUntil() == T0 + Duration.ofHours(2)
        [later, last].every {
            it.id() == session.id() && it.user() == session.user() && it.expiresAt() == session.expiresAt() &&
                it.authTime() == session.authTime() && it.amr() == session.amr()
        }
    }

    def "after #before, #method proves #after; nothing else changes"() {
        given:
        def session = Session.opened(new SessionId(UUID.randomUUID()), new UserId(UUID.randomUUID()), before as Set, HOME, T0,
            SessionTerms.DEFAULT).rotated(T0.plusSeconds(60), TRAIN)
        def proved = session.proved(method)

        expect:
        proved.amr() == after as Set
        session.amr() == before as Set
        proved == new Session(session.id(), session.user(), 2, T0, T0.plusSeconds(60), session.expiresAt(), session.idleLimit(),
            after as Set, TRAIN, null)

        where:
        before             | method  || after
        [Amr.PWD]          | Amr.OTP || [Amr.PWD, Amr.OTP]
        [Amr.FED]          | Amr.OTP || [Amr.FED, Amr.OTP]
        [Amr.PWD, Amr.OTP] | Amr.OTP || [Amr.PWD, Amr.OTP]
        []                 | Amr.PWD || [Amr.PWD]
    }

    def "an ended session stays ended, whatever is proved"() {
        expect:
        !opened().ended(T0, EndReason.SIGNED_OUT).proved(Amr.OTP).livesAt(T0)
    }

    def "a session can't be changed from outside"() {
        given:
        def proved = [Amr.PWD] as Set
        def session = Session.opened(new SessionId(UUID.randomUUID()), new UserId(UUID.randomUUID()), proved, HOME, T0, SessionTerms.DEFAULT)

        when:
        proved << Amr.OTP

        then:
        session.amr() == [Amr.PWD] as Set

        when:
        session.amr() << Amr.OTP

        then:
        thrown(UnsupportedOperationException)
    }
}
