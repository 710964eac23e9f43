package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.domain.login.AttemptKey
import io.cinema.auth.domain.login.AttemptKind
import io.cinema.auth.domain.login.Attempts
import io.cinema.auth.domain.port.LoginAttemptRepository
import io.cinema.auth.domain.port.UnitOfWork
import java.time.Duration
import java.time.Instant
import java.util.concurrent.CountDownLatch
import spock.lang.Specification

/** What every {@link LoginAttemptRepository} keeps to. */
abstract class LoginAttemptRepositoryContract extends Specification {
    protected static final Duration TICK = Duration.ofNanos(1000)

    /** All that other specs count is later. */
    protected static final Instant HORIZON = Instant.parse("2003-01-01T00:00:00Z")

    protected final MutableClock clock = new MutableClock()

    /** The port under test; the same one at each call. */
    abstract LoginAttemptRepository attempts()

    /** The unit of work that the port takes part in. */
    abstract UnitOfWork unitOfWork()

    def "nothing is counted under a key that was never counted under"() {
        given:
        def keys = [account(), name(), address(), account(AttemptKind.CODE)]

        expect:
        attempts().find(keys) == keys.collectEntries { [it, Attempts.NONE] }
        locked(keys) == keys.collectEntries { [it, Attempts.NONE] }

        and: "nor once it was locked"
        attempts().find(keys) == keys.collectEntries { [it, Attempts.NONE] }
    }

    def "of no keys there is nothing to tell"() {
        expect:
        attempts().find([]) == [:]
        locked([]) == [:]
    }

