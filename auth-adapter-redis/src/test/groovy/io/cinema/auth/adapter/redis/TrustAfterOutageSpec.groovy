package io.cinema.auth.adapter.redis

import static io.cinema.auth.adapter.redis.Eventually.eventually

import io.cinema.auth.contracts.fixture.Revocations
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.devkit.RedisServer
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.RevocationStore
import io.cinema.auth.domain.session.RevokedTokens
import io.lettuce.core.KillArgs
import java.time.Duration
import java.time.Instant
import java.util.function.Supplier
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** After anything that may have cost a revocation, "not found" is believed only after a fill. */
class TrustAfterOutageSpec extends Specification {
    private static final UNFILLED = new RevocationStore.Unfilled()
    private static final NOTHING = new RevocationStore.Known(RevokedTokens.NONE)

    @Shared @AutoCleanup
    RedisServer server = RedisServer.temporary()
    @Shared @AutoCleanup
    Node store = new Node(server)
    @Shared @AutoCleanup
    Node otherNode = new Node(server)
    @Shared @AutoCleanup
    Raw raw = new Raw(server)

    def user = TestIds.user()
    def now = Instant.now()
    def revocation = Revocations.below(user, 2, now + Duration.ofMinutes(15))
    def revoked = new RevocationStore.Known(new RevokedTokens([] as Set, [] as Set, 2))

    def setup() {
        assert eventually { answers(store) && answers(otherNode) }
        raw.flushall()
        assert store.fillWith([]) && otherNode.fillWith([])
        assert store.find(user) == NOTHING
    }

    def "a new node does not believe what others have filled until it has filled it itself"() {
        given:
        def late = new Node(server)

        expect:
        !late.store.believed()
        late.find(user) == UNFILLED

        when:
        late.fillWith([])

        then:
        late.store.believed()
        late.find(user) == NOTHING

        cleanup:
        late.close()
    }

    def "two nodes see each other's revocations at once, a thousand times"() {
        expect:
        (1..1000).every { i ->
            def someone = TestIds.user()
            def (here, there) = i % 2 ? [store, otherNode] : [otherNode, store]
            here.add([Revocations.below(someone, i, now + Duration.ofMinutes(15))], now)
            (there.find(someone) as RevocationStore.Known).revoked().lowestVersion() == i
        }
    }

    def "a restarted Redis that comes back empty is not believed"() {
        given:
        store.add([revocation], now)

        when:
        server.stop()
        server.start()

        then:
        eventually { answers(store) }
        store.find(user) == UNFILLED
        !store.store.believed()

        when:
        store.fillWith([revocation])

        then:
        store.find(user) == revoked
        store.store.believed()
    }

    def "a connection that broke and healed is not believed, though Redis has all its data"() {
        given:
        store.add([revocation], now)

        when:
        raw.clientKill(KillArgs.Builder.typeNormal().skipme())

        then:
        eventually { answers(store) }
        store.find(user) == UNFILLED

        when:
        store.fillWith([])

        then:
        store.find(user) == revoked
    }

    def "an emptied Redis is not believed by a node when another one has filled it already"() {
        given:
        store.add([revocation], now)

        when:
        raw.flushall()
        otherNode.fillWith([revocation])

        then: "it may have looked between the two"
        store.find(TestIds.user()) == UNFILLED
        otherNode.find(user) == revoked

        when:
        store.fillWith([revocation])

        then:
        store.find(user) == revoked
        otherNode.find(user) == revoked
    }

    def "a fill during which the connection broke does not count"() {
        when:
        def filled = fillWhile { raw.clientKill(KillArgs.Builder.typeNormal().skipme()) }

        then:
        !filled
        eventually { answers(store) }
        store.find(user) == UNFILLED
    }

    def "a fill during which Redis was restarted does not count"() {
        when:
        def filled = fillWhile { server.stop(); server.start() }

        then:
        !filled
        eventually { answers(store) }
        store.find(user) == UNFILLED
    }

    def "a fill that takes longer than its marker lives does not count"() {
        expect:
        !fillWhile { raw.keys("auth:filling:*").each { assert raw.pttl(it) > 50_000; raw.del(it) } }
        store.fillWith([])
    }

    def "a node that starts while Redis is down works once Redis is there"() {
        given:
        server.stop()

        when:
        def late = new Node(server)

        then:
        !late.store.reachable()
        !late.store.believed()

        when:
        late.find(user)

        then:
        thrown(PortUnavailableException)

        when:
        server.start()

        then:
        eventually { answers(late) }
        late.store.reachable()
        late.find(user) == UNFILLED
        late.fillWith([revocation])
        late.find(user) == revoked

        cleanup:
        server.start()
        late.close()
    }

    def "a closed store is away and stays so"() {
        given:
        def closed = new Node(server)
        closed.close()

        expect:
        !closed.store.reachable()

        when:
        closed.find(user)

        then:
        thrown(PortUnavailableException)
    }

    private boolean fillWhile(Closure<?> happens) {
        try {
            store.fill({ happens(); [revocation] } as Supplier, now)
        } catch (PortUnavailableException away) {
            false
        }
    }

    private boolean answers(Node node) {
        try {
            node.find(user)
            true
        } catch (PortUnavailableException away) {
            false
        }
    }
}
