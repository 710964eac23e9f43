package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.SocialLinkRepositoryContract
import io.cinema.auth.domain.port.SocialLinkRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserRepository

class MemorySocialLinkRepositorySpec extends SocialLinkRepositoryContract {
    private final MemoryDatabase database = new MemoryDatabase()
    private final SocialLinkRepository links = new MemorySocialLinkRepository(database)
    private final UserRepository users = new MemoryUserRepository(database)
    private final UnitOfWork unitOfWork = new MemoryUnitOfWork(database)

    @Override
    SocialLinkRepository links() {
        links
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
