package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.EntropyContract
import io.cinema.auth.domain.port.Entropy

class MemoryEntropySpec extends EntropyContract {

    @Override
    Entropy entropy() {
        new MemoryEntropy()
    }
}
