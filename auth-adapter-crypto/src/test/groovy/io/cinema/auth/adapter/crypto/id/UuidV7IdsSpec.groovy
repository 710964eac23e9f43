package io.cinema.auth.adapter.crypto.id

import io.cinema.auth.contracts.IdsContract
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.domain.port.Ids
import java.time.Duration
import java.time.Instant
import java.time.InstantSource
import spock.lang.Shared

class UuidV7IdsSpec extends IdsContract {
    @Shared
    UuidV7Ids ids = new UuidV7Ids(InstantSource.system())

    @Override
    Ids ids() {
        ids
    }

    def "ids stay in order within a millisecond and when the clock is set back"() {
        given:
        def clock = new MutableClock()
        def ids = new UuidV7Ids(clock)

        when:
        def made = [Duration.ZERO, Duration.ofMillis(1), Duration.ofHours(-1), Duration.ofMinutes(59), Duration.ofHours(2)]
            .collectMany { clock.advance(it); (1..100).collect { ids.next() } }

        then:
        made == made.toSorted()
        made.toSet().size() == 500
        Instant.ofEpochMilli(made.last().mostSignificantBits >>> 16) == Instant.ofEpochMilli(clock.millis())
    }
}
