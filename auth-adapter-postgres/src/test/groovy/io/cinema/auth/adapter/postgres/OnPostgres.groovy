package io.cinema.auth.adapter.postgres

import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.port.LoginEventRepository
import io.cinema.auth.domain.port.RevocationRepository
import io.cinema.auth.domain.port.SessionRepository
import io.cinema.auth.domain.port.SigningKeyRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserRepository
import io.cinema.auth.domain.role.RoleName

/** What the contracts ask a spec for, on the shared database. */
trait OnPostgres {
    TestDatabase database() {
        TestDatabase.shared()
    }

    UserRepository users() {
        database().bean(UserRepository)
    }

    SessionRepository sessions() {
        database().bean(SessionRepository)
    }

    LoginEventRepository events() {
        database().bean(LoginEventRepository)
    }

    RevocationRepository revocations() {
        database().bean(RevocationRepository)
    }

    SigningKeyRepository keys() {
        database().bean(SigningKeyRepository)
    }

    UnitOfWork unitOfWork() {
        database().bean(UnitOfWork)
    }

    void grant(UserId user, RoleName role) {
        database().grant(user, role)
    }
}
