package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.RoleRepositoryContract
import io.cinema.auth.domain.port.RoleGrantRepository
import io.cinema.auth.domain.port.RoleRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserRepository

class MemoryRoleRepositorySpec extends RoleRepositoryContract {
    private final MemoryDatabase database = new MemoryDatabase()
    private final RoleRepository roles = new MemoryRoleRepository(database)
    private final RoleGrantRepository grants = new MemoryRoleGrantRepository(database)
    private final UserRepository users = new MemoryUserRepository(database)
    private final UnitOfWork unitOfWork = new MemoryUnitOfWork(database)

    @Override
    RoleRepository roles() {
        roles
    }

    @Override
    RoleGrantRepository grants() {
        grants
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
