package io.cinema.auth.bootstrap.cli

import io.cinema.auth.bootstrap.fixture.Eventually
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.Shell
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.cli.shell.Operator

/** The commands on real backends, and what HTTP clients see of them. */
class CommandLineSpec extends FunctionalSpec {
    static final String PASSWORD = 'a pass phrase for the boss'

    Shell shell = new Shell(service)
    String login = "boss-${UUID.randomUUID().toString().take(8)}"
    Person person = someone()

    private Shell.Ran create(String password = PASSWORD, String... more) {
        shell.typing(password, 'superuser', 'create', '--login', login, '--email', "$login@example.com", '--password-stdin', *more)
    }

    private SignedIn signIn(String password = PASSWORD) {
        new SignedIn(api, api.post('/auth/login', [login: login, password: password]))
    }

    def "a superuser is made from the shell and signs in over HTTP"() {
        expect:
        create("$PASSWORD\n").with { exit == 0 && err == '' && out == "$login is a superuser now\n".toString() }
        signIn().claims.superuser
        signIn().api.get('/users/me/permissions').json.permissions == ['*']
    }

    def "making one again is refused, or done already with --if-absent, and the password stays"() {
        given:
        create()

        expect:
        create('another pass phrase').with { exit == 1 && err.contains(login) && err.contains('already') }
        create('another pass phrase', '--if-absent').with { exit == 0 && out.contains('nothing was changed') }
        signIn().standing() == 'ok'
    }

    def "an account that is none already is not made one in passing"() {
        given:
        Person other = someone(login: login)

        expect:
        create(PASSWORD, '--if-absent').with { exit == 1 && err.contains("superuser promote $login") }
        !other.signIn().claims.superuser
        shell.run('superuser', 'promote', login).exit == 0
        other.signIn().claims.superuser
    }

    def "a password that is #what is refused, and there is no account"() {
        expect:
        create(password).with { exit == code && err.readLines().size() == 1 && !err.contains('pass phrase') }
        api.post('/auth/login', [login: login, password: PASSWORD]).problem == 'invalid-credentials'

        where:
        what        | password    || code
        'short'     | 'short'     || 1
        'common'    | 'password1' || 1
        'missing'   | ''          || 2
        'too large' | 'x' * 5000  || 2
    }

    def "roles are made, shown, granted, revoked and deleted from the shell, and count at once"() {
        given:
        String role = "editor-${UUID.randomUUID().toString().take(8)}"
        SignedIn device = person.signIn()

        expect:
        shell.run('role', 'create', role, '--permission', 'roles:read', '--permission', 'films:*', '--description', 'Edits').exit == 0
        shell.run('role', 'show', role, '--json').json.permission_set == ['films:*', 'roles:read']
        shell.run('role', 'list', '--json').json.items*.role_name.contains(role)
        shell.run('role', 'list').out.contains(role)

        and:
        shell.run('role', 'grant', role, person.login).exit == 0
        device.standing() == 'token-revoked'
        device.refreshed().api.get('/roles').status == 200

        and:
        shell.run('role', 'revoke', role, person.email).exit == 0
        device.refreshed().api.get('/roles').problem == 'forbidden'
        shell.run('role', 'delete', role).exit == 0
        shell.run('role', 'show', role).exit == 1
    }

    def "people are listed, shown, disabled, enabled and signed out from the shell"() {
        given:
        SignedIn device = person.signIn()

        expect:
        shell.run('user', 'list', '--query', person.login, '--json').json.items*.id == [person.id]
        shell.run('user', 'show', person.email, '--json').json.login == person.login
        shell.run('user', 'show', person.id).out.contains(person.email)
        shell.run('user', 'show', 'nobody-has-this').with { exit == 1 && out == '' }

        and:
        shell.run('user', 'sign-out', person.login).with { exit == 0 && err == '' }
        device.standing(other.api()) == 'token-revoked'

        and:
        shell.run('user', 'disable', person.login).exit == 0
        api.post('/auth/login', [login: person.login, password: person.password]).problem == 'account-disabled'
        shell.run('user', 'enable', person.login).exit == 0
        person.signIn().standing() == 'ok'
    }

    def "the trail names who ran it"() {
        given:
        shell.run('user', 'sign-out', person.login)

        expect:
        staff.superuser().api.get("/audit-events?target_id=$person.id").json.items.collect { [it.action, it.actor] } ==
            [['user.signed_out', [kind: 'console', id: null, name: Operator.name(System.getProperty('user.name'), System.getenv('SUDO_USER')), ip: null, user_agent: null]]]
        shell.run('audit', 'list', '--target', person.id, '--json').json.items*.action == ['user.signed_out']
    }

    def "keys are listed without their private halves"() {
        when:
        def ran = shell.run('keys', 'list', '--json')

        then:
        ran.exit == 0
        ran.json.items*.use.contains('signs')
        ran.json.items*.kid.containsAll(api.get('//.well-known/jwks.json').json.keys*.kid)
        !ran.out.contains('"d"') && !ran.out.toLowerCase().contains('sealed')
    }

    def "with a backend down a command ends with 3 and one line; what needs no Redis works without it"() {
        given:
        Shell withoutPostgres = new Shell(service, ['auth.database.url': 'jdbc:postgresql://127.0.0.1:1/auth'])
        Shell withoutRedis = new Shell(service, ['auth.redis.uri': 'redis://127.0.0.1:1'])

        expect:
        withoutPostgres.run('user', 'list').with { exit == 3 && out == '' && err.readLines().size() == 1 && err.contains('Postgres') }
        withoutRedis.run('user', 'list').exit == 0
        withoutRedis.typing(PASSWORD, 'superuser', 'create', '--login', login, '--email', "$login@example.com", '--password-stdin').exit == 0
    }

    def "what the shell revokes while it can't reach Redis is dead all the same, as soon as a node relays it, and it says so"() {
        given:
        Shell withoutRedis = new Shell(service, ['auth.redis.uri': 'redis://127.0.0.1:1'])
        SignedIn device = person.signIn()

        expect:
        withoutRedis.run(*words, person.login).with { exit == 0 && err.readLines().size() == 1 && err.startsWith('warning: Redis is away: ') }
        Eventually.holds { device.standing() == 'token-revoked' && device.standing(other.api()) == 'token-revoked' }

        and: 'nothing more was revoked'
        withoutRedis.run(*words, person.login).with { exit == 0 && (err == '' || words.last() == 'sign-out') }

        where:
        words << [['user', 'disable'], ['user', 'sign-out']]
    }
}
