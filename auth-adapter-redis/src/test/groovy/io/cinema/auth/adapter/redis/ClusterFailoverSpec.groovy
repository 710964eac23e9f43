package io.cinema.auth.adapter.redis

import static io.cinema.auth.adapter.redis.Eventually.eventually

import io.cinema.auth.contracts.fixture.Revocations
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.devkit.RedisServer
import io.cinema.auth.domain.diagnosis.Finding.Verdict
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.RevocationStore
import io.cinema.auth.domain.session.RevokedTokens
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Our keys move to another server of the cluster: nothing is believed that it may not have heard. */
class ClusterFailoverSpec extends Specification {
    private static final UNFILLED = new RevocationStore.Unfilled()

    @Shared @AutoCleanup
    Node store = new Node(Cluster.PLACE)
    @Shared @AutoCleanup
    Node otherNode = new Node(Cluster.PLACE)

    def user = TestIds.user()
    def now = Instant.now()
    def revocation = Revocations.below(user, 2, now + Duration.ofMinutes(15))
    def revoked = new RevocationStore.Known(new RevokedTokens([] as Set, [] as Set, 2))

    def setup() {
        assert eventually { outcome(store) == UNFILLED || outcome(store) instanceof RevocationStore.Known }
        assert eventually { outcome(otherNode) == UNFILLED || outcome(otherNode) instanceof RevocationStore.Known }
        assert store.fillWith([]) && otherNode.fillWith([])
    }

    def "a cluster is well, and one that nobody filled is not"() {
        when:
        def findings = new RedisProbe(Cluster.PLACE).look(Instant.now())

        then:
        findings*.verdict().unique() == [Verdict.WELL]

        when:
        Cluster.empty()

        then:
        new RedisProbe(Cluster.PLACE).look(Instant.now()).last().verdict() == Verdict.DOUBTFUL
    }

    def "the keys are moved to another master: each node follows, and fills it first"() {
        given:
        store.add([revocation], now)
        def from = Cluster.master()
        def to = Cluster.SHARED.servers().take(3).find { it != from }

        when: "the slot is on its way, and not all of it is there yet"
        def (fromId, toId) = [from, to].collect { server -> Cluster.at(server) { it.clusterMyId() } }
        Cluster.at(to) { it.clusterSetSlotImporting(Cluster.SLOT, fromId) }
        Cluster.at(from) { it.clusterSetSlotMigrating(Cluster.SLOT, toId) }

        then: "nobody is told that nothing is revoked"
        !(outcome(store, TestIds.user()) instanceof RevocationStore.Known)

        when:
        Cluster.at(from) { redis ->
            redis.clusterGetKeysInSlot(Cluster.SLOT, 100).each { redis.migrate("127.0.0.1", to.port(), it, 0, 5000) }
        }
        [to, from, *Cluster.SHARED.servers().take(3)].each { server -> Cluster.at(server) { it.clusterSetSlotNode(Cluster.SLOT, toId) } }

        then:
        Cluster.master() == to
        eventually { outcome(store) == UNFILLED }
        eventually { outcome(otherNode) == UNFILLED }

        when:
        store.fillWith([])
        otherNode.fillWith([])

        then: "what was moved is there"
        outcome(store) == revoked
        outcome(otherNode) == revoked
    }

    def "the master is gone: whoever asks is told that Redis is away, until its replica is filled"() {
        given:
        store.add([revocation], now)
        def dead = Cluster.master()

        when:
        dead.stop()
        def seen = [] as Set
        def promoted = eventually(Duration.ofSeconds(20)) {
            seen << outcome(store, TestIds.user())
            outcome(store) == UNFILLED
        }

        then:
        promoted
        Cluster.master() != dead
        seen.every { it == UNFILLED || it == null }

        when:
        store.fillWith([revocation])

        then:
        outcome(store) == revoked
        eventually { outcome(otherNode) == UNFILLED }

        when: "it comes back, as a replica"
        dead.start()

        then:
        eventually(Duration.ofSeconds(20)) { Cluster.at(dead) { it.info("replication") }.contains("role:slave") }
        outcome(store) == revoked

        cleanup:
        dead?.start()
    }

    def "a master that hears nothing of the others stops answering, and is given up"() {
        given: "all but the master of our keys are frozen"
        def master = Cluster.master()
        def others = Cluster.SHARED.servers().findAll { it != master }

        when:
        others*.pause()

        then:
        eventually(Duration.ofSeconds(20)) { outcome(store) == null }

        when:
        others*.resume()

        then:
        eventually(Duration.ofSeconds(20)) { outcome(store) == UNFILLED }

        cleanup:
        others*.resume()
    }

    private RevocationStore.Lookup outcome(Node node, who = user) {
        try {
            node.find(who)
        } catch (PortUnavailableException away) {
            null
        }
    }
}
