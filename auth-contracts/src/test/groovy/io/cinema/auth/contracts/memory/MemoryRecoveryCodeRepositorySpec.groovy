package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.RecoveryCodeRepositoryContract
import io.cinema.auth.domain.port.RecoveryCodeRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserRepository

class MemoryRecoveryCodeRepositorySpec extends RecoveryCodeRepositoryContract {
    private final MemoryDatabase database = new MemoryDatabase()
    private final RecoveryCodeRepository recoveryCodes = new MemoryRecoveryCodeRepository(database)
    private final UserRepository users = new MemoryUserRepository(database)
    private final UnitOfWork unitOfWork = new MemoryUnitOfWork(database)

    @Override
    RecoveryCodeRepository recoveryCodes() {
        recoveryCodes
    }

    @Override
    UserRepository users() {
        users
    }

    @Override
    UnitOfWork unitOfWork() {
        unitOfWork
    }
}
