package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.domain.port.Ids
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

/** What every {@link Ids} keeps to. */
abstract class IdsContract extends Specification {

    /** The port under test; the same one at each call. Goes by the machine's clock. */
    abstract Ids ids()

    def "an id is a UUIDv7"() {
        expect:
        (1..100).every {
            def id = ids().next()
            id.version() == 7 && id.variant() == 2
        }
    }

    def "an id tells when it was made"() {
        given:
        def made = Instant.ofEpochMilli(ids().next().mostSignificantBits >>> 16)

        expect:
        Duration.between(made, Instant.now()).abs() < Duration.ofSeconds(5)
    }

    def "each id is later in the order than the one before, as text too"() {
        given:
        def made = (1..10_000).collect { ids().next() }

        expect:
        made.sort(false) == made
        made.sort(false) { it.toString() } == made
    }

    def "ids made in parallel differ"() {
        when:
        def made = Parallel.times(50) { (1..400).collect { ids().next() } }.flatten()

        then:
        made.toSet().size() == 20_000
    }
}
