package io.cinema.auth.adapter.redis

import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Revocations
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.devkit.Backends
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.RevocationStore
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class ConcurrentLookupsSpec extends Specification {
    private static final REDIS = Backends.shared().redis()

    @Shared @AutoCleanup
    Node store = new Node(REDIS)
    @Shared @AutoCleanup
    Raw raw = new Raw(REDIS)

    def users = (0..<500).collect { TestIds.user() }

    def setup() {
        raw.flushall()
        def until = Instant.now() + Duration.ofMinutes(15)
        // Every second user has something revoked.
        store.fillWith((0..<500).step(2).collect { Revocations.below(users[it], it + 1, until) })
    }

    def "everybody gets the answer to his own question"() {
        expect:
        Parallel.times(100) { int caller ->
            (0..<100).every { int round ->
                def i = (caller * 37 + round * 11) % 500
                (store.find(users[i]) as RevocationStore.Known).revoked().lowestVersion() == (i % 2 ? 0 : i + 1)
            }
        }.every()
    }

    def "one damaged value does not spoil the answers of those who asked with its user"() {
        given:
        raw.del("auth:revoked:${users[0]}")
        raw.hset("auth:revoked:${users[0]}", "t", "jti")

        expect:
        Parallel.times(100) { int caller ->
            (0..<50).every { int round ->
                caller % 10 ? known(users[caller]) : !known(users[0])
            }
        }.every()
    }

    private boolean known(user) {
        try {
            store.find(user) instanceof RevocationStore.Known
        } catch (PortUnavailableException failed) {
            false
        }
    }
}
