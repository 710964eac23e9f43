package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.LoginEventRepositoryContract
import io.cinema.auth.domain.port.LoginEventRepository
import io.cinema.auth.domain.port.UserRepository

class MemoryLoginEventRepositorySpec extends LoginEventRepositoryContract {
    private final MemoryDatabase database = new MemoryDatabase()
    private final LoginEventRepository events = new MemoryLoginEventRepository(database)
    private final UserRepository users = new MemoryUserRepository(database)

    @Override
    LoginEventRepository events() {
        events
    }

    @Override
    UserRepository users() {
        users
    }
}
