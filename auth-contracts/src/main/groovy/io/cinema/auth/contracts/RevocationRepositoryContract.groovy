package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.AccessTokens
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Revocations
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.RevocationRepository
import io.cinema.auth.domain.port.SessionRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserRepository
import io.cinema.auth.domain.session.EndReason
import io.cinema.auth.domain.session.Revocation
import io.cinema.auth.domain.session.Session
import io.cinema.auth.domain.token.VerifiedAccessToken
import java.time.Duration
import java.time.Instant
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.function.Consumer
import spock.lang.Specification

/** What every {@link RevocationRepository} keeps to. */
abstract class RevocationRepositoryContract extends Specification {
    protected static final Duration TICK = Duration.ofNanos(1000)
    protected static final Duration LIFE = AccessTokens.TERMS.life()

    protected final MutableClock clock = new MutableClock()

    /** The port under test; the same one at each call. */
    abstract RevocationRepository revocations()

    abstract UserRepository users()

    abstract SessionRepository sessions()

    abstract UnitOfWork unitOfWork()

    def setup() {
        while (revocations().relay(1000, { } as Consumer) > 0) {
        }
    }

    def "what was revoked stands, to the microsecond, until its tokens have expired by themselves"() {
        given:
        def user = added().id()
        def until = clock.instant() + LIFE
        def all = [Revocations.token(user, "jti-1", until), Revocations.device(user, TestIds.session(), until),
                   Revocations.below(user, 9_000_000_000, until)]

        when:
        revocations().add(all)

        then:
        standing(user, clock.instant()) as Set == all as Set
        standing(user, until - TICK) as Set == all as Set
        standing(user, until + TICK).empty
    }

    def "revoking nothing, and the same twice, is fine"() {
        given:
        def user = added().id()
        def revocation = Revocations.below(user, 2, clock.instant() + LIFE)

        when:
        revocations().add([])
        2.times { revocations().add([revocation]) }

        then:
        standing(user, clock.instant()) as Set == [revocation] as Set
    }

    def "what waits is relayed once, as it was revoked"() {
        given:
        def user = added().id()
        def all = (1..5).collect { Revocations.below(user, it, clock.instant() + LIFE) }
        revocations().add(all)
        def seen = []

        expect:
        revocations().relay(10, { seen.addAll(it) } as Consumer) == 5
        seen as Set == all as Set

        and: "then nothing waits, and the publisher is left alone"
        revocations().relay(10, { seen.addAll(it) } as Consumer) == 0
        seen.size() == 5

        and: "it still stands"
        standing(user, clock.instant()).size() == 5
    }

    def "a relay hands over no more than its limit, and the rest next time"() {
        given:
        def user = added().id()
        revocations().add((1..5).collect { Revocations.below(user, it, clock.instant() + LIFE) })
        def seen = []

        expect:
        (1..4).collect { revocations().relay(2, { assert it.size() <= 2; seen.addAll(it) } as Consumer) } == [2, 2, 1, 0]
        seen*.subject()*.version() as Set == (1L..5L) as Set
    }

    def "what a failing publisher was handed waits for the next"() {
        given:
        def user = added().id()
        def all = (1..3).collect { Revocations.below(user, it, clock.instant() + LIFE) }
        revocations().add(all)
        def failure = PortUnavailableException.down("RevocationStore", null)
        def seen = []

        when:
        revocations().relay(10, { throw failure } as Consumer)

        then:
        def thrown = thrown(PortUnavailableException)
        thrown.is(failure)

        and:
        revocations().relay(10, { seen.addAll(it) } as Consumer) == 3
        seen as Set == all as Set
    }

    def "parallel relays hand each revocation to one of them"() {
        given:
        def user = added().id()
        def all = (1..200).collect { Revocations.below(user, it, clock.instant() + LIFE) }
        revocations().add(all)
        def seen = new ConcurrentLinkedQueue<Revocation>()

        when:
        def counts = Parallel.times(8) {
            def mine = 0
            def count = 0
            while ((count = revocations().relay(7, { seen.addAll(it) } as Consumer)) > 0) {
                mine += count
            }
            mine
        }

        then:
        counts.sum() == 200
        seen.size() == 200
        seen as Set == all as Set
    }

