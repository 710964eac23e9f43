package io.cinema.auth.adapter.postgres

import com.zaxxer.hikari.HikariDataSource
import io.micronaut.aop.Intercepted
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource
import javax.sql.DataSource
import org.postgresql.PGConnection
import spock.lang.Specification

class PostgresSettingsSpec extends Specification implements OnPostgres {

    def "the settings reach the pool and the driver"() {
        given:
        def pool = DelegatingDataSource.unwrapDataSource(database().bean(DataSource)) as HikariDataSource

        expect:
        with(pool) {
            maximumPoolSize == 16
            minimumIdle == 4
            connectionTimeout == 1000
            validationTimeout == 500
            initializationFailTimeout == -1
            autoCommit
        }

        and: "as the driver took them, which ignores what it can't read"
        pool.connection.withCloseable {
            assert it.networkTimeout == 5000
            assert it.unwrap(PGConnection).prepareThreshold == 1
            it.autoCommit
        }
    }

    def "the server cuts a statement off before the driver gives up on it"() {
        expect:
        database().bean(Sql).first("SELECT current_setting(?) AS value", { it.getString("value") }, setting).get() == value

        where:
        setting                               || value
        "statement_timeout"                   || "4s"
        "lock_timeout"                        || "3s"
        "idle_in_transaction_session_timeout" || "15s"
        "application_name"                    || "auth"
    }

    def "the password does not show"() {
        expect:
        !TestDatabase.settings(database().server, "any").toString().contains("test-database")
    }

    def "the adapter of every port is watched for outages"() {
        expect:
        [users(), sessions(), events(), revocations(), keys(), roles(), grants(), directory(), auditEvents(),
         attempts(), enrolments(), recoveryCodes(), links(), unitOfWork()].every { it instanceof Intercepted }
    }
}
