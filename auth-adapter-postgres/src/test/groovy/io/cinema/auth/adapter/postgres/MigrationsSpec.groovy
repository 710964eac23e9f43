package io.cinema.auth.adapter.postgres

import groovy.sql.Sql
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
        migrations.run() == 13
        migrations.run() == 0
    }

    def "many nodes may start on an empty database at once: one migrates it"() {
        given:
        server.createDatabase("migrated_by_many")

        when:
        def counts = Parallel.times(5) { TestDatabase.migrations(server, "migrated_by_many").run() }

        then:
        counts.sort() == [0, 0, 0, 0, 13]
    }

    def "a migration outside of a transaction that was cut off is run again from its start"() {
        given:
        server.createDatabase("migrated_in_two_goes")
        def migrations = TestDatabase.migrations(server, "migrated_in_two_goes")
        migrations.run()
        def owner = owner("migrated_in_two_goes")
        owner.execute("UPDATE auth.flyway_schema_history SET success = false WHERE version = '12'") // as Flyway notes it
        owner.execute("DROP INDEX auth.superusers")
        owner.execute("DELETE FROM auth.flyway_schema_history WHERE version = '13'") // it was not yet come to
        owner.execute("DROP TABLE auth.recovery_codes, auth.login_attempts")

        expect:
        migrations.run() == 2
        owner.rows("SELECT relname FROM pg_class JOIN pg_index ON indexrelid = oid WHERE NOT indisvalid").empty
        owner.firstRow("SELECT to_regclass('auth.superusers') IS NOT NULL AS made").made

        cleanup:
        owner.close()
    }

    def "pg_trgm is found where it is: #where"() {
        given:
        server.createDatabase(name)
        def admin = admin(name)
        prepared.each { admin.execute(it) }

        expect:
        TestDatabase.migrations(server, name).run() == 13
        admin.firstRow("SELECT extnamespace::regnamespace::text AS home FROM pg_extension WHERE extname = 'pg_trgm'").home == home

        cleanup:
        admin.close()

        where:
        where                     | name                 | prepared                                                                              || home
        "made by us"              | "trigrams_made"      | []                                                                                    || "public"
        "made by us, no public"   | "trigrams_homeless"  | ["DROP SCHEMA public"]                                                                || "auth"
        "made by us, public shut" | "trigrams_shut_out"  | ["ALTER SCHEMA public OWNER TO postgres", "REVOKE ALL ON SCHEMA public FROM PUBLIC"]  || "auth"
        "made by others"          | "trigrams_elsewhere" | ['CREATE SCHEMA "Of All"', 'CREATE EXTENSION pg_trgm SCHEMA "Of All"', 'GRANT USAGE ON SCHEMA "Of All" TO PUBLIC'] || '"Of All"'
    }

    def "pg_trgm in a schema that is not to be used is a failure that says what to do, and passes when that is done"() {
        given:
        server.createDatabase("trigrams_forbidden")
        def migrations = TestDatabase.migrations(server, "trigrams_forbidden")
        def admin = admin("trigrams_forbidden")
        admin.execute("CREATE SCHEMA closed")
        admin.execute("CREATE EXTENSION pg_trgm SCHEMA closed")

        when:
        migrations.run()

        then:
        def failure = thrown(Migrations.FailedException)
        failure.cause.message.contains("pg_trgm is in the schema closed, which auth_owner may not use")
        failure.cause.message.contains("GRANT USAGE ON SCHEMA closed TO auth_owner")

        when:
        admin.execute("GRANT USAGE ON SCHEMA closed TO auth_owner")

        then:
        migrations.run() == 3

        cleanup:
        admin.close()
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
            "UPDATE auth.recovery_codes SET user_id = gen_random_uuid()",
            "TRUNCATE auth.recovery_codes",
            "UPDATE auth.social_links SET user_id = gen_random_uuid()",
            "TRUNCATE auth.social_links",
            "TRUNCATE auth.login_attempts",
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

    private Sql owner(String database) {
        Sql.newInstance(server.jdbcUrl(database), Roles.OWNER, Roles.OWNER_PASSWORD, "org.postgresql.Driver")
    }

    private Sql admin(String database) {
        Sql.newInstance(server.jdbcUrl(database), "postgres", "", "org.postgresql.Driver")
    }
}
