package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.SigningKeyRepositoryContract
import io.cinema.auth.domain.port.SigningKeyRepository

class MemorySigningKeyRepositorySpec extends SigningKeyRepositoryContract {
    private final MemoryDatabase database = new MemoryDatabase()
    private final SigningKeyRepository keys = new MemorySigningKeyRepository(database)

    @Override
    SigningKeyRepository keys() {
        keys
    }
}
