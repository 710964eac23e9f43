package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.login.Origin
import io.cinema.auth.domain.login.UserAgent
import io.cinema.auth.domain.port.SessionRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserRepository
import io.cinema.auth.domain.role.RoleName
import io.cinema.auth.domain.session.EndReason
import io.cinema.auth.domain.session.RefreshToken
import io.cinema.auth.domain.session.Rotation
import io.cinema.auth.domain.session.Session
import io.cinema.auth.domain.token.Amr
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

/**
 * What every {@link SessionRepository} keeps to. Where the domain has a rule ({@link Rotation#decide},
 * {@link Session#livesAt}), the port is run beside it.
 */
abstract class SessionRepositoryContract extends Specification {
    protected static final Duration TICK = Duration.ofNanos(1000)

    protected final MutableClock clock = new MutableClock()

    /** The port under test; the same one at each call. */
    abstract SessionRepository sessions()

    /** Where the users of the sessions are kept. */
    abstract UserRepository users()

    abstract UnitOfWork unitOfWork()

    /** Gives the user a role, which is made if it is not there. */
    abstract void grant(UserId user, RoleName role)

    def "a session comes back as it was saved, to the microsecond, with the account as it stands"() {
        given:
        def user = Users.user().superuser().tokenVersion(3).allowedAgents("Cinema*").build()
        users().add(user)
        grant(user.id(), new RoleName("contract-critic"))
        def session = new Session(TestIds.session(), user.id(), 4,
            Instant.parse("2026-01-01T00:00:00.000001Z"), Instant.parse("2026-01-31T23:59:59.999999Z"),
            Instant.parse("2026-03-01T00:00:00.500001Z"), Duration.ofMinutes(90),
            amr as Set, new Origin(ip, new UserAgent(agent)), null)

        when:
        sessions().save(session)
        def standing = sessions().find(session.id()).get()

        then:
        standing.session() == session
        standing.account() == users().findById(user.id()).get().state()
        standing.account().roles() == [new RoleName("contract-critic")] as Set

        where:
        amr                | ip                        | agent
        [Amr.PWD]          | "192.0.2.7"               | "Cinema TV/4.2"
        [Amr.PWD, Amr.OTP] | "2001:db8::1f"            | ""
        [Amr.FED]          | "::ffff:192.0.2.7"        | "Ж" * 512
        []                 | "2001:db8:1:2:3:4:5:6"    | "🎬'\"; DROP TABLE sessions; --"
    }

    def "of a session that is there only the methods of proof are written: #was, then #now"() {
        given:
        def user = Users.any()
        users().add(user)
        def session = withAmr(Sessions.opened(user, clock.instant()), was)
        sessions().save(session)

        when: "a copy in which all else differs too"
        sessions().save(new Session(session.id(), session.user(), 9, session.authTime() + TICK, session.rotatedAt() + TICK,
            session.expiresAt() + TICK, session.idleLimit() + TICK, now as Set, Sessions.TRAIN,
            new Session.End(clock.instant(), EndReason.SIGNED_OUT)))

        then:
        sessions().find(session.id()).get().session() == withAmr(session, now)
        sessions().rotate(Sessions.token(session), Sessions.HOME, clock.instant()).get().session().amr() == now as Set

        where:
        was                | now
        [Amr.PWD]          | [Amr.PWD, Amr.OTP]
        [Amr.PWD, Amr.OTP] | [Amr.PWD]
        [Amr.FED]          | []
        []                 | [Amr.PWD, Amr.OTP, Amr.FED]
    }

    def "a copy that is older than a refresh keeps the refresh as it is"() {
        given:
        def stale = opened()
        def rotated = sessions().rotate(Sessions.token(stale), Sessions.TRAIN, clock.advance(Duration.ofMinutes(1))).get().session()

        when:
        sessions().save(stale.proved(Amr.OTP))

        then:
        sessions().find(stale.id()).get().session() == rotated.proved(Amr.OTP)

        and: "the token of old is as old as before"
        sessions().rotate(Sessions.token(stale), Sessions.HOME, clock.instant()).empty
        sessions().rotate(Sessions.token(rotated), Sessions.HOME, clock.instant()).present
    }

    def "a copy that is older than the end of its session does not revive it"() {
        given:
        def stale = opened()
        def now = clock.advance(Duration.ofMinutes(1))
        sessions().end(stale.user(), stale.id(), EndReason.PASSWORD_CHANGED, now)

        when:
        sessions().save(stale.proved(Amr.OTP))

        then:
        sessions().find(stale.id()).get().session() == stale.proved(Amr.OTP).ended(now, EndReason.PASSWORD_CHANGED)
        sessions().listLive(stale.user(), now).empty
        sessions().rotate(Sessions.token(stale), Sessions.HOME, now).empty
    }

