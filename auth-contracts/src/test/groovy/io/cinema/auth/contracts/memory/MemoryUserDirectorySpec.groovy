package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.UserDirectoryContract
import io.cinema.auth.domain.port.RoleGrantRepository
import io.cinema.auth.domain.port.RoleRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserDirectory
import io.cinema.auth.domain.port.UserRepository

class MemoryUserDirectorySpec extends UserDirectoryContract {
    private final MemoryDatabase database = new MemoryDatabase()
    private final UserDirectory directory = new MemoryUserDirectory(database)
    private final RoleRepository roles = new MemoryRoleRepository(database)
    private final RoleGrantRepository grants = new MemoryRoleGrantRepository(database)
    private final UserRepository users = new MemoryUserRepository(database)
    private final UnitOfWork unitOfWork = new MemoryUnitOfWork(database)

    @Override
    UserDirectory directory() {
        directory
    }

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
