package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.PasswordHasherContract
import io.cinema.auth.domain.port.PasswordHasher

class MemoryPasswordHasherSpec extends PasswordHasherContract {

    @Override
    PasswordHasher hasher() {
        new MemoryPasswordHasher(1)
    }

    @Override
    PasswordHasher strongerHasher() {
        new MemoryPasswordHasher(3)
    }
}
