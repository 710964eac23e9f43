package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.IdsContract
import io.cinema.auth.domain.port.Ids

class MemoryIdsSpec extends IdsContract {
    private final Ids ids = new MemoryIds()

    @Override
    Ids ids() {
        ids
    }
}
