package io.cinema.auth.adapter.redis

import static io.cinema.auth.adapter.redis.Eventually.eventually

import io.cinema.auth.contracts.fixture.Revocations
import io.cinema.auth.contracts.fixture.SocialFlows
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.devkit.RedisServer
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.RevocationStore
import io.cinema.auth.domain.secret.Secret
import io.cinema.auth.domain.social.SocialFlow
import io.lettuce.core.RedisClient
import java.security.MessageDigest
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What stands in Redis for a flow, and what becomes of it when Redis is not as it should be. */
class StoredFlowsSpec extends Specification {
    @Shared @AutoCleanup
    RedisServer server = RedisServer.temporary()
    @Shared @AutoCleanup
    FlowNode flows = new FlowNode(server)
    @Shared @AutoCleanup
    Raw raw = new Raw(server)

    def now = Instant.now()
    def user = TestIds.user()
    def flow = SocialFlows.linking(user, now)
    def key = "auth:flow:" + MessageDigest.getInstance("SHA-256").digest(flow.state().reveal().bytes).encodeHex()

    def setup() {
        assert eventually { present("any") != null }
        raw.flushall()
    }

    def "whoever begins flows without end does not fill Redis with them"() {
        when:
        def refused = (1..1000).findResults {
            try {
                flows.put(SocialFlows.linking(user, now), now)
                null
            } catch (PortUnavailableException overloaded) {
                overloaded
            }
        }

        then: "the thousand take a few seconds at the most"
        refused.size() > 300
        refused*.reason().unique() == [PortUnavailableException.Reason.OVERLOADED]

        cleanup: "the next feature begins with a new second"
        sleep(1000)
    }

    def "the key is a digest of the state, the value the rest, and it expires with the flow"() {
        when:
        flows.put(flow, now)

        then:
        raw.keys("*") == [key]
        raw.get(key) == ["1", "yandex", flow.flowToken().reveal(), flow.nonce().reveal(), flow.codeVerifier().reveal(),
                         URLEncoder.encode(flow.redirectUri().toString(), "UTF-8"), user, URLEncoder.encode(flow.expiresAt().toString(), "UTF-8")].join(" ")
        raw.pttl(key) in (SocialFlow.LIFE.toMillis() - 60_000)..SocialFlow.LIFE.toMillis()
    }

    def "the state can't be read in Redis"() {
        when:
        flows.put(flow, now)

        then:
        !(raw.keys("*") + raw.get(key)).join().contains(flow.state().reveal())
    }

    def "the life of the key is what the clock of who puts it says, whatever Redis' own does: #life"() {
        given:
        def far = Instant.parse("2096-01-01T00:00:00Z")
        def ending = SocialFlows.ending(null, far + life)

        when:
        flows.put(ending, far)

        then:
        raw.keys("*").size() == keys
        raw.keys("*").every { raw.pttl(it) in (life.toMillis() - 50_000)..life.toMillis() }

        where:
        life                      || keys
        Duration.ofMinutes(10)    || 1
        Duration.ofSeconds(60)    || 1
        Duration.ofNanos(999_999) || 0
        Duration.ZERO             || 0
        Duration.ofMinutes(-1)    || 0
    }

    def "a taken flow leaves nothing behind"() {
        when:
        flows.put(flow, now)
        flows.take(flow.state())

        then:
        raw.keys("*").empty
    }

    def "taking is one command, and putting is one"() {
        given:
        flows.put(flow, now)
        flows.take(flow.state())
        raw.configResetstat()

        when:
        flows.put(flow, now)
        flows.take(flow.state())

        then:
        // Since Redis 7 subcommands are counted by themselves, such as config|resetstat.
        raw.info("commandstats").findAll(/cmdstat_(?!config)[\w|]+:calls=\d+/).toSorted() ==
            ["cmdstat_getdel:calls=1", "cmdstat_set:calls=1"]
    }

    def "a value that is not ours is no flow, and no error (#iterationIndex)"() {
        given:
        flows.put(flow, now)
        raw.set(key, change.call(raw.get(key)) as String)

        expect:
        flows.take(flow.state()).empty

        and: "the next one works"
        present(flow) == true

        where:
        change << [
            { "" }, { " " }, { "rubbish" }, { "\0" }, { '{"v":2}' },
            { it.replaceFirst("1 ", "2 ") }, { it.replaceFirst("1 ", "") }, { it + " more" }, { it.substring(0, it.lastIndexOf(" ")) },
            { with(it, 1, "Not a provider") }, { with(it, 1, "") }, { with(it, 2, "%zz") }, { with(it, 5, "no%20uri") },
            { with(it, 5, "%") }, { with(it, 6, "no-user") }, { with(it, 7, "") }, { with(it, 7, "tomorrow") }, { with(it, 7, "2026-13-01T00%3A00%3A00Z") },
        ]
    }

    def "a key of the wrong type is an outage, and leaks nothing"() {
        given:
        raw.hset(key, "a", "b")

        when:
        flows.take(flow.state())

        then:
        def away = thrown(PortUnavailableException)
        away.message == "SocialFlowStore is unavailable"
        leaks(away).empty
    }

    def "a Redis that is full keeps no flow and says so, and leaks nothing"() {
        given:
        raw.configSet("maxmemory", "1")

        when:
        flows.put(flow, now)

        then:
        def away = thrown(PortUnavailableException)
        leaks(away).empty

        cleanup:
        raw.configSet("maxmemory", "0")
    }

    def "after a restart flows that were put before are not there, and that is no error; new ones are kept"() {
        given:
        flows.put(flow, now)

        when:
        server.stop()
        flows.take(flow.state())

        then:
        def away = thrown(PortUnavailableException)
        leaks(away).empty

        when:
        server.start()

        then:
        eventually { present("any") != null }
        flows.take(flow.state()).empty
        present(SocialFlows.signIn(now)) == true

        cleanup:
        server.start()
    }

    def "both stores work on one client"() {
        given:
        def client = RedisClient.create()
        def place = RedisPlace.of(server.uri().toString())
        def revocations = new RedisRevocationStore(client, place, Node.PATIENT)
        def together = new RedisSocialFlowStore(client, place, Node.PATIENT)

        expect:
        revocations.fill({ [Revocations.below(user, 2, now + Duration.ofMinutes(15))] }, now)

        when:
        together.put(flow, now)
        together.close()

        then: "to close one leaves the other alone"
        (revocations.find(user) as RevocationStore.Known).revoked().lowestVersion() == 2
        flows.take(flow.state()).get() == flow

        cleanup:
        together?.close()
        revocations?.close()
        client?.shutdown()
    }

    private static String with(String value, int word, String text) {
        def words = value.split(" ", -1)
        words[word] = text
        words.join(" ")
    }

    /** Whether a flow is there that is put first; null while Redis is away. */
    private Boolean present(Object what) {
        try {
            if (what instanceof SocialFlow) {
                flows.put(what, now)
                return flows.take(what.state()).get() == what
            }
            flows.take(Secret.of(what as String)).present
        } catch (PortUnavailableException away) {
            null
        }
    }

    private List<String> leaks(Throwable failure) {
        def told = new StringWriter()
        failure.printStackTrace(new PrintWriter(told))
        [flow.state(), flow.flowToken(), flow.nonce(), flow.codeVerifier()]*.reveal().findAll { told.toString().contains(it) }
    }
}
