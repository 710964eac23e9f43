package io.cinema.auth.adapter.postgres

import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.devkit.Backends
import io.cinema.auth.devkit.Roles
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.secret.Secret
import java.sql.SQLException
import spock.lang.Shared
import spock.lang.Specification

class MigrationsSpec extends Specification {
    @Shared
    def server = Backends.shared().postgres()

    def "an empty database is brought up to date once, and then left alone"() {
        given:
        server.createDatabase("migrated_twice")
        def migrations = TestDatabase.migrations(server, "migrated_twice")

        expect:
        migrations.run() == 12
        migrations.run() == 0
    }

    def "many nodes may start on an empty database at once: one migrates it"() {
        given:
        server.createDatabase("migrated_by_many")

        when:
        def counts = Parallel.times(5) { TestDatabase.migrations(server, "migrated_by_many").run() }

        then:
        counts.sort() == [0, 0, 0, 0, 12]
    }

    def "the runtime role cannot: #statement"() {
        given:
        def sql = TestDatabase.shared().app()

        when:
        sql.execute(statement)

        then:
        def refused = thrown(SQLException)
        refused.SQLState == "42501"

        cleanup:
        sql.close()

        where:
        statement << [
            "CREATE TABLE auth.mine (id int)",
            "CREATE TABLE public.mine (id int)",
            "CREATE SCHEMA mine",
            "DROP TABLE auth.sessions",
            "ALTER TABLE auth.users ADD COLUMN more text",
            "CREATE INDEX ON auth.sessions (rotated_at)",
            "TRUNCATE auth.revocations",
            "TRUNCATE auth.login_events",
            "CREATE OR REPLACE FUNCTION auth.forget_login_events(before date) RETURNS void LANGUAGE sql AS 'SELECT'",
            "DELETE FROM auth.users",
            "DELETE FROM auth.login_events",
            "UPDATE auth.login_events SET result = 'SUCCESS'",
            "UPDATE auth.signing_keys SET active_from = now()",
            "UPDATE auth.audit_events SET outcome = 'DONE'",
            "DELETE FROM auth.audit_events",
            "TRUNCATE auth.audit_events",
            "DELETE FROM auth.flyway_schema_history",
            "UPDATE auth.flyway_schema_history SET success = true",
        ]
    }

    def "nobody but the runtime role may make or drop months"() {
        given:
        def owner = TestDatabase.shared().owner()

        expect:
        owner.firstRow("""
            SELECT count(*) AS open FROM pg_proc
            WHERE pronamespace = 'auth'::regnamespace AND has_function_privilege('public', oid, 'EXECUTE')
            """).open == 0

        cleanup:
        owner.close()
    }

    def "a runtime role that is not there is a failure that says what failed"() {
        given:
        server.createDatabase("migrated_for_nobody")

        when:
        new Migrations(server.jdbcUrl("migrated_for_nobody"), Roles.OWNER, Secret.of(Roles.OWNER_PASSWORD), "nobody_there").run()

        then:
        def failure = thrown(Migrations.FailedException)
        failure.message == "the schema auth could not be brought up to date"
        failure.cause.message.contains("nobody_there")
    }

    def "a wrong password is a failure, and does not show"() {
        given:
        server.createDatabase("migrated_by_nobody")

        when:
        new Migrations(server.jdbcUrl("migrated_by_nobody"), Roles.OWNER, Secret.of("not-the-password"), Roles.APP).run()

        then:
        def failure = thrown(Migrations.FailedException)
        !failure.cause.toString().contains("not-the-password")
    }

    def "a database that is away is an outage"() {
        when:
        new Migrations("jdbc:postgresql://127.0.0.1:1/none", Roles.OWNER, Secret.of(""), Roles.APP).run()

        then:
        thrown(PortUnavailableException)
    }

    def "a role name that would need quoting is refused: #name"() {
        when:
        new Migrations("jdbc:postgresql://127.0.0.1/none", Roles.OWNER, Secret.of(""), name)

        then:
        thrown(IllegalArgumentException)

        where:
        name << ["", "a b", 'app"; DROP SCHEMA auth; --', "a" * 64]
    }
}
