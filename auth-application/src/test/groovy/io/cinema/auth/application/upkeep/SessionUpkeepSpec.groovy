package io.cinema.auth.application.upkeep

import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.contracts.memory.MemoryDatabase
import io.cinema.auth.contracts.memory.MemorySessionRepository
import io.cinema.auth.contracts.memory.MemoryUserRepository
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.port.SessionRepository
import io.cinema.auth.domain.session.EndReason
import io.cinema.auth.domain.session.Session
import io.cinema.auth.domain.session.SessionTerms
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class SessionUpkeepSpec extends Specification {
    static final Duration TICK = Duration.ofNanos(1000)
    static final Duration KEEP = Duration.ofDays(30)
    static final Duration IDLE = SessionTerms.DEFAULT.idleLimit()

    final MutableClock clock = new MutableClock()
    final MemoryDatabase database = new MemoryDatabase()
    final CountedSessions sessions = new CountedSessions(new MemorySessionRepository(database))
    final User user = Users.any()

    def setup() {
        new MemoryUserRepository(database).add(user)
    }

    private Session opened() {
        def session = Sessions.opened(user, clock.instant())
        sessions.save(session)
        session
    }

    private void keepUp() {
        new SessionUpkeep(sessions, KEEP, clock).run()
    }

    def "a session that #how is kept for a while, then forgotten: #after after"() {
        given:
        def session = opened()
        if (how == "was ended") {
            sessions.end(user.id(), session.id(), EndReason.SIGNED_OUT, clock.instant())
        }

        when:
        clock.advance(after)
        keepUp()

        then:
        sessions.find(session.id()).empty == forgotten

        where:
        how         | after                || forgotten
        "was ended" | Duration.ZERO        || false
        "was ended" | KEEP                 || false
        "was ended" | KEEP + TICK          || true
        "ran out"   | KEEP + TICK          || false
        "ran out"   | IDLE + KEEP          || false
        "ran out"   | IDLE + KEEP + TICK   || true
    }

    def "a live session is never forgotten, however old"() {
        given:
        def session = opened()

        when:
        4.times {
            clock.advance(Duration.ofDays(6))
            def current = sessions.find(session.id()).get().session()
            sessions.rotate(Sessions.token(current), Sessions.HOME, clock.instant())
            keepUp()
        }

        then:
        sessions.find(session.id()).get().session().livesAt(clock.instant())
    }

    def "of #over sessions that are over none is left, in #calls calls"() {
        given:
        over.times { opened() }
        clock.advance(IDLE + KEEP + TICK)
        def live = opened()

        when:
        keepUp()

        then:
        sessions.forgotten == over
        sessions.calls == calls
        sessions.listLive(user.id(), clock.instant())*.id() == [live.id()]

        where:
        over || calls
        0    || 1
        1    || 1
        999  || 1
        1000 || 2
        1001 || 2
        2500 || 3
    }

    /** Sessions that count their forgetting. */
    static class CountedSessions implements SessionRepository {
        @Delegate
        private final SessionRepository sessions

        int calls
        int forgotten

        CountedSessions(SessionRepository sessions) {
            this.sessions = sessions
        }

        @Override
        int purge(Instant before, int limit) {
            calls++
            def now = sessions.purge(before, limit)
            forgotten += now
            now
        }
    }
}
