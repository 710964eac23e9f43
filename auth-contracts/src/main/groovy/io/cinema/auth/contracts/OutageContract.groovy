package io.cinema.auth.contracts

import io.cinema.auth.domain.port.PortUnavailableException
import java.time.Duration
import spock.lang.Specification

/**
 * What every adapter of a backend keeps to while that backend is away, be it stopped, black-holed or
 * hanging: each of its calls says so in time, and works again afterwards. One subclass a port and
 * kind of outage.
 */
abstract class OutageContract extends Specification {

    /**
     * Every method of the port, by name, as a call that succeeds while the backend is there, as often
     * as it is made.
     */
    abstract Map<String, Closure<?>> calls()

    /** Takes the backend away. */
    abstract void stopBackend()

    /** Brings it back, empty or not. Does nothing when it is there. */
    abstract void startBackend()

    /** How long a call may take to say that the backend is away. */
    abstract Duration limit()

    /** How long after the return of the backend calls may still fail. */
    Duration recovery() {
        Duration.ofSeconds(30)
    }

    def cleanup() {
        startBackend()
        waitUntilAllWork()
    }

    def "every call works while the backend is there"() {
        expect:
        failures() == [:]
    }

    def "every call says in time that the backend is away, each time, and works when it is back"() {
        given:
        assert failures() == [:]

        when:
        stopBackend()

        then: "also when it is asked again"
        3.times {
            assert calls().collectEntries { name, call -> [name, complaintAbout(call)] }.findAll { it.value } == [:]
        }

        when:
        startBackend()

        then:
        waitUntilAllWork() == [:]
    }

    protected String complaintAbout(Closure<?> call) {
        def start = System.nanoTime()
        try {
            call.call()
            return "did not fail"
        } catch (PortUnavailableException away) {
            def took = Duration.ofNanos(System.nanoTime() - start)
            if (away.reason() != PortUnavailableException.Reason.DOWN) {
                return "gave the reason ${away.reason()}"
            }
            return took > limit() ? "took ${took.toMillis()} ms" : null
        } catch (Throwable other) {
            return "threw $other"
        }
    }

    protected Map<String, Throwable> failures() {
        calls().collectEntries { name, call ->
            try {
                call.call()
                [name, null]
            } catch (Throwable failure) {
                [name, failure]
            }
        }.findAll { it.value }
    }

    protected Map<String, Throwable> waitUntilAllWork() {
        def deadline = System.nanoTime() + recovery().toNanos()
        def failing = failures()
        while (failing && System.nanoTime() < deadline) {
            Thread.sleep(100)
            failing = failures()
        }
        failing
    }
}
