package io.cinema.auth.adapter.crypto.secret

import io.cinema.auth.contracts.EntropyContract
import io.cinema.auth.domain.port.Entropy

class SecureRandomEntropySpec extends EntropyContract {

    @Override
    Entropy entropy() {
        new SecureRandomEntropy()
    }
}
