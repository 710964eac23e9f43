package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.RevocationStoreContract
import io.cinema.auth.domain.port.RevocationStore

class MemoryRevocationStoreSpec extends RevocationStoreContract {
    private final MemoryRevocationStore store = new MemoryRevocationStore()

    @Override
    RevocationStore store() {
        store
    }

    @Override
    RevocationStore otherNode() {
        store
    }

    @Override
    void emptyBackend() {
        store.empty()
    }
}
