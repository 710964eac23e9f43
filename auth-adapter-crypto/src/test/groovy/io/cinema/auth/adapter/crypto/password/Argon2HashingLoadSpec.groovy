package io.cinema.auth.adapter.crypto.password

import io.cinema.auth.contracts.HashingLoadContract
import io.cinema.auth.domain.port.PasswordHasher
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared

class Argon2HashingLoadSpec extends HashingLoadContract {
    @Shared @AutoCleanup
    Argon2PasswordHasher hasher = new Argon2PasswordHasher(
        new Argon2Settings(19456, 3, 1), new HashingPoolSettings(2, Duration.ofMillis(700)))

    @Override
    PasswordHasher hasher() {
        hasher
    }

    @Override
    int capacity() {
        30
    }
}
