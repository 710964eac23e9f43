package io.cinema.auth.adapter.postgres.throttle

import io.cinema.auth.adapter.postgres.OnPostgres
import io.cinema.auth.adapter.postgres.Sql
import io.cinema.auth.adapter.postgres.TestDatabase
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.devkit.Backends
import io.cinema.auth.domain.login.Attempt
import io.cinema.auth.domain.login.AttemptKey
import io.cinema.auth.domain.login.AttemptKind
import io.cinema.auth.domain.login.Attempts
import io.cinema.auth.domain.login.LoginThrottle
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/** What lies in the table, which no port tells. */
class StoredAttemptsSpec extends Specification implements OnPostgres {
    private static final String COUNTS = """
        SELECT n_tup_upd AS updates, n_tup_hot_upd AS hot FROM pg_stat_xact_user_tables WHERE relname = 'login_attempts'
        """

    @Shared
    @AutoCleanup
    TestDatabase own = new TestDatabase(Backends.shared().postgres(), "stored_attempts")

    @Override
    TestDatabase database() {
        own
    }

    def cleanup() {
        own.owner().withCloseable { it.execute("TRUNCATE auth.login_attempts") }
    }

    def "a guess under keys that are there writes no index"() {
        given:
        def clock = new MutableClock()
        def guess = Attempt.at(AttemptKind.PASSWORD, TestIds.user(), Sessions.HOME)
        guess.keys().each { attempts().save(it, Attempts.NONE, clock.instant()) }

        when:
        def counts = unitOfWork().inTransaction {
            10.times {
                attempts().lock(guess.keys()).each { key, before ->
                    def failed = LoginThrottle.DEFAULT.failed(key, before, clock.instant())
                    attempts().save(key, failed, clock.advance(Duration.ofSeconds(30)))
                }
            }
            attempts().noteRefusal(guess.keys().first())
            own.bean(Sql).first(COUNTS, { [it.getLong("updates"), it.getLong("hot")] }).get()
        }

        then:
        counts == [41, 41]
    }

    def "nothing that was typed can be read: #typed"() {
        given:
        def guess = Attempt.atName(AttemptKind.PASSWORD, typed, Sessions.HOME)

        when:
        unitOfWork().run { attempts().lock(guess.keys()) }
        guess.keys().each { attempts().save(it, Attempts.NONE, MutableClock.START) }

        then:
        def rows = own.owner().withCloseable { it.rows("SELECT login_attempts::text AS text, encode(subject, 'escape') AS subject FROM auth.login_attempts") }
        rows.size() == 2
        rows.every { !(it.text + it.subject).toLowerCase().contains("hunter") && !it.text.contains("192.0.2") }

        where:
        typed << ["hunter2", "HUNTER2"]
    }

    def "a key that was locked and never counted under is forgotten with the next purge"() {
        given:
        def guess = Attempt.at(AttemptKind.CODE, TestIds.user(), Sessions.HOME)
        unitOfWork().run { attempts().lock(guess.keys()) }

        expect:
        attempts().purge(MutableClock.START - Duration.ofDays(9999), 10) == 2
        own.owner().withCloseable { it.rows("SELECT FROM auth.login_attempts") }.empty
    }

    def "a key that somebody has locked is not forgotten"() {
        given:
        def guess = Attempt.at(AttemptKind.PASSWORD, TestIds.user(), Sessions.HOME)
        guess.keys().each { attempts().save(it, Attempts.NONE, MutableClock.START) }
        def purged = null

        when:
        unitOfWork().run {
            attempts().lock([guess.keys().first()])
            Thread.ofVirtual().start { purged = attempts().purge(MutableClock.START + Duration.ofDays(1), 10) }.join()
        }

        then:
        purged == 1
        attempts().purge(MutableClock.START + Duration.ofDays(1), 10) == 1
    }

    @Timeout(30)
    def "keys are locked in the order of the list: #order"() {
        given:
        def sorted = (1..3).collect { new AttemptKey(AttemptKind.PASSWORD, new AttemptKey.Name(TestIds.word())) }
            .sort { StoredKey.of(it).subject() }
        def keys = order.collect { sorted[it] }
        sorted.each { attempts().save(it, Attempts.NONE, MutableClock.START) }
        def free = null
        def waiter = null

        when: "the second is somebody else's"
        unitOfWork().run {
            attempts().lock([keys[1]])
            waiter = Thread.ofVirtual().start { unitOfWork().run { attempts().lock(keys) } }
            own.owner().withCloseable {
                while (it.firstRow("SELECT count(*) AS waiting FROM pg_locks WHERE NOT granted").waiting == 0) {
                    Thread.onSpinWait()
                }
                free = it.rows("SELECT encode(subject, 'hex') AS subject FROM auth.login_attempts FOR UPDATE SKIP LOCKED")*.subject
            }
        }
        waiter.join()

        then: "the first is taken, the third not yet"
        free == [StoredKey.of(keys[2]).subject()]

        where:
        order << (0..2).toList().permutations()
    }
}