    def "saving, rotating and ending one session in parallel lose nothing of each other"() {
        given:
        def session = opened()
        def now = clock.advance(Duration.ofMinutes(1))

        when:
        def answers = Parallel.times(21) { int i ->
            switch (i % 3) {
                case 0: sessions().save(session.proved(Amr.OTP)); return false
                case 1: return sessions().rotate(Sessions.token(session), Sessions.TRAIN, now).present
                default: return sessions().end(session.user(), session.id(), EndReason.SIGNED_OUT, now)
            }
        }

        then:
        with(sessions().find(session.id()).get().session()) {
            it.amr() == [Amr.PWD, Amr.OTP] as Set
            it.ended() == new Session.End(now, EndReason.SIGNED_OUT)
            it.generation() == (answers.count(true) == 2 ? 2 : 1)
        }
    }

    def "of parallel savings of one new session one adds it"() {
        given:
        def user = Users.any()
        users().add(user)
        def session = Sessions.opened(user, clock.instant())

        when:
        Parallel.times(20) { sessions().save(session); true }

        then:
        sessions().listLive(user.id(), clock.instant()) == [session]
    }

    def "what is saved goes with its unit of work"() {
        given:
        def session = opened()
        def other = Sessions.opened(users().findById(session.user()).get(), clock.instant())

        when:
        unitOfWork().run {
            sessions().save(session.proved(Amr.OTP))
            sessions().save(other)
            assert sessions().find(session.id()).get().session() == session.proved(Amr.OTP)
            throw new IllegalStateException("on purpose")
        }

        then:
        thrown(IllegalStateException)
        sessions().find(session.id()).get().session() == session
        sessions().find(other.id()).empty
    }

    def "a session that is not there is not found"() {
        expect:
        sessions().find(TestIds.session()).empty
        sessions().rotate(new RefreshToken(TestIds.session(), 1), Sessions.HOME, clock.instant()).empty
    }

    def "rotating moves the generation, the time and the origin, and nothing else"() {
        given:
        def session = opened()
        def later = clock.advance(Duration.ofHours(1))

        when:
        def answer = sessions().rotate(Sessions.token(session), Sessions.TRAIN, later).get()

        then:
        answer.session() == session.rotated(later, Sessions.TRAIN)
        answer.session().expiresAt() == session.expiresAt()
        answer.session().authTime() == session.authTime()
        answer.session().amr() == session.amr()
        sessions().find(session.id()).get() == answer
    }

    def "rotating tells the account as it stands now"() {
        given:
        def user = Users.any()
        users().add(user)
        def session = Sessions.opened(user, clock.instant())
        sessions().save(session)

        when:
        grant(user.id(), new RoleName("contract-editor"))
        change(user.id()) { Users.disabled(it.withState(it.state().withRaisedVersion()), clock.instant()) }
        def account = sessions().rotate(Sessions.token(session), Sessions.HOME, clock.instant()).get().account()

        then:
        account == users().findById(user.id()).get().state()
        account.roles() == [new RoleName("contract-editor")] as Set
        account.tokenVersion() == 2
        account.disabledAt() == clock.instant()
    }

    def "of fifty parallel rotations of one token exactly one gets an answer"() {
        given:
        def session = opened()
        def now = clock.advance(Duration.ofMinutes(1))

        when:
        def answers = Parallel.times(50) { sessions().rotate(Sessions.token(session), Sessions.HOME, now) }

        then:
        answers.count { it.present } == 1
        sessions().find(session.id()).get().session().generation() == 2
    }

    def "of an ending and many rotations in parallel none revives the session"() {
        given:
        def session = opened()
        def now = clock.advance(Duration.ofMinutes(1))

        when:
        Parallel.times(20) { int i ->
            i == 7
                ? sessions().end(session.user(), session.id(), EndReason.SIGNED_OUT, now)
                : sessions().rotate(Sessions.token(session), Sessions.HOME, now)
        }

        then:
        with(sessions().find(session.id()).get().session()) {
            it.ended() == new Session.End(now, EndReason.SIGNED_OUT)
            it.generation() <= 2
            sessions().rotate(Sessions.token(it), Sessions.HOME, now).empty
        }
    }

