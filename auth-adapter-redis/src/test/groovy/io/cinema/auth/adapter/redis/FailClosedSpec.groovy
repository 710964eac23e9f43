package io.cinema.auth.adapter.redis

import io.cinema.auth.contracts.fixture.Revocations
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.devkit.RedisServer
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.RevocationStore
import io.cinema.auth.domain.session.RevokedTokens
import java.time.Duration
import java.time.Instant
import java.util.function.Supplier
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Whatever is wrong in Redis, it is never taken for "nothing is revoked". */
class FailClosedSpec extends Specification {
    private static final UNFILLED = new RevocationStore.Unfilled()

    @Shared @AutoCleanup
    RedisServer server = RedisServer.temporary()
    @Shared @AutoCleanup
    Node store = new Node(server)
    @Shared @AutoCleanup
    Raw raw = new Raw(server)

    def user = TestIds.user()
    def key = "auth:revoked:$user" as String
    def now = Instant.now()
    def later = now + Duration.ofMinutes(15)

    def setup() {
        raw.flushall()
        store.fillWith([])
    }

    def "a damaged value is an outage for its user, and nobody else: '#value'"() {
        when:
        raw.set(key, value)
        store.find(user)

        then:
        thrown(PortUnavailableException)
        store.find(TestIds.user()) == new RevocationStore.Known(RevokedTokens.NONE)
        store.store.believed()

        where:
        value << ["", " ", "rubbish", "1795356000000", "1795356000000 ", "1795356000000 t", "x t:jti",
                  "1795356000000 q:jti", "1795356000000 s:no-uuid", "1795356000000 v:one", "1795356000000 v:",
                  "1795356000000 t:%zz", "1795356000000 t:a\n", "1795356000000 t:a\n\n1795356000000 t:b"]
    }

    def "a key of the wrong type is an outage for its user"() {
        when:
        raw.hset(key, "t", "jti")
        store.find(user)

        then:
        thrown(PortUnavailableException)
    }

    def "an addition does not write over what is not ours, and makes the store unfilled; a fill repairs it"() {
        given:
        damage.call(raw, key)

        when:
        store.add([Revocations.token(user, "jti", later)], now)

        then:
        thrown(PortUnavailableException)
        store.find(TestIds.user()) == UNFILLED

        when:
        store.fillWith([Revocations.token(user, "jti", later)])

        then:
        store.find(user) == new RevocationStore.Known(new RevokedTokens(["jti"] as Set, [] as Set, 0))

        where:
        damage << [{ redis, k -> redis.set(k, "rubbish") }, { redis, k -> redis.hset(k, "t", "jti") }]
    }

    def "a Redis that is full refuses the addition, and the store is unfilled"() {
        given:
        raw.configSet("maxmemory", "1")

        when:
        store.add([Revocations.token(user, "jti", later)], now)

        then:
        thrown(PortUnavailableException)
        store.find(user) == UNFILLED

        when:
        raw.configSet("maxmemory", "0")

        then:
        store.fillWith([Revocations.token(user, "jti", later)])
        (store.find(user) as RevocationStore.Known).revoked().tokens() == ["jti"] as Set

        cleanup:
        raw.configSet("maxmemory", "0")
    }

    def "a Redis that evicts keys when it is full is never believed"() {
        given:
        raw.configSet("maxmemory", "100mb")
        raw.configSet("maxmemory-policy", policy)
        raw.flushall()

        expect:
        !store.fillWith([])
        store.find(user) == UNFILLED

        cleanup:
        raw.configSet("maxmemory-policy", "noeviction")
        raw.configSet("maxmemory", "0")

        where:
        policy << ["allkeys-lru", "volatile-lru", "volatile-ttl"]
    }

    def "a demoted master is given up by a node that #does, and has to be filled when it is one again"() {
        given:
        raw.replicaof("127.0.0.1", 1)

        expect: "a replica, which may lag, is not asked, though it would answer"
        Eventually.eventually { fails { work.call(store, user, later, now) } }
        Eventually.eventually { fails { store.find(user) } }
        !store.store.reachable()

        when:
        raw.replicaofNoOne()

        then:
        Eventually.eventually { findsUnfilled() }
        store.fillWith([])
        store.find(user) == new RevocationStore.Known(RevokedTokens.NONE)

        cleanup:
        raw.replicaofNoOne()

        where:
        does    | work
        "writes" | { node, who, till, at -> node.add([Revocations.token(who, "jti", till)], at) }
        "reads" | { node, who, till, at -> node.find(who) }
    }

    def "a Redis that asks for a password we do not have is away"() {
        given:
        raw.configSet("requirepass", "secret")
        def stranger = new Node(server)

        expect:
        !stranger.store.reachable()

        when:
        stranger.find(user)

        then:
        thrown(PortUnavailableException)

        cleanup:
        raw.configSet("requirepass", "")
        stranger.close()
    }

    def "an addition that failed while the store was being filled leaves it unfilled"() {
        when:
        def filled = store.fill({
            raw.hset(key, "t", "jti")
            try {
                store.add([Revocations.token(user, "jti", later)], now)
            } catch (PortUnavailableException expected) {
                raw.del(key)
            }
            []
        } as Supplier, now)

        then:
        !filled
        store.find(user) == UNFILLED
    }

    private boolean findsUnfilled() {
        try {
            store.find(user) == UNFILLED
        } catch (PortUnavailableException away) {
            false
        }
    }

    private static boolean fails(Closure<?> call) {
        try {
            call()
            false
        } catch (PortUnavailableException away) {
            true
        }
    }
}
