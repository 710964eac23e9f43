package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.LoginAttemptRepositoryContract
import io.cinema.auth.domain.port.LoginAttemptRepository
import io.cinema.auth.domain.port.UnitOfWork

class MemoryLoginAttemptRepositorySpec extends LoginAttemptRepositoryContract {
    private final MemoryDatabase database = new MemoryDatabase()
    private final LoginAttemptRepository attempts = new MemoryLoginAttemptRepository(database)
    private final UnitOfWork unitOfWork = new MemoryUnitOfWork(database)

    @Override
    LoginAttemptRepository attempts() {
        attempts
    }

    @Override
    UnitOfWork unitOfWork() {
        unitOfWork
    }
}
