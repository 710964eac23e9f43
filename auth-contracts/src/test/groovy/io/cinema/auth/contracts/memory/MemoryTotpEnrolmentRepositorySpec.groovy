package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.TotpEnrolmentRepositoryContract
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.port.SessionRepository
import io.cinema.auth.domain.port.TotpEnrolmentRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserDirectory
import io.cinema.auth.domain.port.UserRepository

class MemoryTotpEnrolmentRepositorySpec extends TotpEnrolmentRepositoryContract {
    private final MemoryDatabase database = new MemoryDatabase()
    private final TotpEnrolmentRepository enrolments = new MemoryTotpEnrolmentRepository(database)
    private final UserRepository users = new MemoryUserRepository(database)
    private final UserDirectory directory = new MemoryUserDirectory(database)
    private final SessionRepository sessions = new MemorySessionRepository(database)
    private final UnitOfWork unitOfWork = new MemoryUnitOfWork(database)

    @Override
    TotpEnrolmentRepository enrolments() {
        enrolments
    }

    @Override
    UserRepository users() {
        users
    }

    @Override
    UserDirectory directory() {
        directory
    }

    @Override
    SessionRepository sessions() {
        sessions
    }

    @Override
    UnitOfWork unitOfWork() {
        unitOfWork
    }

    def "an account that is added with a second factor has one, until it is removed"() {
        given:
        def user = Users.any()
        users.add(user.withState(withTotp(user.state(), true)))

        expect:
        users.findById(user.id()).get().state().totpEnabled()
        enrolments.find(user.id()).get().confirmed()

        when:
        enrolments.remove(user.id())

        then:
        !users.findById(user.id()).get().state().totpEnabled()
    }
}
