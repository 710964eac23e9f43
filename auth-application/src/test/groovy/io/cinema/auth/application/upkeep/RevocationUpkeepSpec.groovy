package io.cinema.auth.application.upkeep

import io.cinema.auth.application.Away
import io.cinema.auth.application.UnsteadyRevocationStore
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Revocations
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.memory.MemoryDatabase
import io.cinema.auth.contracts.memory.MemoryIds
import io.cinema.auth.contracts.memory.MemoryRevocationRepository
import io.cinema.auth.contracts.memory.MemoryRevocationStore
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.RevocationRepository
import io.cinema.auth.domain.port.RevocationStore
import io.cinema.auth.domain.session.Revocation
import io.cinema.auth.domain.session.RevokedTokens
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class RevocationUpkeepSpec extends Specification {
    static final Duration TICK = Duration.ofNanos(1000)
    static final Duration LIFE = Duration.ofMinutes(15)

    final MutableClock clock = new MutableClock()
    final RevocationRepository truth = new MemoryRevocationRepository(new MemoryDatabase())
    final MemoryRevocationStore backend = new MemoryRevocationStore()
    final CountedStore counted = new CountedStore(backend)
    final UnsteadyRevocationStore store = new UnsteadyRevocationStore(counted)
    final UserId user = TestIds.user()

    private RevocationUpkeep upkeep(RevocationRepository revocations = truth) {
        new RevocationUpkeep(revocations, store, new MemoryIds(), clock)
    }

    private List<Revocation> revoked(int count, Instant until = clock.instant() + LIFE) {
        def revocations = (0..<count).collect { Revocations.token(user, "jti-$it", until) }
        truth.add(revocations)
        revocations
    }

    private RevocationStore.Lookup found() {
        store.find(user)
    }

    private static RevocationStore.Lookup known(Collection<Revocation> revocations) {
        new RevocationStore.Known(RevokedTokens.of(revocations*.subject()))
    }

    def "an unfilled store gets all that stands in the truth, and is believed from then on"() {
        given:
        def standing = revoked(3)
        truth.add([Revocations.token(user, "expired", clock.instant())])

        expect:
        found() == new RevocationStore.Unfilled()
        upkeep().fillIfNeeded()
        found() == known(standing)
    }

    def "what was relayed long ago is filled in as well"() {
        given:
        def standing = revoked(3)
        upkeep().relay()
        backend.empty()

        expect:
        upkeep().fillIfNeeded()
        found() == known(standing)
    }

    def "a store that can be believed costs the truth nothing"() {
        given:
        upkeep().fillIfNeeded()

        expect:
        upkeep(Away.port(RevocationRepository)).fillIfNeeded()
    }

    def "a store that is emptied while it is filled is not believed, and filled the next time"() {
        given:
        def standing = revoked(2)
        def emptying = new EmptyingTruth(truth, { backend.empty() })

        expect:
        !upkeep(emptying).fillIfNeeded()
        found() == new RevocationStore.Unfilled()

        and:
        upkeep(emptying).fillIfNeeded()
        found() == known(standing)
    }

    def "an outage of #what is told and leaves the store unbelieved"() {
        given:
        store.away = what == "the store"
        def upkeep = upkeep(what == "the truth" ? Away.port(RevocationRepository) : truth)

        when:
        upkeep.fillIfNeeded()

        then:
        thrown(PortUnavailableException)

        when:
        store.away = false

        then:
        found() == new RevocationStore.Unfilled()

        where:
        what << ["the store", "the truth"]
    }

    def "#count revocations that wait are relayed once, in batches of #batches, and the relay ends"() {
        given:
        upkeep().fillIfNeeded()
        def waiting = revoked(count)

        when:
        upkeep().relay()

        then:
        found() == known(waiting)
        counted.batches == batches

        when:
        upkeep().relay()

        then:
        counted.batches == batches

        where:
        count || batches
        0     || []
        1     || [1]
        499   || [499]
        500   || [500]
        501   || [500, 1]
        1500  || [500, 500, 500]
        1501  || [500, 500, 500, 1]
    }

    def "what can't be published keeps waiting until it can"() {
        given:
        upkeep().fillIfNeeded()
        def waiting = revoked(600)
        store.away = true

        when:
        upkeep().relay()

        then:
        thrown(PortUnavailableException)
        counted.batches == []

        when:
        store.away = false
        upkeep().relay()

        then:
        counted.batches.sum() == 600
        backend.find(user) == known(waiting)
    }

    def "of nodes that relay at once each takes its share, and nothing twice"() {
        given:
        upkeep().fillIfNeeded()
        def waiting = revoked(2300)

        when:
        Parallel.times(8) { upkeep().relay() ?: true }

        then:
        counted.batches.sum() == 2300
        found() == known(waiting)
    }

    def "a revocation is forgotten once its tokens have expired, not before: #after after"() {
        given:
        revoked(1, clock.instant())
        def standing = clock.instant()
        clock.advance(after)

        when:
        upkeep().purge()
        clock.set(standing - TICK)

        then:
        truth.standing(clock.instant()).empty == forgotten

        where:
        after                  || forgotten
        TICK.negated()         || false
        Duration.ZERO          || false
        TICK                   || true
        Duration.ofDays(1)     || true
    }

    /** A store that counts what it is told at a time. */
    static class CountedStore implements RevocationStore {
        @Delegate
        private final RevocationStore store
        final List<Integer> batches = [].asSynchronized()

        CountedStore(RevocationStore store) {
            this.store = store
        }

        @Override
        void add(Collection<Revocation> revocations, Instant now) {
            store.add(revocations, now)
            batches << revocations.size()
        }
    }

    /** A truth that sees something happen the first time it is read. */
    static class EmptyingTruth implements RevocationRepository {
        @Delegate
        private final RevocationRepository truth
        private Closure<?> whileRead

        EmptyingTruth(RevocationRepository truth, Closure<?> whileRead) {
            this.truth = truth
            this.whileRead = whileRead
        }

        @Override
        List<Revocation> standing(Instant now) {
            def event = whileRead
            whileRead = null
            event?.call()
            truth.standing(now)
        }
    }
}
