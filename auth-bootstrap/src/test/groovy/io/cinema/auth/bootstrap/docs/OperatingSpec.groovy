package io.cinema.auth.bootstrap.docs

import groovy.sql.Sql
import io.cinema.auth.adapter.crypto.secret.UnsealException
import io.cinema.auth.bootstrap.AuthServer
import io.cinema.auth.bootstrap.fixture.Api
import io.cinema.auth.bootstrap.fixture.Authenticator
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.devkit.Backends
import io.cinema.auth.devkit.PostgresServer
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import spock.lang.Shared
import spock.lang.Specification

/** What docs/operating.md has to be typed into psql does what the page says it does. */
class OperatingSpec extends Specification {
    static final String PAGE = 'docs/operating.md'

    /** The page's names for them are those of other specs. */
    private static final Map<String, String> NAMES = [auth_owner: 'docs_owner', auth_service: 'docs_service', 'DATABASE auth': 'DATABASE docs_operating']
    private static final String OTHER_KEY = Base64.encoder.encodeToString((1..32) as byte[])

    @Shared
    PostgresServer postgres = Backends.shared().postgres()

    @Shared
    Map<String, String> statements = Page.named(PAGE).snippets.findAll { it.statements }.collectEntries { [it.statements, it.text] }

    def setupSpec() {
        String text = NAMES.inject(statements.setup) { all, was, is -> all.replace(was, is) }
        Sql.newInstance(postgres.jdbcUrl('postgres'), 'postgres', '').withCloseable { sql -> text.split(';')*.strip().findAll().each { sql.execute(it) } }
    }

    def "two roles and a database are enough, ending all sessions signs all out, and another master key starts when what was sealed is gone"() {
        given: 'an installation as the page makes it'
        ApplicationContext node = node(RunningService.MASTER_KEY)
        Api api = api(node)
        Person person = Person.signedUp(api)
        SignedIn device = person.signIn()

        when:
        asOwner(statements.restore)

        then:
        device.tryRefresh().problem == 'session-ended'

        when: 'somebody has a second factor, and the key leaks'
        Authenticator.of(person, person.signIn())
        node.close()
        RuntimeException refused = null
        try {
            ApplicationContext wrong = this.node(OTHER_KEY)
            wrong.close()
        } catch (RuntimeException failure) {
            refused = failure
        }

        then:
        causes(refused).any { it instanceof UnsealException }

        when:
        asOwner(statements.'master-key')
        node = this.node(OTHER_KEY)
        api = this.api(node)

        then:
        person.signIn(api).standing() == 'ok'

        cleanup:
        node?.close()
    }

    def "nothing else is on the page"() {
        expect:
        statements.keySet() == ['setup', 'restore', 'master-key'] as Set
    }

    private ApplicationContext node(String masterKey) {
        AuthServer.builder(RunningService.CLOCK).properties(
            RunningService.settingsOf(postgres, Backends.shared().redis(), 'docs_operating') + RunningService.CHEAP + [
                'auth.master-key': masterKey,
                'auth.database.user': 'docs_service',
                'auth.database.password': password('auth_service'),
                'auth.migration.user': 'docs_owner',
                'auth.migration.password': password('auth_owner'),
            ]).start()
    }

    private static Api api(ApplicationContext node) {
        new Api(URI.create("http://127.0.0.1:${node.getBean(EmbeddedServer).start().port}"))
    }

    private void asOwner(String text) {
        Sql.newInstance(postgres.jdbcUrl('docs_operating'), 'docs_owner', password('auth_owner')).withCloseable { sql ->
            text.split(';')*.strip().findAll().each { sql.execute(it) }
        }
    }

    private String password(String role) {
        (statements.setup =~ /ROLE $role LOGIN PASSWORD '(.+?)'/)[0][1]
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> all = []
        for (Throwable cause = failure; cause != null; cause = cause.cause) {
            all << cause
        }
        all
    }
}
