package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.memory.MemoryRevocationStore
import io.cinema.auth.domain.port.PortUnavailableException
import java.time.Duration
import java.time.Instant

/** The contract of outages, on a store behind a switch. */
class OutageContractSpec extends OutageContract {
    private final MemoryRevocationStore store = new MemoryRevocationStore()
    private boolean up = true

    @Override
    Map<String, Closure<?>> calls() {
        [find: { reached().find(TestIds.user()) },
         add : { reached().add([], Instant.EPOCH) },
         fill: { reached().fill({ [] }, Instant.EPOCH) }]
    }

    @Override
    void stopBackend() {
        up = false
    }

    @Override
    void startBackend() {
        up = true
    }

    @Override
    Duration limit() {
        Duration.ofMillis(250)
    }

    MemoryRevocationStore reached() {
        if (!up) {
            throw PortUnavailableException.down("RevocationStore", null)
        }
        store
    }
}
