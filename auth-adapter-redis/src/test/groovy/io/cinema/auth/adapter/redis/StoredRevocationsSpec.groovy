package io.cinema.auth.adapter.redis

import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Revocations
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.devkit.Backends
import io.cinema.auth.domain.port.RevocationStore
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class StoredRevocationsSpec extends Specification {
    private static final REDIS = Backends.shared().redis()
    private static final LIFE = Duration.ofMinutes(15)

    @Shared @AutoCleanup
    Node store = new Node(REDIS)
    @Shared @AutoCleanup
    Raw raw = new Raw(REDIS)

    def clock = MutableClock.atSystemTime()
    def user = TestIds.user()
    def key = "auth:revoked:$user" as String

    def setup() {
        raw.flushall()
        store.fillWith([], now)
    }

    def "the key is the user, the value the invalid tokens, and it expires with the last of them"() {
        given:
        def session = TestIds.session()

        when:
        store.add([Revocations.token(user, "jti-1", now + Duration.ofMinutes(3)),
                   Revocations.device(user, session, now + LIFE),
                   Revocations.below(user, 7, now + Duration.ofMinutes(5))], now)

        then:
        raw.get(key).readLines() == [
            "${ms(3)} t:jti-1" as String, "${ms(15)} s:$session" as String, "${ms(5)} v:7" as String]
        lifeIs(LIFE)
    }

    def "a sooner end never shortens the life of the key"() {
        when:
        store.add([Revocations.token(user, "long", now + LIFE)], now)
        store.add([Revocations.token(user, "short", now + Duration.ofMinutes(1))], now)

        then:
        lifeIs(LIFE)

        when: "also not when it comes from a node whose clock is ahead, for which the first has ended"
        clock.advance(Duration.ofMinutes(16))
        store.add([Revocations.token(user, "other", now + Duration.ofMinutes(2))], now)

        then:
        lifeIs(LIFE)
    }

    def "a later end makes the life of the key longer"() {
        when:
        store.add([Revocations.token(user, "short", now + Duration.ofMinutes(1))], now)
        store.add([Revocations.token(user, "long", now + LIFE)], now)

        then:
        lifeIs(LIFE)
    }

    def "the same revocation twice is one line, with the later end; versions share a line"() {
        when:
        store.add([Revocations.token(user, "a", now + Duration.ofMinutes(9)),
                   Revocations.below(user, 3, now + Duration.ofMinutes(9))], now)
        store.add([Revocations.token(user, "a", now + Duration.ofMinutes(2)),
                   Revocations.below(user, 2, now + Duration.ofMinutes(12))], now)

        then:
        raw.get(key).readLines() == ["${ms(9)} t:a" as String, "${ms(12)} v:3" as String]
    }

    def "ten thousand revocations of one user, as time passes, stay a few"() {
        when:
        def longest = 0
        10_000.times { i ->
            clock.advance(Duration.ofSeconds(30))
            store.add([Revocations.device(user, TestIds.session(), now + LIFE)], now)
            if (i % 500 == 0) {
                longest = Math.max(longest, raw.get(key).readLines().size())
            }
        }

        then:
        longest <= 30
        raw.get(key).readLines().size() == 30
        (store.find(user) as RevocationStore.Known).revoked().sessions().size() == 30
    }

    def "what has ended altogether leaves nothing behind"() {
        when:
        store.add([Revocations.token(user, "a", now + LIFE)], now)
        clock.advance(LIFE)
        store.add([Revocations.token(user, "a", now)], now)

        then: "nothing to write, so nothing is sent; the key goes by itself"
        raw.pttl(key) in 1..LIFE.toMillis()
    }

    def "nothing but the epoch and the users' keys stays behind a fill"() {
        when:
        store.fillWith([Revocations.below(user, 2, now + LIFE)], now)

        then:
        raw.keys("*").sort() == ["auth:epoch", key]
        raw.pttl("auth:epoch") == -1
    }

    def "Redis that lost the scripts gets them again"() {
        when:
        raw.scriptFlush()
        store.add([Revocations.below(user, 2, now + LIFE)], now)

        then:
        (store.find(user) as RevocationStore.Known).revoked().lowestVersion() == 2
    }

    private getNow() {
        clock.instant()
    }

    private long ms(int minutes) {
        (now + Duration.ofMinutes(minutes)).toEpochMilli()
    }

    private boolean lifeIs(Duration expected) {
        def life = raw.pttl(key)
        life <= expected.toMillis() && life > (expected - Duration.ofSeconds(60)).toMillis()
    }
}
