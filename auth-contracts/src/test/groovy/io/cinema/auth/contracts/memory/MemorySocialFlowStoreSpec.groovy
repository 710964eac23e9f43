package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.SocialFlowStoreContract
import io.cinema.auth.domain.port.SocialFlowStore
import java.time.Duration

class MemorySocialFlowStoreSpec extends SocialFlowStoreContract {
    private final MemorySocialFlowStore flows = new MemorySocialFlowStore(clock)

    @Override
    SocialFlowStore flows() {
        flows
    }

    @Override
    SocialFlowStore otherNode() {
        flows
    }

    @Override
    void emptyBackend() {
        flows.empty()
    }

    @Override
    void pass(Duration moment) {
        clock.advance(moment)
    }
}
