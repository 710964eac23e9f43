package io.cinema.auth.adapter.redis

import io.cinema.auth.contracts.RevocationStoreContract
import io.cinema.auth.devkit.Backends
import io.cinema.auth.domain.port.RevocationStore
import spock.lang.AutoCleanup
import spock.lang.Shared

class RedisRevocationStoreSpec extends RevocationStoreContract {
    private static final REDIS = Backends.shared().redis()

    @Shared @AutoCleanup
    Node store = new Node(REDIS)
    @Shared @AutoCleanup
    Node otherNode = new Node(REDIS)
    @Shared @AutoCleanup
    Raw raw = new Raw(REDIS)

    @Override
    RevocationStore store() {
        store.store
    }

    @Override
    RevocationStore otherNode() {
        otherNode.store
    }

    @Override
    void emptyBackend() {
        raw.flushall()
    }
}
