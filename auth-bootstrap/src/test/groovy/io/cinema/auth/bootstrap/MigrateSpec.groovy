package io.cinema.auth.bootstrap

import groovy.sql.Sql
import io.cinema.auth.bootstrap.fixture.ServiceProcess
import io.cinema.auth.devkit.Backends
import io.cinema.auth.devkit.Roles
import spock.lang.Specification

/** The schema by itself, for who does not hand the service the role that owns it. */
class MigrateSpec extends Specification {

    private static final NEEDED = ['AUTH_DATABASE_URL', 'AUTH_DATABASE_USER', 'AUTH_MIGRATION_USER', 'AUTH_MIGRATION_PASSWORD']

    Map<String, String> environment = ServiceProcess.environment(Backends.shared().postgres(), Backends.shared().redis(), 'migrate')

    def "with nothing but the database and the owner of the schema it migrates and ends, as often as it is run"() {
        given:
        def only = environment.subMap(NEEDED)

        when:
        def first = ServiceProcess.refused(only, '--migrate')
        def second = ServiceProcess.refused(only, '--migrate')

        then:
        [first, second]*.process*.exitValue() == [0, 0]
        first.said.last() ==~ /auth-server: the schema is up to date, after [1-9]\d* migrations/
        second.said.last() == 'auth-server: the schema is up to date, after 0 migrations'

        and: "the role of the service can use it, and a service without the owner starts on it"
        Sql.withInstance(environment.AUTH_DATABASE_URL, Roles.APP, Roles.APP_PASSWORD, 'org.postgresql.Driver') {
            it.firstRow('SELECT count(*) AS users FROM auth.users').users == 0
        }
        ServiceProcess.started(environment.findAll { !it.key.startsWith('AUTH_MIGRATION') }).close()
    }

    def "a service without the owner does not start on a schema that lacks a migration, and says who can help"() {
        given:
        def served = ServiceProcess.environment(Backends.shared().postgres(), Backends.shared().redis(), 'behind')
        ServiceProcess.refused(served.subMap(NEEDED), '--migrate')
        Sql.withInstance(served.AUTH_DATABASE_URL, Roles.OWNER, Roles.OWNER_PASSWORD, 'org.postgresql.Driver') {
            it.execute('DELETE FROM auth.flyway_schema_history WHERE installed_rank = (SELECT max(installed_rank) FROM auth.flyway_schema_history)')
        }

        when:
        def refused = ServiceProcess.refused(served.findAll { !it.key.startsWith('AUTH_MIGRATION') })

        then:
        refused.process.exitValue() == 69
        refused.said.any { it =~ /older than this release: not run yet: \d+ .*auth-server --migrate/ }
    }

    def "without #variable it says what to set"() {
        when:
        def refused = ServiceProcess.refused(environment.subMap(NEEDED - variable), '--migrate')

        then:
        refused.process.exitValue() == 78
        refused.said.any { it.contains(variable) }

        where:
        variable << ['AUTH_DATABASE_URL', 'AUTH_MIGRATION_USER']
    }
}
