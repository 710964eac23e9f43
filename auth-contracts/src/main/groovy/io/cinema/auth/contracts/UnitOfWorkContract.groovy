package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.LoginEvents
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Revocations
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.paging.PageRequest
import io.cinema.auth.domain.port.LoginEventRepository
import io.cinema.auth.domain.port.RevocationRepository
import io.cinema.auth.domain.port.SessionRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserRepository
import io.cinema.auth.domain.session.EndReason
import java.time.Duration
import java.time.YearMonth
import java.time.ZoneOffset
import spock.lang.Specification

/** What every {@link UnitOfWork} keeps to, together with the repositories that take part in it. */
abstract class UnitOfWorkContract extends Specification {
    protected final MutableClock clock = new MutableClock()

    /** The port under test. */
    abstract UnitOfWork unitOfWork()

    abstract UserRepository users()

    abstract SessionRepository sessions()

    abstract LoginEventRepository events()

    abstract RevocationRepository revocations()

    def setup() {
        def month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC))
        events().prepare(month, month)
    }

    def "what the work wrote stands when it returns, and its answer is given back"() {
        given:
        def user = Users.any()

        expect:
        unitOfWork().inTransaction { users().add(user); "answer" } == "answer"
        users().findById(user.id()).get() == user
    }

    def "the work sees what it wrote"() {
        given:
        def user = Users.any()

        expect:
        unitOfWork().inTransaction {
            users().add(user)
            users().findById(user.id()).present && users().findByLogin(user.login()).present
        }
    }

    def "nothing that the work wrote stands when it throws #thrown.class.simpleName, which comes through as it is"() {
        given:
        def old = Users.any()
        def oldSession = Sessions.opened(old, clock.instant())
        users().add(old)
        sessions().save(oldSession)
        def user = Users.any()
        def session = Sessions.opened(user, clock.instant())
        clock.advance(Duration.ofMinutes(1))

        when:
        unitOfWork().run {
            users().add(user)
            sessions().save(session)
            write(old.id(), oldSession)
            throw thrown
        }

        then:
        def seen = thrown(Throwable)
        seen.is(thrown)

        and:
        users().findById(user.id()).empty
        users().findByLogin(user.login()).empty
        sessions().find(session.id()).empty
        users().findById(old.id()).get() == old
        sessions().find(oldSession.id()).get().session() == oldSession
        events().history(old.id(), new PageRequest(10, null)).items().empty
        !revocations().standing(clock.instant()).any { it.user() == old.id() }

        and: "the names and the agent are as new as before"
        users().add(Users.user().login(user.login().shown()).email(user.email().shown()).build()) == UserRepository.Saved.SAVED
        events().record(LoginEvents.success(old.id(), clock.instant(), Sessions.TRAIN)).newAgent()

        where:
        thrown << [new IllegalStateException("on purpose"), new StackOverflowError("on purpose")]
    }

    def "a unit of work inside another joins it: both stand"() {
        given:
        def outer = Users.any()
        def inner = Users.any()

        when:
        unitOfWork().run {
            users().add(outer)
            unitOfWork().run {
                assert users().findById(outer.id()).present
                users().add(inner)
            }
            assert users().findById(inner.id()).present
        }

        then:
        users().findById(outer.id()).present
        users().findById(inner.id()).present
    }

    def "a unit of work inside another joins it: what the inner one wrote goes when the outer one throws"() {
        given:
        def outer = Users.any()
        def inner = Users.any()

        when:
        unitOfWork().run {
            users().add(outer)
            unitOfWork().run { users().add(inner) }
            throw new IllegalStateException("on purpose")
        }

        then:
        thrown(IllegalStateException)
        users().findById(outer.id()).empty
        users().findById(inner.id()).empty
    }

    def "a unit of work inside another joins it: a failure that leaves both takes both"() {
        given:
        def outer = Users.any()
        def inner = Users.any()

        when:
        unitOfWork().run {
            users().add(outer)
            unitOfWork().run {
                users().add(inner)
                throw new IllegalStateException("on purpose")
            }
        }

        then:
        thrown(IllegalStateException)
        users().findById(outer.id()).empty
        users().findById(inner.id()).empty
    }

    def "after a failure the next work on the same thread starts afresh"() {
        given:
        def lost = Users.any()
        def kept = Users.any()

        when:
        try {
            unitOfWork().run { users().add(lost); throw new IllegalStateException("on purpose") }
        } catch (IllegalStateException ignored) {
            unitOfWork().run { users().add(kept) }
        }

        then:
        users().findById(lost.id()).empty
        users().findById(kept.id()).present
    }

    def "parallel units of work do not mix: each failing one takes only its own writes"() {
        given:
        def all = (0..<30).collect { Users.any() }

        when:
        Parallel.times(30) { int i ->
            try {
                unitOfWork().run {
                    users().add(all[i])
                    if (i % 2 == 1) {
                        throw new IllegalStateException("on purpose")
                    }
                }
            } catch (IllegalStateException ignored) {
            }
            true
        }

        then:
        all.withIndex().every { user, i -> users().findById(user.id()).present == (i % 2 == 0) }
    }

    protected void write(UserId id, session) {
        def now = clock.instant()
        def user = users().lock(id).get()
        users().update(user.withState(user.state().withRaisedVersion()))
        users().recordLogin(id, now, Sessions.TRAIN.agent())
        sessions().rotate(Sessions.token(session), Sessions.TRAIN, now)
        sessions().end(id, session.id(), EndReason.SIGNED_OUT, now)
        events().record(LoginEvents.success(id, now, Sessions.TRAIN))
        revocations().add([Revocations.below(id, 2, now + Duration.ofMinutes(15))])
    }
}
