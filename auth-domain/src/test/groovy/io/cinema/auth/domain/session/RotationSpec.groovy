package io.cinema.auth.domain.session

import static io.cinema.auth.domain.session.SessionSpec.HOME
import static io.cinema.auth.domain.session.SessionSpec.T0
import static io.cinema.auth.domain.session.SessionSpec.opened

import io.cinema.auth.domain.session.Rotation.Over
import io.cinema.auth.domain.session.Rotation.Repeat
import io.cinema.auth.domain.session.Rotation.Rotate
import io.cinema.auth.domain.session.Rotation.Stolen
import java.time.Duration
import spock.lang.Specification

class RotationSpec extends Specification {
    static final Duration GRACE = Duration.ofSeconds(10)
    static final Duration TICK = Duration.ofNanos(1)

    def "generation #presented of a session at 3, #after after its rotation: #decision"() {
        given:
        def session = opened().rotated(T0, HOME).rotated(T0, HOME)

        expect:
        Rotation.decide(session, presented, T0 + after, GRACE) == decision

        where:
        presented         | after                || decision
        3                 | Duration.ZERO        || new Rotate(4)
        3                 | Duration.ofMinutes(5)|| new Rotate(4)
        2                 | Duration.ZERO        || new Repeat(3)
        2                 | GRACE - TICK         || new Repeat(3)
        2                 | GRACE                || new Repeat(3)
        2                 | GRACE + TICK         || new Stolen()
        2                 | Duration.ofMinutes(5)|| new Stolen()
        1                 | Duration.ZERO        || new Stolen()
        1                 | GRACE + TICK         || new Stolen()
        0                 | Duration.ZERO        || new Stolen()
        Integer.MIN_VALUE | Duration.ZERO        || new Stolen()
        4                 | Duration.ZERO        || new Over()
        Integer.MAX_VALUE | Duration.ZERO        || new Over()
    }

    def "without a grace a replaced token is repeated at the very instant only: #after"() {
        given:
        def session = opened().rotated(T0, HOME)

        expect:
        Rotation.decide(session, 1, T0 + after, Duration.ZERO) == decision

        where:
        after         || decision
        Duration.ZERO || new Repeat(2)
        TICK          || new Stolen()
    }

    def "a session that #what is over for every token of it: generation #presented"() {
        expect:
        Rotation.decide(session, presented, now, GRACE) == new Over()

        where:
        [[what, session, now], presented] << [
            [["was ended", opened().rotated(T0, HOME).ended(T0, EndReason.SIGNED_OUT), T0],
             ["idled too long", opened().rotated(T0, HOME), T0 + Duration.ofHours(1)],
             ["reached its absolute end", opened(Duration.ofSeconds(5)).rotated(T0, HOME), T0 + Duration.ofSeconds(5)]],
            [1, 2, 3]].combinations()
    }

    def "a session refreshed up to the last instant of its idle limit lives on"() {
        given:
        def session = opened()

        expect:
        Rotation.decide(session, 1, T0 + Duration.ofHours(1) - TICK, GRACE) == new Rotate(2)
    }
}
