package io.cinema.auth.adapter.redis

import io.cinema.auth.contracts.SocialFlowStoreContract
import io.cinema.auth.domain.port.SocialFlowStore
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared

class ClusterSocialFlowStoreSpec extends SocialFlowStoreContract {
    @Shared @AutoCleanup
    FlowNode node = new FlowNode(Cluster.PLACE)
    @Shared @AutoCleanup
    FlowNode otherNode = new FlowNode(Cluster.PLACE)

    @Override
    SocialFlowStore flows() {
        node.store
    }

    @Override
    SocialFlowStore otherNode() {
        otherNode.store
    }

    @Override
    void emptyBackend() {
        Cluster.empty()
    }

    /** Redis goes by its own clock, and nobody can set it. */
    @Override
    void pass(Duration moment) {
        Thread.sleep(moment)
    }
}
