package io.cinema.auth.adapter.redis

import static io.cinema.auth.domain.diagnosis.Finding.Verdict.AWAY
import static io.cinema.auth.domain.diagnosis.Finding.Verdict.DOUBTFUL
import static io.cinema.auth.domain.diagnosis.Finding.Verdict.WELL
import static io.cinema.auth.domain.diagnosis.Finding.Verdict.WRONG

import io.cinema.auth.devkit.RedisServer
import io.cinema.auth.domain.diagnosis.Finding
import io.lettuce.core.AclSetuserArgs
import io.lettuce.core.RedisException
import io.lettuce.core.protocol.CommandType
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class RedisProbeSpec extends Specification {
    private static final Duration LIMIT = Duration.ofSeconds(3)

    @Shared @AutoCleanup
    RedisServer server = RedisServer.temporary()
    @Shared @AutoCleanup
    Raw raw = new Raw(server)

    def cleanup() {
        // Its own connection may still have to come back.
        assert Eventually.eventually { flushed() }
        raw.configSet("maxmemory", "0")
        raw.configSet("maxmemory-policy", "noeviction")
    }

    def "a Redis that a service has filled is well"() {
        given:
        raw.set(RedisKeys.OF_SERVER.epoch(), "some")

        expect:
        look()*.verdict() == [WELL] * 4
        look()*.remedy() == [null] * 4
        look().find { it.subject() == "redis" }.observed() =~ /it answers in [\d.]+ ms/
    }

    def "a copy that was never filled, or emptied, is doubtful"() {
        expect:
        verdict("redis revocations") == DOUBTFUL
    }

    def "with maxmemory #limit the policy #policy is #expected"() {
        given:
        raw.configSet("maxmemory-policy", policy)
        raw.configSet("maxmemory", limit)

        expect:
        verdict("redis eviction") == expected

        where:
        limit   | policy        || expected
        "0"     | "allkeys-lru" || WELL
        "100mb" | "noeviction"  || WELL
        "100mb" | "allkeys-lru" || WRONG
        "100mb" | "volatile-ttl" || WRONG
    }

    def "a clock #offset from ours is #expected"() {
        expect:
        verdict("redis clock", Instant.now() + Duration.parse(offset)) == expected

        where:
        offset    || expected
        "PT0S"    || WELL
        "PT1S"    || WELL
        "PT10S"   || DOUBTFUL
        "PT-10S"  || DOUBTFUL
        "PT40S"   || WRONG
        "PT-40S"  || WRONG
    }

    def "clocks #millis ms apart are #expected"() {
        expect:
        RedisAnswers.clock(Duration.ofMillis(millis)).verdict() == expected

        where:
        millis || expected
        2000   || WELL
        2001   || DOUBTFUL
        30000  || DOUBTFUL
        30001  || WRONG
    }

    def "an answer after #millis ms is #expected"() {
        expect:
        RedisAnswers.roundTrip(Duration.ofMillis(millis)).verdict() == expected

        where:
        millis || expected
        99     || WELL
        100    || DOUBTFUL
    }

    def "what a Redis does not let us read is doubtful, and a key of ours is wrong"() {
        given:
        raw.aclSetuser("probe", AclSetuserArgs.Builder.on().addPassword("secret-of-probe")
            .addCommand(CommandType.PING))

        when:
        def findings = look(Instant.now(), uri("probe", "secret-of-probe"))

        then:
        findings*.verdict() == [WELL, DOUBTFUL, DOUBTFUL, WRONG]
        findings.tail().every { it.remedy() }

        cleanup:
        raw.aclDeluser("probe")
    }

    def "a server of a cluster is wrong for an address of one server"() {
        given:
        def member = RedisServer.temporary("--cluster-enabled", "yes")

        when:
        def findings = look(Instant.now(), member.uri().toString())

        then:
        findings.find { it.subject() == "redis cluster" }.verdict() == WRONG

        cleanup:
        member?.close()
    }

    def "a Redis that refuses us is wrong, and is not told with the password"() {
        when:
        def findings = look(Instant.now(), uri("nobody", "secret-of-nobody"))

        then:
        findings*.verdict() == [WRONG]
        !findings.toString().contains("secret-of-nobody")
    }

    def "a Redis that is #how is one finding, soon"() {
        given:
        fail.call(server)
        def begun = System.nanoTime()

        when:
        def findings = look()

        then:
        findings*.verdict() == [AWAY]
        findings.first().remedy()
        Duration.ofNanos(System.nanoTime() - begun) < LIMIT

        cleanup:
        mend.call(server)

        where:
        how          | fail                           | mend
        "stopped"    | { RedisServer s -> s.stop() }  | { RedisServer s -> s.start() }
        "black-holed" | { RedisServer s -> s.pause() } | { RedisServer s -> s.resume() }
    }

    private boolean flushed() {
        try {
            raw.flushall() == "OK"
        } catch (RedisException broken) {
            false
        }
    }

    private List<Finding> look(Instant now = Instant.now(), String uri = server.uri()) {
        new RedisProbe(RedisPlace.of(uri)).look(now)
    }

    private Finding.Verdict verdict(String subject, Instant now = Instant.now()) {
        look(now).find { it.subject() == subject }.verdict()
    }

    private String uri(String user, String password) {
        "redis://$user:$password@127.0.0.1:${server.port()}"
    }
}
