package io.cinema.auth.adapter.postgres

import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.port.PortUnavailableException
import java.sql.DriverManager
import spock.lang.Specification

/** A connection that breaks in the middle of a unit of work is an outage, wherever it shows first. */
class BrokenTransactionSpec extends Specification implements OnPostgres {

    def "it shows at the next statement"() {
        given:
        def user = Users.any()

        when:
        unitOfWork().run {
            users().add(user)
            breakConnection()
            users().add(Users.any())
        }

        then:
        thrown(PortUnavailableException)
        users().findById(user.id()).empty
    }

    def "it shows at a statement that can be undone by itself"() {
        given:
        def user = Users.any()
        users().add(user)

        when:
        unitOfWork().run {
            def locked = users().lock(user.id()).get()
            breakConnection()
            users().update(locked.withState(locked.state().withRaisedVersion()))
        }

        then:
        thrown(PortUnavailableException)
        users().findById(user.id()).get() == user
    }

    def "it shows at the commit"() {
        given:
        def user = Users.any()

        when:
        unitOfWork().run {
            users().add(user)
            breakConnection()
        }

        then:
        thrown(PortUnavailableException)
        users().findById(user.id()).empty
    }

    def "the failure of the work itself is told, not that of the rollback"() {
        given:
        def failure = new IllegalStateException("on purpose")

        when:
        unitOfWork().run {
            users().add(Users.any())
            breakConnection()
            throw failure
        }

        then:
        def seen = thrown(IllegalStateException)
        seen.is(failure)
    }

    def "what an outage says names the port, and no SQL"() {
        when:
        unitOfWork().run {
            breakConnection()
            users().findById(Users.any().id())
        }

        then:
        def away = thrown(PortUnavailableException)
        away.message == "UserRepository is unavailable"
    }

    private void breakConnection() {
        def pid = database().bean(Sql).first("SELECT pg_backend_pid() AS pid", { it.getInt("pid") }).get()
        DriverManager.getConnection(database().server.jdbcUrl(database().name), "postgres", "").withCloseable {
            it.createStatement().executeQuery("SELECT pg_terminate_backend($pid, 5000)".toString()).next()
        }
    }
}