    def "generation #presented of a session at 3 rotates exactly when the rule says so"() {
        given:
        def session = opened()
        2.times {
            session = sessions().rotate(Sessions.token(session), Sessions.HOME, clock.advance(TICK)).get().session()
        }
        def now = clock.advance(TICK)
        def rule = Rotation.decide(session, presented, now, Duration.ofSeconds(10)) instanceof Rotation.Rotate

        expect:
        sessions().rotate(new RefreshToken(session.id(), presented), Sessions.HOME, now).present == rule
        rule == rotates

        where:
        presented         || rotates
        Integer.MIN_VALUE || false
        0                 || false
        1                 || false
        2                 || false
        3                 || true
        4                 || false
        Integer.MAX_VALUE || false
    }

    def "#shift µs from the #end the session lives: #lives, and rotation and list agree with the rule"() {
        given:
        def session = opened(absoluteLife, idleLimit)
        session = sessions().rotate(Sessions.token(session), Sessions.HOME, clock.advance(Duration.ofMinutes(10))).get().session()
        clock.set(session.refreshableUntil() + TICK.multipliedBy(shift))
        def now = clock.instant()

        expect:
        session.livesAt(now) == lives
        (sessions().listLive(session.user(), now)*.id() == [session.id()]) == lives
        (Rotation.decide(session, 2, now, Duration.ofSeconds(10)) instanceof Rotation.Rotate) == lives
        sessions().rotate(Sessions.token(session), Sessions.HOME, now).present == lives

        where:
        end            | absoluteLife          | idleLimit              | shift || lives
        "absolute end" | Duration.ofMinutes(60) | Duration.ofMinutes(60) | -1    || true
        "absolute end" | Duration.ofMinutes(60) | Duration.ofMinutes(60) | 0     || false
        "absolute end" | Duration.ofMinutes(60) | Duration.ofMinutes(60) | 1     || false
        "idle limit"   | Duration.ofMinutes(60) | Duration.ofMinutes(20) | -1    || true
        "idle limit"   | Duration.ofMinutes(60) | Duration.ofMinutes(20) | 0     || false
        "idle limit"   | Duration.ofMinutes(60) | Duration.ofMinutes(20) | 1     || false
    }

    def "refreshing over and over never passes the absolute end"() {
        given:
        def session = opened(Duration.ofHours(1), Duration.ofMinutes(20))

        when:
        def rotations = 0
        for (;;) {
            def answer = sessions().rotate(Sessions.token(session), Sessions.HOME, clock.advance(Duration.ofMinutes(19)))
            if (answer.empty) {
                break
            }
            session = answer.get().session()
            rotations++
        }

        then:
        rotations == 3
    }

    def "an ended session stays ended, and says when and why"() {
        given:
        def session = opened()
        def now = clock.advance(Duration.ofMinutes(1))

        expect:
        sessions().end(session.user(), session.id(), reason, now)
        sessions().find(session.id()).get().session() == session.ended(now, reason)

        and: "it neither rotates nor shows"
        sessions().rotate(Sessions.token(session), Sessions.HOME, now).empty
        sessions().listLive(session.user(), now).empty

        and: "ending it again does nothing"
        !sessions().end(session.user(), session.id(), EndReason.values().find { it != reason }, now + Duration.ofMinutes(1))
        sessions().find(session.id()).get().session() == session.ended(now, reason)

        where:
        reason << EndReason.values()
    }

    def "of many parallel endings of one session one tells that it ended it"() {
        given:
        def session = opened()

        when:
        def answers = Parallel.times(20) {
            sessions().end(session.user(), session.id(), EndReason.SIGNED_OUT, clock.instant())
        }

        then:
        answers.count(true) == 1
    }

    def "another user's session, and one that is not there, can't be ended"() {
        given:
        def session = opened()
        def stranger = Users.any()
        users().add(stranger)

        expect:
        !sessions().end(stranger.id(), session.id(), EndReason.SIGNED_OUT, clock.instant())
        !sessions().end(stranger.id(), TestIds.session(), EndReason.SIGNED_OUT, clock.instant())
        sessions().endAll(stranger.id(), null, EndReason.SIGNED_OUT, clock.instant()).empty
        sessions().find(session.id()).get().session() == session
    }

