package io.cinema.auth.bootstrap.session

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.SignedIn

class LoginSpec extends FunctionalSpec {

    def "signing in by #what opens a session and hands out a pair of tokens"() {
        given:
        Person person = someone()

        when:
        Answer answer = api.post('/auth/login', [login: name(person), password: person.password])

        then:
        answer.status == 200
        answer.header('Cache-Control') == 'no-store'
        with(answer.json) {
            token_type == 'Bearer'
            expires_in == 15 * 60
            refresh_expires_in == 7 * 24 * 3600
            UUID.fromString(session_id)
            keySet() == ['access_token', 'token_type', 'expires_in', 'refresh_token', 'refresh_expires_in',
                'session_id'] as Set
        }
        api.bearing(answer.json.access_token).get('/users/me').json.id == person.id

        where:
        what                              | name
        'login'                           | { Person p -> p.login }
        'login in capitals'               | { Person p -> p.login.toUpperCase() }
        'e-mail'                          | { Person p -> p.email }
        'e-mail in capitals'              | { Person p -> p.email.toUpperCase() }
    }

    def "the access token has the shape of RFC 9068 and says what a resource server needs"() {
        given:
        Person person = someone()
        long now = clock.instant().epochSecond

        when:
        SignedIn device = person.signIn()

        then:
        with(SignedIn.header(device.access)) {
            alg == 'ES256'
            typ == 'at+jwt'
            kid
            keySet() == ['alg', 'typ', 'kid'] as Set
        }
        with(device.claims) {
            iss == RunningService.ISSUER
            aud == 'cinema'
            client_id == 'cinema'
            sub == person.id
            sid == device.session
            iat == now
            exp == iat + 15 * 60
            auth_time == iat
            jti
            ver == 1
            amr == ['pwd']
            roles == []
            superuser == false
        }
    }

    def "a password chosen as #chosen signs in typed as #typed"() {
        given:
        Person person = someone(password: passwords[chosen])

        expect:
        api.post('/auth/login', [login: person.login, password: passwords[typed]]).status == 200

        where:
        chosen | typed
        'NFC'  | 'NFD'
        'NFD'  | 'NFC'
        passwords = [NFC: 'caf\u00E9 au \u00FCbermut', NFD: 'cafe\u0301 au u\u0308bermut']
    }

    def "an unknown login, a wrong password and an account without one are told apart by nobody"() {
        given:
        Person person = someone()
        Person social = someone()
        service.sql { it.executeUpdate('UPDATE auth.users SET password_hash = NULL WHERE id = ?::uuid', social.id) }

        when:
        List<Answer> answers = [
            [login: 'nobody-' + UUID.randomUUID(), password: person.password],
            [login: UUID.randomUUID().toString() + '@example.com', password: person.password],
            [login: 'not a login at all', password: person.password],
            [login: person.login, password: person.password + '!'],
            [login: person.email, password: person.password.toUpperCase()],
            [login: person.login, password: 'x'],
            [login: social.login, password: social.password],
        ].collect { api.post('/auth/login', it) }

        then:
        answers*.status.unique() == [401]
        answers*.problem.unique() == ['invalid-credentials']
        answers.collect { it.json.findAll { it.key != 'instance' } }.unique().size() == 1
        answers.collect { it.headers.keySet() }.unique().size() == 1
    }

    def "an account that is disabled is refused, but only to who knows the password"() {
        given:
        Person person = someone()
        service.sql {
            it.executeUpdate('UPDATE auth.user_service_info SET disabled_at = now() WHERE user_id = ?::uuid', person.id)
        }

        expect:
        api.post('/auth/login', [login: person.login, password: person.password]).problem == 'account-disabled'
        api.post('/auth/login', [login: person.login, password: 'a wrong password']).problem == 'invalid-credentials'
        service.sql { it.firstRow('SELECT count(*) AS n FROM auth.sessions WHERE user_id = ?::uuid', person.id).n } == 0
    }

    def "signing in is remembered with the time and the agent"() {
        given:
        Person person = someone()

        when:
        SignedIn device = person.signIn(api.calledBy('Nebuchadnezzar/1.0'))

        then:
        device.api.get('/users/me').json.last_login == clock.instant().toString()
        service.sql {
            it.firstRow('SELECT user_agent FROM auth.user_service_info WHERE user_id = ?::uuid', person.id).user_agent
        } == 'Nebuchadnezzar/1.0'
    }

    def "a form without #missing is refused by name"() {
        when:
        Answer answer = api.post('/auth/login', form)

        then:
        answer.status == 422
        answer.errors == errors

        where:
        missing        | form                                   || errors
        'login'        | [password: 'long enough']              || [login: 'required']
        'password'     | [login: 'neo']                         || [password: 'required']
        'anything'     | [:]                                    || [login: 'required', password: 'required']
        'a real login' | [login: null, password: 'long enough'] || [login: 'required']
    }

    def "a hash of weaker settings is replaced when its owner signs in"() {
        given:
        Person person = someone()
        RunningService stronger = RunningService.onSharedBackends(
            ['auth.password.memory-kib': 128, 'auth.password.iterations': 2])

        when:
        String before = hash(person)
        person.signIn(stronger.api())

        then:
        before.contains('m=64,t=1,p=1')
        hash(person).contains('m=128,t=2,p=1')
        person.signIn()
        hash(person).contains('m=128,t=2,p=1')

        cleanup:
        stronger?.close()
    }

    private String hash(Person person) {
        service.sql { it.firstRow('SELECT password_hash FROM auth.users WHERE id = ?::uuid', person.id).password_hash }
    }
}