    def "what a failed unit of work revoked neither stands nor is relayed"() {
        given:
        def user = added().id()
        def seen = []

        when:
        unitOfWork().run {
            revocations().add([Revocations.below(user, 2, clock.instant() + LIFE)])
            throw new IllegalStateException("on purpose")
        }

        then:
        thrown(IllegalStateException)
        standing(user, clock.instant()).empty
        revocations().relay(10, { seen.addAll(it) } as Consumer) == 0
        seen.empty
    }

    def "revocations are forgotten when all their tokens expired before the given time: #shift µs"() {
        given:
        while (revocations().purge(Instant.parse("2003-01-01T00:00:00Z")) > 0) {
        }
        def user = added().id()
        def until = Instant.parse("2002-05-06T07:08:09.000010Z")
        revocations().add([Revocations.below(user, 2, until)])

        expect:
        revocations().purge(until + TICK.multipliedBy(shift)) == forgotten
        standing(user, until - TICK).size() == 1 - forgotten

        where:
        shift || forgotten
        -1    || 0
        0     || 0
        1     || 1
    }

    def "a token of a living session of an enabled account is not revoked"() {
        given:
        def user = added()
        def token = tokenOf(opened(user), user)

        expect:
        !revocations().isRevoked(token)

        and: "whatever befalls other users, sessions and tokens"
        revocations().add([Revocations.token(user.id(), "another-jti", clock.instant() + LIFE)])
        sessions().end(user.id(), opened(user).id(), EndReason.SIGNED_OUT, clock.instant())
        raiseVersion(added().id())
        !revocations().isRevoked(token)
    }

    def "a token is revoked once #what"() {
        given:
        def user = added()
        def session = opened(user)
        def token = tokenOf(session, user)

        when:
        switch (what) {
            case "its session was ended" -> sessions().end(user.id(), session.id(), EndReason.SIGNED_OUT, clock.instant())
            case "all sessions were ended" -> sessions().endAll(user.id(), null, EndReason.PASSWORD_CHANGED, clock.instant())
            case "the account's version was raised" -> raiseVersion(user.id())
            case "the account was disabled" -> change(user.id()) { Users.disabled(it, clock.instant()) }
            case "its jti was revoked" -> revocations().add([Revocations.token(user.id(), token.jti(), clock.instant() + LIFE)])
        }

        then:
        revocations().isRevoked(token)

        where:
        what << ["its session was ended", "all sessions were ended", "the account's version was raised",
                 "the account was disabled", "its jti was revoked"]
    }

    def "a token issued after the version was raised counts again"() {
        given:
        def user = added()
        def session = opened(user)

        when:
        raiseVersion(user.id())

        then:
        !revocations().isRevoked(tokenOf(session, users().findById(user.id()).get()))
    }

    def "a refresh revokes no access token"() {
        given:
        def user = added()
        def session = opened(user)
        def token = tokenOf(session, user)

        when:
        sessions().rotate(Sessions.token(session), Sessions.HOME, clock.instant())

        then:
        !revocations().isRevoked(token)
    }

    def "a token is revoked when its user or its session is not there"() {
        given:
        def stranger = Users.any()
        def user = added()

        expect:
        revocations().isRevoked(tokenOf(Sessions.opened(stranger, clock.instant()), stranger))
        revocations().isRevoked(tokenOf(Sessions.opened(user, clock.instant()), user))
    }

    def "a token is revoked that names another user's session"() {
        given:
        def user = added()
        def stranger = added()
        def session = opened(user)
        def mixed = Session.opened(session.id(), stranger.id(), session.amr(), Sessions.HOME, clock.instant(),
            Sessions.terms(Duration.ofDays(1), Duration.ofDays(1)))

        expect:
        revocations().isRevoked(tokenOf(mixed, stranger))
    }

    protected List<Revocation> standing(UserId user, Instant now) {
        revocations().standing(now).findAll { it.user() == user }
    }

    protected VerifiedAccessToken tokenOf(Session session, User user) {
        AccessTokens.verified(session, user.state(), clock.instant())
    }

    protected User added() {
        def user = Users.any()
        assert users().add(user) == UserRepository.Saved.SAVED
        user
    }

    protected Session opened(User user) {
        def session = Sessions.opened(user, clock.instant())
        sessions().save(session)
        session
    }

    protected void raiseVersion(UserId id) {
        change(id) { it.withState(it.state().withRaisedVersion()) }
    }

    protected void change(UserId id, Closure<User> how) {
        unitOfWork().inTransaction { users().update(how.call(users().lock(id).get())) }
    }
}
