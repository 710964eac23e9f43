package io.cinema.auth.adapter.postgres

import io.cinema.auth.contracts.fixture.Roles
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.port.AuditEventRepository
import io.cinema.auth.domain.port.LoginAttemptRepository
import io.cinema.auth.domain.port.LoginEventRepository
import io.cinema.auth.domain.port.RecoveryCodeRepository
import io.cinema.auth.domain.port.RevocationRepository
import io.cinema.auth.domain.port.RoleGrantRepository
import io.cinema.auth.domain.port.RoleRepository
import io.cinema.auth.domain.port.SessionRepository
import io.cinema.auth.domain.port.SigningKeyRepository
import io.cinema.auth.domain.port.SocialLinkRepository
import io.cinema.auth.domain.port.TotpEnrolmentRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserDirectory
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

    RoleRepository roles() {
        database().bean(RoleRepository)
    }

    RoleGrantRepository grants() {
        database().bean(RoleGrantRepository)
    }

    UserDirectory directory() {
        database().bean(UserDirectory)
    }

    AuditEventRepository auditEvents() {
        database().bean(AuditEventRepository)
    }

    LoginAttemptRepository attempts() {
        database().bean(LoginAttemptRepository)
    }

    TotpEnrolmentRepository enrolments() {
        database().bean(TotpEnrolmentRepository)
    }

    RecoveryCodeRepository recoveryCodes() {
        database().bean(RecoveryCodeRepository)
    }

    SocialLinkRepository links() {
        database().bean(SocialLinkRepository)
    }

    UnitOfWork unitOfWork() {
        database().bean(UnitOfWork)
    }

    void grant(UserId user, RoleName role) {
        roles().add(Roles.role().name(role.value()).build())
        grants().grant(user, roles().findByName(role).get().id())
    }
}
