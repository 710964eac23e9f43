package io.cinema.auth.adapter.redis

import io.cinema.auth.contracts.SocialFlowStoreContract
import io.cinema.auth.devkit.Backends
import io.cinema.auth.domain.port.SocialFlowStore
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared

class RedisSocialFlowStoreSpec extends SocialFlowStoreContract {
    private static final REDIS = Backends.shared().redis()

    @Shared @AutoCleanup
    FlowNode node = new FlowNode(REDIS)
    @Shared @AutoCleanup
    FlowNode otherNode = new FlowNode(REDIS)
    @Shared @AutoCleanup
    Raw raw = new Raw(REDIS)

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
        raw.flushall()
    }

    /** Redis goes by its own clock, and nobody can set it. */
    @Override
    void pass(Duration moment) {
        Thread.sleep(moment)
    }
}
