package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.SessionRepositoryContract
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.port.SessionRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserRepository
import io.cinema.auth.domain.role.RoleName

class MemorySessionRepositorySpec extends SessionRepositoryContract {
    private final MemoryDatabase database = new MemoryDatabase()
    private final SessionRepository sessions = new MemorySessionRepository(database)
    private final UserRepository users = new MemoryUserRepository(database)
    private final UnitOfWork unitOfWork = new MemoryUnitOfWork(database)

    @Override
    SessionRepository sessions() {
        sessions
    }

    @Override
    UserRepository users() {
        users
    }

    @Override
    UnitOfWork unitOfWork() {
        unitOfWork
    }

    @Override
    void grant(UserId user, RoleName role) {
        database.grant(user, role)
    }
}