    def "all sessions of a user end at once, but the excepted one and nobody else's"() {
        given:
        def user = Users.any()
        users().add(user)
        def mine = (1..4).collect { openedBy(user) }
        def foreign = opened()
        def now = clock.advance(Duration.ofMinutes(1))
        sessions().end(user.id(), mine[0].id(), EndReason.SIGNED_OUT, now)
        def later = clock.advance(Duration.ofMinutes(1))

        when:
        def ended = sessions().endAll(user.id(), excepted ? mine[3].id() : null, EndReason.PASSWORD_CHANGED, later)

        then: "those that this call ended are told"
        ended as Set == mine[1..(excepted ? 2 : 3)]*.id() as Set
        ended.size() == (excepted ? 2 : 3)
        ended.every { sessions().find(it).get().session().ended() == new Session.End(later, EndReason.PASSWORD_CHANGED) }

        and:
        sessions().find(mine[0].id()).get().session().ended() == new Session.End(now, EndReason.SIGNED_OUT)
        sessions().listLive(user.id(), later) == (excepted ? [mine[3]] : [])
        sessions().find(foreign.id()).get().session() == foreign

        and: "a second call finds nothing to end"
        sessions().endAll(user.id(), excepted ? mine[3].id() : null, EndReason.PASSWORD_CHANGED, later).empty

        where:
        excepted << [true, false]
    }

    def "an excepted session of somebody else saves nothing"() {
        given:
        def mine = opened()
        def foreign = opened()

        expect:
        sessions().endAll(mine.user(), foreign.id(), EndReason.SIGNED_OUT, clock.instant()) == [mine.id()]
    }

    def "live sessions are listed newest sign-in first, whatever was refreshed since"() {
        given:
        def user = Users.any()
        users().add(user)
        def all = (1..5).collect { openedBy(user) }
        opened()

        when:
        sessions().end(user.id(), all[1].id(), EndReason.SIGNED_OUT, clock.instant())
        all[2] = sessions().rotate(Sessions.token(all[2]), Sessions.TRAIN, clock.advance(TICK)).get().session()

        then:
        sessions().listLive(user.id(), clock.instant()) == [all[4], all[3], all[2], all[0]]
    }

    def "of more than a hundred live sessions the newest hundred are listed"() {
        given:
        def user = Users.any()
        users().add(user)
        def all = (1..103).collect { openedBy(user) }

        expect:
        sessions().listLive(user.id(), clock.instant()) == all.reverse().take(100)
    }

    def "sessions are forgotten when they were over before the given time, not at it: #over, #shift µs"() {
        given:
        forgetAllUntil(Instant.parse("2003-01-01T00:00:00Z"))
        clock.set(Instant.parse("2002-05-06T07:08:09.000010Z"))
        def session = opened(Duration.ofMinutes(60), over == "idle" ? Duration.ofMinutes(20) : Duration.ofMinutes(60))
        def end = session.refreshableUntil()
        if (over == "ended") {
            end = clock.advance(Duration.ofMinutes(5))
            sessions().end(session.user(), session.id(), EndReason.SIGNED_OUT, end)
        }

        expect:
        sessions().purge(end + TICK.multipliedBy(shift), 10) == forgotten
        sessions().find(session.id()).empty == (forgotten == 1)

        where:
        over      | shift || forgotten
        "ended"   | -1    || 0
        "ended"   | 0     || 0
        "ended"   | 1     || 1
        "idle"    | -1    || 0
        "idle"    | 0     || 0
        "idle"    | 1     || 1
        "expired" | -1    || 0
        "expired" | 0     || 0
        "expired" | 1     || 1
    }

    def "forgetting takes as many at a time as it is told"() {
        given:
        def horizon = Instant.parse("2003-01-01T00:00:00Z")
        forgetAllUntil(horizon)
        clock.set(Instant.parse("2002-05-06T07:08:09Z"))
        def user = Users.any()
        users().add(user)
        5.times { openedBy(user) }

        expect:
        [sessions().purge(horizon, 2), sessions().purge(horizon, 2), sessions().purge(horizon, 2), sessions().purge(horizon, 2)] == [2, 2, 1, 0]
        users().findById(user.id()).present
    }

    protected void forgetAllUntil(Instant horizon) {
        while (sessions().purge(horizon, 1000) > 0) {
        }
    }

    protected Session opened(Duration absoluteLife = Duration.ofDays(30), Duration idleLimit = Duration.ofDays(7)) {
        def user = Users.any()
        assert users().add(user) == UserRepository.Saved.SAVED
        def session = Sessions.opened(user, clock.instant(), Sessions.terms(absoluteLife, idleLimit))
        sessions().save(session)
        session
    }

    protected static Session withAmr(Session session, Collection<Amr> amr) {
        new Session(session.id(), session.user(), session.generation(), session.authTime(), session.rotatedAt(),
            session.expiresAt(), session.idleLimit(), amr as Set, session.origin(), session.ended())
    }

    protected Session openedBy(User user) {
        def session = Sessions.opened(user, clock.advance(Duration.ofSeconds(1)))
        sessions().save(session)
        session
    }

    protected void change(UserId id, Closure<User> how) {
        unitOfWork().inTransaction { users().update(how.call(users().lock(id).get())) }
    }
}
