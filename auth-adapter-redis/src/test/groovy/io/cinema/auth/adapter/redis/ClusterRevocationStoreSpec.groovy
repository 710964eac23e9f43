package io.cinema.auth.adapter.redis

import io.cinema.auth.contracts.RevocationStoreContract
import io.cinema.auth.domain.port.RevocationStore
import spock.lang.AutoCleanup
import spock.lang.Shared

class ClusterRevocationStoreSpec extends RevocationStoreContract {
    @Shared @AutoCleanup
    Node store = new Node(Cluster.PLACE)
    @Shared @AutoCleanup
    Node otherNode = new Node(Cluster.PLACE)

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
        Cluster.empty()
    }
}
