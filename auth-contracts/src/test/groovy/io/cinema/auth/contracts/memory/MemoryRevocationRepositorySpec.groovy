package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.RevocationRepositoryContract
import io.cinema.auth.domain.port.RevocationRepository
import io.cinema.auth.domain.port.SessionRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserRepository

class MemoryRevocationRepositorySpec extends RevocationRepositoryContract {
    private final MemoryDatabase database = new MemoryDatabase()
    private final RevocationRepository revocations = new MemoryRevocationRepository(database)
    private final UserRepository users = new MemoryUserRepository(database)
    private final SessionRepository sessions = new MemorySessionRepository(database)
    private final UnitOfWork unitOfWork = new MemoryUnitOfWork(database)

    @Override
    RevocationRepository revocations() {
        revocations
    }

    @Override
    UserRepository users() {
        users
    }

    @Override
    SessionRepository sessions() {
        sessions
    }

    @Override
    UnitOfWork unitOfWork() {
        unitOfWork
    }
}
