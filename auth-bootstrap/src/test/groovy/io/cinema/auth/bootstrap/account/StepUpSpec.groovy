package io.cinema.auth.bootstrap.account

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Authenticator
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import java.time.Duration

/** What guards an account changes only for who proves once more that it is theirs. */
class StepUpSpec extends FunctionalSpec {
    static final List<List<Object>> BY_PASSWORD = [
        ['PATCH', '/users/me', [login: 'another-name']],
        ['PATCH', '/users/me', [email: 'another@example.com']],
        ['PUT', '/users/me/password', [new_password: 'quite another one']],
        ['POST', '/users/me/totp', [:]],
        ['DELETE', '/users/me/totp', [code: '123456']],
    ]
    static final List<List<Object>> BY_EITHER = [
        ['PUT', '/users/me/allowed-agents', [allowed_agents: ['*']]],
        ['POST', '/users/me/recovery-codes', [code: '123456']],
    ]

    Person person = someone()
    SignedIn device = person.signIn()

    def "without the password #method #path is told to ask for it, however fresh the sign-in"() {
        given:
        Map before = service.stored()

        when:
        Answer answer = device.api.send(method, path, body)

        then:
        answer.status == 401
        answer.problem == 'step-up-required'
        answer.header('WWW-Authenticate').startsWith('Bearer error="insufficient_user_authentication"')
        !answer.header('WWW-Authenticate').contains('max_age')
        answer.json.detail.contains('password')
        service.stored() == before

        where:
        [method, path, body] << BY_PASSWORD
    }

    def "#method #path takes a fresh sign-in, and of an old one says how fresh it has to be"() {
        when:
        Answer fresh = device.api.send(method, path, body)
        pass(Duration.ofSeconds(601))
        Answer old = device.api.send(method, path, body)

        then:
        fresh.problem != 'step-up-required'
        old.problem == 'step-up-required'
        old.header('WWW-Authenticate').contains('error="insufficient_user_authentication"')
        old.header('WWW-Authenticate').contains('max_age="600"')

        when: "refreshing makes no sign-in fresher, signing in does"
        Answer refreshed = device.refreshed().api.send(method, path, body)
        Answer anew = person.signIn().api.send(method, path, body)

        then:
        refreshed.problem == 'step-up-required'
        anew.problem != 'step-up-required'

        where:
        [method, path, body] << BY_EITHER
    }

    def "an account without a password proves itself by a fresh sign-in, and sets its first password so"() {
        given:
        service.sql { it.executeUpdate('UPDATE auth.users SET password_hash = NULL WHERE id = ?::uuid', person.id) }

        when:
        pass(Duration.ofSeconds(601))
        Answer old = device.api.put('/users/me/password', [new_password: 'my very first one'])

        then:
        old.problem == 'step-up-required'
        old.header('WWW-Authenticate').contains('max_age="600"')

        when: "the session as a fresh sign-in would have opened it"
        service.sql {
            it.executeUpdate('UPDATE auth.sessions SET auth_time = ?::timestamptz WHERE id = ?::uuid', clock.instant().toString(), device.session)
        }
        Answer set = device.refreshed().api.put('/users/me/password', [new_password: 'my very first one'])

        then:
        set.status == 204
        api.post('/auth/login', [login: person.login, password: 'my very first one']).status == 200
    }

    def "a guess at the password of an account that has none is a wrong one"() {
        given:
        service.sql { it.executeUpdate('UPDATE auth.users SET password_hash = NULL WHERE id = ?::uuid', person.id) }

        expect:
        device.api.put('/users/me/password', [new_password: 'my very first one', current_password: 'a guess at it']).problem == 'invalid-credentials'
    }

    def "the trail tells of the changes"() {
        given:
        device.api.put('/users/me/allowed-agents', [allowed_agents: ['*']])
        Authenticator phone = Authenticator.of(person, device)
        device.api.post('/users/me/recovery-codes', [code: phone.fresh()])
        device.api.delete('/users/me/totp', [password: person.password, code: phone.wrong()])
        device.api.delete('/users/me/totp', [password: person.password, code: phone.fresh()])

        when:
        List items = staff.superuser().api.get("/audit-events?target_id=$person.id").json.items

        then:
        items.reverse().collect { "$it.action ${it.reason ?: it.outcome}".toString() } ==
            ['agents.changed done', 'totp.enabled done', 'recovery_codes.renewed done', 'totp.disabled mfa-invalid', 'totp.disabled done']
    }
}
