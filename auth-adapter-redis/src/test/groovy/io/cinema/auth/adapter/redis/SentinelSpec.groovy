package io.cinema.auth.adapter.redis

import static io.cinema.auth.adapter.redis.Eventually.eventually

import io.cinema.auth.contracts.fixture.Revocations
import io.cinema.auth.contracts.fixture.SocialFlows
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.devkit.RedisServer
import io.cinema.auth.devkit.WatchedRedis
import io.cinema.auth.domain.diagnosis.Finding.Verdict
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.RevocationStore
import io.cinema.auth.domain.session.RevokedTokens
import io.lettuce.core.RedisException
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The master that Sentinels name, whichever that is: nothing is believed that it may not have heard. */
class SentinelSpec extends Specification {
    private static final UNFILLED = new RevocationStore.Unfilled()

    @Shared @AutoCleanup
    WatchedRedis redis = WatchedRedis.temporary()
    @Shared
    RedisPlace place = RedisPlace.of(redis.uri())
    @Shared @AutoCleanup
    Node store = new Node(place)
    @Shared @AutoCleanup
    FlowNode flows = new FlowNode(place)

    def user = TestIds.user()
    def now = Instant.now()
    def revocation = Revocations.below(user, 2, now + Duration.ofMinutes(15))
    def revoked = new RevocationStore.Known(new RevokedTokens([] as Set, [] as Set, 2))

    def setup() {
        assert eventually(Duration.ofSeconds(30)) { fills() }
    }

    def "it is well, unless a master would go on that is cut off"() {
        expect:
        new RedisProbe(place).look(Instant.now())*.verdict().unique() == [Verdict.WELL]

        when:
        redis.servers().each { set(it, "min-replicas-to-write", "0") }

        then:
        new RedisProbe(place).look(Instant.now()).find { it.verdict() != Verdict.WELL }.subject() == "redis replicas"

        cleanup:
        redis.servers().each { set(it, "min-replicas-to-write", "1") }
    }

    def "a Sentinel that is gone is passed over"() {
        given:
        redis.sentinels().first().stop()

        when:
        def late = new Node(place)

        then:
        late.store.reachable()

        cleanup:
        late?.close()
        redis.sentinels().first().start()
    }

    def "a master that is cut off from its replica is not believed for long, though it answers"() {
        given:
        store.add([revocation], now)
        def (master, replica) = masterFirst()

        when:
        replica.pause()

        then: "it takes no writes any more; which is noticed by a node that only reads"
        eventually(Duration.ofSeconds(20)) { outcome() == null }

        when:
        replica.resume()

        then:
        eventually(Duration.ofSeconds(20)) { outcome() == UNFILLED }
        Cluster.at(master) { it.get(RedisKeys.OF_SERVER.revoked(user)) }

        cleanup:
        replica?.resume()
    }

    def "the master is gone: Redis is away until the replica is promoted and filled, and the old one is nobody then"() {
        given:
        store.add([revocation], now)
        def (dead, promoted) = masterFirst()

        when:
        dead.stop()

        then: "alone, it must take writes"
        eventually { outcome() == null }
        set(promoted, "min-replicas-to-write", "0")

        when:
        def seen = [] as Set
        def filled = eventually(Duration.ofSeconds(30)) {
            seen << outcome(TestIds.user())
            fills()
        }

        then:
        filled
        seen.every { it == null || it == UNFILLED }
        outcome() == revoked
        masterFirst().first() == promoted

        and: "who was away at a social network may begin again"
        def flow = SocialFlows.signIn(Instant.now())
        eventually { puts(flow) }
        flows.take(flow.state()).present

        when: "the old one is back, and still takes itself for a master"
        dead.start()
        def late = new Node(place)

        then: "nobody is sent there"
        late.fillWith([])
        late.find(user) == revoked
        outcome() == revoked

        cleanup:
        late?.close()
    }

    private List<RedisServer> masterFirst() {
        redis.servers().toSorted { role(it) == "master" ? 0 : 1 }
    }

    private static String role(RedisServer server) {
        try {
            (Cluster.at(server) { it.info("replication") } =~ /role:(\w+)/)[0][1]
        } catch (RedisException away) {
            "away"
        }
    }

    private static boolean set(RedisServer server, String option, String value) {
        Cluster.at(server) { it.configSet(option, value) } == "OK"
    }

    private boolean puts(flow) {
        try {
            flows.put(flow, Instant.now())
            true
        } catch (PortUnavailableException away) {
            false
        }
    }

    private boolean fills() {
        try {
            store.fillWith([])
        } catch (PortUnavailableException away) {
            false
        }
    }

    private RevocationStore.Lookup outcome(who = user) {
        try {
            store.find(who)
        } catch (PortUnavailableException away) {
            null
        }
    }
}
