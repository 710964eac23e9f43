package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.UnitOfWorkContract
import io.cinema.auth.domain.port.LoginEventRepository
import io.cinema.auth.domain.port.RevocationRepository
import io.cinema.auth.domain.port.SessionRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserRepository

class MemoryUnitOfWorkSpec extends UnitOfWorkContract {
    private final MemoryDatabase database = new MemoryDatabase()
    private final UnitOfWork unitOfWork = new MemoryUnitOfWork(database)
    private final UserRepository users = new MemoryUserRepository(database)
    private final SessionRepository sessions = new MemorySessionRepository(database)
    private final LoginEventRepository events = new MemoryLoginEventRepository(database)
    private final RevocationRepository revocations = new MemoryRevocationRepository(database)

    @Override
    UnitOfWork unitOfWork() {
        unitOfWork
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
    LoginEventRepository events() {
        events
    }

    @Override
    RevocationRepository revocations() {
        revocations
    }
}
