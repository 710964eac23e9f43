package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.domain.credential.Password
import io.cinema.auth.domain.port.PasswordHasher
import io.cinema.auth.domain.port.PortUnavailableException
import java.time.Duration
import spock.lang.Specification

/** How a {@link PasswordHasher} that costs real work bears more of it than it can do. */
abstract class HashingLoadContract extends Specification {

    /**
     * The port under test: few permits, a short queue, and settings that make one hash cost some 50 ms
     * or more.
     */
    abstract PasswordHasher hasher()

    /** Permits and queue of {@link #hasher} together. */
    abstract int capacity()

    def "what is too much is told so within a second, by #call, and the rest is done"() {
        given:
        def password = Password.of("correct horse battery")
        def hash = hasher().hash(password)
        def count = capacity() * 3 + 40

        when:
        def answers = Parallel.times(count) {
            def start = System.nanoTime()
            try {
                switch (call) {
                    case "hash" -> hasher().hash(password)
                    case "matches" -> hasher().matches(password, hash)
                    case "matches without a hash" -> hasher().matches(password, null)
                }
                null
            } catch (PortUnavailableException refused) {
                [reason: refused.reason(), retryAfter: refused.retryAfter(), took: Duration.ofNanos(System.nanoTime() - start)]
            }
        }
        def refused = answers.findAll()

        then:
        refused.size() >= 1
        refused.size() < count
        refused.every { it.reason == PortUnavailableException.Reason.OVERLOADED }
        refused.every { it.retryAfter > Duration.ZERO }
        refused.every { it.took < Duration.ofSeconds(1) }

        and: "it works as before, with all its permits"
        hasher().matches(password, hash)
        Parallel.times(Math.min(2, capacity())) { hasher().matches(password, hash) }.every()

        where:
        call << ["hash", "matches", "matches without a hash"]
    }

    def "telling whether a hash is outdated is never too much"() {
        given:
        def password = Password.of("correct horse battery")
        def hash = hasher().hash(password)

        when:
        def answers = Parallel.times(capacity() * 3 + 40) { int i ->
            if (i % 2) {
                return hasher().outdated(hash)
            }
            try {
                hasher().matches(password, hash)
            } catch (PortUnavailableException ignored) {
            }
            false
        }

        then:
        answers.every { it == false }
    }

    def "an interrupted caller gives its place back"() {
        given:
        def password = Password.of("correct horse battery")
        def hash = hasher().hash(password)

        when:
        (1..capacity() * 3).collect {
            def thread = Thread.startVirtualThread {
                try {
                    hasher().matches(password, hash)
                } catch (PortUnavailableException ignored) {
                }
            }
            thread.interrupt()
            thread
        }*.join()

        then:
        hasher().matches(password, hash)
        Parallel.times(Math.min(2, capacity())) { hasher().matches(password, hash) }.every()
    }
}
