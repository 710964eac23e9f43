package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.SigningKeys
import io.cinema.auth.domain.port.SigningKeyRepository
import io.cinema.auth.domain.token.SigningKey
import java.time.Duration
import spock.lang.Specification

/** What every {@link SigningKeyRepository} keeps to. Removes all keys that it finds. */
abstract class SigningKeyRepositoryContract extends Specification {
    protected final MutableClock clock = new MutableClock()

    /** The port under test; the same one at each call. */
    abstract SigningKeyRepository keys()

    def setup() {
        keys().remove(keys().all())
    }

    def "there are no keys at first"() {
        expect:
        keys().all().empty
    }

    def "a key comes back as it was added, to the microsecond and the byte"() {
        given:
        def key = SigningKeys.key(1, clock.instant())

        expect:
        keys().add(key)
        keys().all() == [key]
    }

    def "keys are told oldest generation first"() {
        given:
        def all = [3, 1, 10, 2].collect { SigningKeys.key(it, clock.instant() - Duration.ofDays(it)) }

        when:
        all.each { assert keys().add(it) }

        then:
        keys().all()*.generation() == [1, 2, 3, 10]
    }

    def "a generation is taken once, and its key stays"() {
        given:
        def first = SigningKeys.key(1, clock.instant())
        keys().add(first)

        expect:
        !keys().add(SigningKeys.key(1, clock.instant()))
        keys().all() == [first]
    }

    def "of many nodes that make the next key in parallel one succeeds"() {
        given:
        keys().add(SigningKeys.key(1, clock.instant()))

        when:
        def answers = Parallel.times(20) { keys().add(SigningKeys.key(2, clock.instant())) }

        then:
        answers.count(true) == 1
        keys().all()*.generation() == [1, 2]
    }

    def "keys are removed, the others stay"() {
        given:
        List<SigningKey> all = (1..4).collect { SigningKeys.key(it, clock.instant()) }
        all.each { keys().add(it) }

        when:
        keys().remove([all[0], all[2]])

        then:
        keys().all() == [all[1], all[3]]
    }

    def "removing nothing, or what is gone, does nothing"() {
        given:
        def kept = SigningKeys.key(2, clock.instant())
        def gone = SigningKeys.key(1, clock.instant())
        [gone, kept].each { keys().add(it) }
        keys().remove([gone])

        when:
        keys().remove([])
        keys().remove([gone])

        then:
        keys().all() == [kept]
    }
}
