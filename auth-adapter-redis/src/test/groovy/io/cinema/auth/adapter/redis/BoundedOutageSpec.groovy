package io.cinema.auth.adapter.redis

import static io.cinema.auth.adapter.redis.Eventually.eventually

import io.cinema.auth.contracts.fixture.Revocations
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.devkit.RedisServer
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.RevocationStore
import java.time.Duration
import java.time.Instant
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What an outage costs those who ask: a fifth of a second for a few, nothing for the rest. */
class BoundedOutageSpec extends Specification {
    private static final LIMIT = Duration.ofMillis(500)

    @Shared @AutoCleanup
    RedisServer server = RedisServer.temporary()
    @Shared @AutoCleanup
    Node store = new Node(server, RedisSettings.DEFAULTS)

    def setup() {
        assert eventually { attempt { store.fillWith([]) } == null }
    }

    def cleanup() {
        server.resume()
        server.start()
    }

    def "no call waits longer than #LIMIT for a Redis that hangs, and soon none waits at all"() {
        when:
        server.pause()
        def times = (1..40).collect { timed { store.find(TestIds.user()) } }

        then: "two answers that did not come open the breaker"
        times.max() < LIMIT
        times.count { it > Duration.ofMillis(100) } in 1..4
        times.takeRight(30).every { it < Duration.ofMillis(100) }

        when:
        server.resume()

        then: "it comes back by itself, and has to be filled"
        eventually(Duration.ofSeconds(5)) { attempt { store.find(TestIds.user()) } == null }
        store.find(TestIds.user()) == new RevocationStore.Unfilled()
    }

    def "a Redis that is gone costs nobody any time"() {
        when:
        server.stop()
        def times = (1..40).collect { timed { store.find(TestIds.user()) } }

        then:
        times.max() < LIMIT
        times.takeRight(30).every { it < Duration.ofMillis(100) }

        when:
        server.start()

        then:
        eventually(Duration.ofSeconds(5)) { attempt { store.find(TestIds.user()) } == null }
    }

    def "thousands who ask a Redis that hangs are all told, and then nobody waits"() {
        when:
        server.pause()
        def told = Executors.newVirtualThreadPerTaskExecutor().withCloseable { threads ->
            (1..5000).collect { threads.submit({ answer() } as Callable) }*.get()
        }

        then: "who comes after the first answer that did not come, and before the second, is told that it is in doubt"
        told.every { it instanceof PortUnavailableException || it == new RevocationStore.Unfilled() }
        told.first() instanceof PortUnavailableException

        and: "they may all have shared one answer that did not come; the breaker opens at the second"
        eventually { timed { store.find(TestIds.user()) } < Duration.ofMillis(100) }
    }

    def "who finds the waiting room full is refused at once, and the others get their answers"() {
        given:
        def small = new Node(server, new RedisSettings(Duration.ofSeconds(20), Duration.ofSeconds(20),
            Duration.ofSeconds(5), Duration.ofMillis(500), 50))
        small.fillWith([])

        when:
        server.pause()
        def refused = new AtomicInteger()
        def answers = Executors.newVirtualThreadPerTaskExecutor().withCloseable { threads ->
            def calls = (1..200).collect {
                threads.submit({
                    def failure = attempt { small.find(TestIds.user()) }
                    if (failure) {
                        refused.incrementAndGet()
                    }
                    failure
                } as Callable)
            }
            assert eventually { refused.get() >= 100 }
            server.resume()
            calls*.get()
        }

        then:
        answers.count { it == null } >= 50
        answers.findAll().every { it.reason() == PortUnavailableException.Reason.OVERLOADED }

        cleanup:
        small.close()
    }

    def "a short hang is waited out, and what was filled stays believed"() {
        given:
        def user = TestIds.user()
        def patient = new Node(server)
        patient.fillWith([Revocations.below(user, 2, Instant.now() + Duration.ofMinutes(15))])

        when:
        server.pause()
        def answer = Thread.ofVirtual().unstarted { assert patient.find(user).revoked().lowestVersion() == 2 }
        def failures = []
        answer.setUncaughtExceptionHandler { _, failure -> failures << failure }
        answer.start()
        eventually { answer.state == Thread.State.TIMED_WAITING }
        server.resume()
        answer.join()

        then:
        failures == []
        patient.store.believed()

        cleanup:
        patient.close()
    }

    private static PortUnavailableException attempt(Closure<?> call) {
        try {
            call()
            null
        } catch (PortUnavailableException away) {
            away
        }
    }

    private Object answer() {
        try {
            store.find(TestIds.user())
        } catch (PortUnavailableException away) {
            away
        }
    }

    private static Duration timed(Closure<?> call) {
        def start = System.nanoTime()
        attempt(call)
        Duration.ofNanos(System.nanoTime() - start)
    }
}