    def "what was written comes back, to the microsecond: #written"() {
        given:
        def key = account()

        when:
        attempts().save(key, written, clock.instant())

        then:
        attempts().find([key]) == [(key): written]
        locked([key]) == [(key): written]

        where:
        written << [
            new Attempts(1, Instant.parse("2026-03-01T00:00:00.000001Z"), null, false),
            new Attempts(5, Instant.parse("2026-02-28T23:59:59.999999Z"), Instant.parse("2026-03-29T02:30:00.500001Z"), false),
            new Attempts(2_000_000_000, Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2036-03-01T00:00:00.999999Z"), true),
            Attempts.NONE,
        ]
    }

    def "what is written takes the place of all that was: #first, then #second"() {
        given:
        def key = name()

        when:
        attempts().save(key, first, clock.instant())
        attempts().save(key, second, clock.advance(TICK))

        then:
        attempts().find([key]) == [(key): second]

        where:
        [first, second] << [[
            new Attempts(1, MutableClock.START, null, false),
            new Attempts(7, MutableClock.START + TICK, MutableClock.START + Duration.ofHours(1), true),
            Attempts.NONE,
        ]].multiply(2).combinations()
    }

    def "keys are apart by what was guessed and at whose expense"() {
        given:
        def user = TestIds.user()
        def subjects = [new AttemptKey.Account(user), new AttemptKey.Name(user.toString()), new AttemptKey.Address(user.toString()),
                        new AttemptKey.Name("account:" + user), new AttemptKey.Account(TestIds.user())]
        def keys = [AttemptKind.values().toList(), subjects].combinations { kind, subject -> new AttemptKey(kind, subject) }
        def written = keys.withIndex().collectEntries { key, i -> [key, counted(i + 1)] }

        when:
        written.each { key, what -> attempts().save(key, what, clock.instant()) }

        then:
        attempts().find(keys) == written
        locked(keys.reverse()) == written
    }

    def "any text may be a name: #what"() {
        given:
        def key = new AttemptKey(AttemptKind.PASSWORD, new AttemptKey.Name(text + TestIds.word()))
        def other = new AttemptKey(AttemptKind.PASSWORD, new AttemptKey.Name(text + TestIds.word()))

        when:
        attempts().save(key, counted(3), clock.instant())

        then:
        attempts().find([key, other]) == [(key): counted(3), (other): Attempts.NONE]
        locked([key, other]) == [(key): counted(3), (other): Attempts.NONE]

        where:
        what           | text
        "empty"        | ""
        "a NUL"        | "a\u0000b"
        "half a pair"  | "\ud83c"
        "an injection" | "'\"; DROP TABLE login_attempts; --{}\\"
        "long"         | "🎬" * 100_000
    }

    def "a key that is named twice is told once"() {
        given:
        def key = account()
        def other = address()
        attempts().save(key, counted(2), clock.instant())

        expect:
        attempts().find([key, other, key]) == [(key): counted(2), (other): Attempts.NONE]
        locked([key, other, key, other]) == [(key): counted(2), (other): Attempts.NONE]
    }

    def "of twenty who count in parallel none is lost: #what"() {
        given:
        def keys = [account(), address()]
        if (present) {
            keys.each { attempts().save(it, counted(1), clock.instant()) }
        }

        when:
        Parallel.times(20) { count(keys) }

        then:
        attempts().find(keys) == keys.collectEntries { [it, counted(present ? 21 : 20)] }

        where:
        what                            | present
        "under keys that are there"     | true
        "under keys that are not there" | false
    }

    def "many accounts and addresses are counted under in parallel, and none waits for ever"() {
        given:
        def accounts = (1..4).collect { account() }
        def addresses = (1..3).collect { address() }

        when:
        Parallel.times(24) { int i -> count([accounts[i % 4], addresses[i % 3]]) }

        then:
        attempts().find(accounts) == accounts.collectEntries { [it, counted(6)] }
        attempts().find(addresses) == addresses.collectEntries { [it, counted(8)] }
    }

    def "who waited for a key sees what was counted meanwhile: #what"() {
        given:
        def key = account()
        if (present) {
            attempts().save(key, counted(1), clock.instant())
        }
        def first = new CountDownLatch(1)

        when:
        def seen = Parallel.all([
            {
                unitOfWork().inTransaction {
                    def before = attempts().lock([key])
                    first.countDown()
                    attempts().save(key, counted(before[key].failures() + 1), clock.instant())
                    before
                }
            },
            {
                first.await()
                locked([key])
            }])

        then:
        seen*.get(key)*.failures() == (present ? [1, 2] : [0, 1])

        where:
        what                     | present
        "a key that is there"    | true
        "one that was not there" | false
    }

    def "who fails after locking leaves nothing behind, and the next may count"() {
        given:
        def key = account()

        when:
        def answers = Parallel.times(20) { int i ->
            try {
                unitOfWork().inTransaction {
                    count([key])
                    if (i % 2) {
                        throw new IllegalStateException("on purpose")
                    }
                    true
                }
            } catch (IllegalStateException ignored) {
                false
            }
        }

        then:
        answers.count(true) == 10
        attempts().find([key]) == [(key): counted(10)]
    }

    def "a refusal is noted once for each lock, and nothing else of it changes"() {
        given:
        def key = account()
        def other = new AttemptKey(AttemptKind.CODE, key.subject())
        def lock = new Attempts(5, clock.instant(), clock.instant() + Duration.ofMinutes(1), false)
        [key, other].each { attempts().save(it, lock, clock.instant()) }

        expect:
        attempts().noteRefusal(key)
        attempts().find([key, other]) == [(key): noted(lock), (other): lock]
        3.times { assert !attempts().noteRefusal(key) }

        and: "for the next lock again"
        attempts().save(key, lock, clock.advance(Duration.ofHours(1)))
        attempts().noteRefusal(key)
        !attempts().noteRefusal(key)
    }

    def "where no lock stands there is no refusal to note"() {
        given:
        def counted = account()
        def absent = account()
        def freed = account()
        attempts().save(counted, this.counted(3), clock.instant())
        locked([freed])

        expect:
        [counted, absent, freed].every { !attempts().noteRefusal(it) }
        attempts().find([counted, absent, freed]) == [(counted): this.counted(3), (absent): Attempts.NONE, (freed): Attempts.NONE]
    }

    def "of twenty who note a refusal in parallel one is the first"() {
        given:
        def key = address()
        attempts().save(key, new Attempts(5, clock.instant(), clock.instant() + Duration.ofMinutes(1), false), clock.instant())

        expect:
        Parallel.times(20) { attempts().noteRefusal(key) }.count(true) == 1
    }

    def "what is written and noted goes with its unit of work"() {
        given:
        def key = account()
        def absent = account()
        def lock = new Attempts(5, clock.instant(), clock.instant() + Duration.ofMinutes(1), false)
        attempts().save(key, lock, clock.instant())

        when:
        unitOfWork().run {
            assert attempts().noteRefusal(key)
            assert attempts().find([key]) == [(key): noted(lock)]
            attempts().save(key, counted(9), clock.instant())
            attempts().save(absent, counted(1), clock.instant())
            assert attempts().find([key, absent]) == [(key): counted(9), (absent): counted(1)]
            throw new IllegalStateException("on purpose")
        }

        then:
        thrown(IllegalStateException)
        attempts().find([key, absent]) == [(key): lock, (absent): Attempts.NONE]
    }

    def "what was written at #at is forgotten when that is before the given time, not at it: #shift µs"() {
        given:
        forgetAllUntil(HORIZON)
        def key = name()
        attempts().save(key, counted(3), Instant.parse(at))

        expect:
        attempts().purge(Instant.parse(at) + TICK.multipliedBy(shift), 10) == forgotten
        attempts().find([key]) == [(key): forgotten ? Attempts.NONE : counted(3)]

        where:
        [at, [shift, forgotten]] << [
            ["2002-05-06T07:08:09.000010Z", "2002-05-06T08:00:00Z", "2002-05-06T07:59:59.999999Z", "2002-12-31T23:59:59.999999Z"],
            [[-3_600_000_000, 0], [-1, 0], [0, 0], [1, 1], [3_600_000_000, 1]],
        ].combinations()
    }

    def "only writing puts forgetting off"() {
        given:
        forgetAllUntil(HORIZON)
        def old = Instant.parse("2002-05-06T07:08:09Z")
        def keys = (1..3).collect { account() }
        def lock = new Attempts(5, old, old + Duration.ofMinutes(1), false)
        keys.each { attempts().save(it, lock, old) }

        when:
        attempts().noteRefusal(keys[0])
        locked([keys[1]])
        attempts().save(keys[2], lock, old + Duration.ofHours(2))

        then:
        attempts().purge(old + Duration.ofHours(1), 10) == 2
        attempts().find(keys) == [(keys[0]): Attempts.NONE, (keys[1]): Attempts.NONE, (keys[2]): lock]
    }

    def "what was forgotten is counted from the start again"() {
        given:
        def key = account()
        attempts().save(key, counted(7), Instant.parse("2002-05-06T07:08:09Z"))
        forgetAllUntil(HORIZON)

        when:
        count([key])

        then:
        attempts().find([key]) == [(key): counted(1)]
    }

    def "forgetting takes as many at a time as it is told, and each once, also in parallel"() {
        given:
        forgetAllUntil(HORIZON)
        25.times { attempts().save(account(), counted(1), Instant.parse("2002-05-06T07:08:09Z") + Duration.ofMinutes(it)) }

        expect:
        [attempts().purge(HORIZON, 2), attempts().purge(HORIZON, 3)] == [2, 3]
        Parallel.times(4) { attempts().purge(HORIZON, 10) }.sum() == 20
        attempts().purge(HORIZON, 10) == 0
    }

    protected boolean count(List<AttemptKey> keys) {
        unitOfWork().inTransaction {
            attempts().lock(keys).each { key, before -> attempts().save(key, counted(before.failures() + 1), clock.instant()) }
            true
        }
    }

    protected Map<AttemptKey, Attempts> locked(List<AttemptKey> keys) {
        unitOfWork().inTransaction { attempts().lock(keys) }
    }

    protected void forgetAllUntil(Instant horizon) {
        while (attempts().purge(horizon, 1000) > 0) {
        }
    }

    protected static AttemptKey account(AttemptKind kind = AttemptKind.PASSWORD) {
        new AttemptKey(kind, new AttemptKey.Account(TestIds.user()))
    }

    protected static AttemptKey name() {
        new AttemptKey(AttemptKind.PASSWORD, new AttemptKey.Name(TestIds.word()))
    }

    protected static AttemptKey address() {
        new AttemptKey(AttemptKind.PASSWORD, new AttemptKey.Address(TestIds.word()))
    }

    protected static Attempts counted(int failures) {
        new Attempts(failures, MutableClock.START, null, false)
    }

    protected static Attempts noted(Attempts attempts) {
        new Attempts(attempts.failures(), attempts.since(), attempts.lockedUntil(), true)
    }
}
