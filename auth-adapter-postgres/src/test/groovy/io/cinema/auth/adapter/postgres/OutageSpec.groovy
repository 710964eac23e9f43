package io.cinema.auth.adapter.postgres

import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.devkit.Backends
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.UserRepository
import io.micronaut.data.exceptions.DataAccessException
import java.sql.SQLException
import java.sql.SQLTransientConnectionException
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import spock.lang.Specification
import spock.lang.Timeout

class OutageSpec extends Specification implements OnPostgres {

    def "SQLState #state is an outage: #outage"() {
        given:
        def failure = new SQLException("", state)

        expect:
        Outage.caused(failure) == outage
        Outage.caused(new DataAccessException("", new IllegalStateException(failure))) == outage

        where:
        state   || outage
        "08001" || true
        "08006" || true
        "25006" || true
        "53200" || true
        "53300" || true
        "55P03" || true
        "57014" || true
        "57P01" || true
        "57P02" || true
        "57P03" || true
        "22001" || false
        "23505" || false
        "23514" || false
        "25P02" || false
        "40001" || true
        "40P01" || true
        "42501" || false
        "42P01" || false
        "57P04" || false
        ""      || false
    }

    def "no connection in time is an outage, and no failure without SQL is"() {
        expect:
        Outage.caused(new SQLTransientConnectionException("postgres - Connection is not available"))
        !Outage.caused(new IllegalStateException())
    }

    @Timeout(60)
    def "an exhausted pool is told in time, and works again when a connection comes back"() {
        given:
        def own = new TestDatabase(Backends.shared().postgres(), "exhausted",
            ["datasources.default.maximum-pool-size": 2, "datasources.default.connection-timeout": 3000])
        def users = own.bean(UserRepository)
        def transactions = own.bean(Transactions)
        def held = new CountDownLatch(2)
        def release = new CountDownLatch(1)
        def threads = Executors.newVirtualThreadPerTaskExecutor()
        def holders = (1..2).collect {
            threads.submit {
                transactions.joined { held.countDown(); release.await(); true }
            }
        }
        held.await()

        when:
        users.findById(Users.any().id())

        then:
        thrown(PortUnavailableException)

        when:
        release.countDown()
        holders*.get()

        then:
        users.findById(Users.any().id()).empty

        cleanup:
        release.countDown()
        threads.close()
        own.close()
    }

    def "a server that became read-only is an outage"() {
        when:
        unitOfWork().run {
            database().bean(Sql).update("SET TRANSACTION READ ONLY")
            users().add(Users.any())
        }

        then:
        thrown(PortUnavailableException)
    }

    def "a bug is not, and comes through"() {
        when:
        unitOfWork().run { database().bean(Sql).update("UPDATE auth.users SET nothing = 1") }

        then:
        thrown(DataAccessException)
    }
}
