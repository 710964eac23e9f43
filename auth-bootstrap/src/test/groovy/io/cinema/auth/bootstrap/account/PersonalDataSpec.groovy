package io.cinema.auth.bootstrap.account

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.contracts.fixture.Parallel

class PersonalDataSpec extends FunctionalSpec {
    Person person = someone(first_name: 'Thomas', last_name: 'Anderson')
    SignedIn device = person.signIn()

    def "a person sees their own data"() {
        when:
        Answer answer = device.api.get('/users/me')

        then:
        answer.status == 200
        answer.header('Cache-Control') == 'no-store'
        answer.header('X-Content-Type-Options') == 'nosniff'
        answer.json.findAll { it.key in ['id', 'login', 'email', 'first_name', 'last_name', 'roles', 'is_superuser'] } ==
            [id: person.id, login: person.login, email: person.email, first_name: 'Thomas', last_name: 'Anderson',
                roles: [], is_superuser: false]
        !answer.text.contains('password')
    }

    def "only what a change mentions changes: #change"() {
        when:
        Answer answer = device.api.patch('/users/me', change)

        then:
        answer.status == 200
        [answer.json.first_name, answer.json.last_name] == names
        device.api.get('/users/me').json == answer.json
        answer.json.login == person.login
        answer.json.email == person.email

        where:
        change                                      || names
        [:]                                         || ['Thomas', 'Anderson']
        [first_name: 'Neo']                         || ['Neo', 'Anderson']
        [last_name: null]                           || ['Thomas', null]
        [first_name: null, last_name: null]         || [null, null]
        [first_name: 'Neo', last_name: null]        || ['Neo', null]
        [first_name: '  Neo  ']                     || ['Neo', 'Anderson']
        [current_password: 'not needed for a name'] || ['Thomas', 'Anderson']
    }

    def "a new #what needs the current password"() {
        given:
        String fresh = Person.form()[what]
        Map before = service.stored()

        when:
        Answer without = device.api.patch('/users/me', [(what): fresh])
        Answer wrong = device.api.patch('/users/me', [(what): fresh, current_password: 'a wrong password'])

        then:
        without.status == 401
        without.problem == 'step-up-required'
        wrong.status == 401
        wrong.problem == 'invalid-credentials'
        service.stored() == before
        device.standing() == 'ok'

        when:
        Answer right = device.api.patch('/users/me', [(what): fresh, current_password: person.password])

        then:
        right.status == 200
        right.json[what] == fresh
        api.post('/auth/login', [login: fresh, password: person.password]).status == 200
        api.post('/auth/login', [login: person[what], password: person.password]).problem == 'invalid-credentials'

        where:
        what << ['login', 'email']
    }

    def "the names of old are free again"() {
        given:
        Map fresh = Person.form()
        device.api.patch('/users/me', [login: fresh.login, email: fresh.email, current_password: person.password])

        expect:
        api.post('/users', Person.form(login: person.login, email: person.email)).status == 201
    }

    def "mentioning the login and e-mail as they are needs no password"() {
        expect:
        device.api.patch('/users/me', [login: person.login, email: person.email]).status == 200
    }

    def "#what of somebody else, also #look, is taken and nothing changes"() {
        given:
        Person somebody = someone()
        Map before = service.stored()

        when:
        Answer answer = device.api.patch('/users/me',
            [(what): respell(somebody[what]), first_name: 'Neo', current_password: person.password])

        then:
        answer.status == 409
        answer.problem == "$what-taken"
        service.stored() == before

        where:
        what    | look            | respell
        'login' | 'as it is'      | { it }
        'login' | 'in capitals'   | { it.toUpperCase() }
        'email' | 'as it is'      | { it }
        'email' | 'in capitals'   | { it.toUpperCase() }
    }

    def "of two people who want one login at once, one gets it"() {
        given:
        String wanted = Person.form().login

        when:
        List<Answer> answers = Parallel.times(10) { i ->
            Person rival = someone()
            rival.signIn().api.patch('/users/me', [login: i % 2 ? wanted : wanted.toUpperCase(), current_password: rival.password])
        }

        then:
        answers.countBy { it.status } == [200: 1, 409: 9]
        answers*.problem.unique() as Set == [null, 'login-taken'] as Set
    }

    def "#property can't be set: it is refused by name and nothing changes"() {
        given:
        Map before = service.stored()

        when:
        Answer answer = device.api.patch('/users/me', [first_name: 'Neo', (property): value])

        then:
        answer.status == 422
        answer.errors == [(property): 'unknown']
        service.stored() == before

        where:
        property        | value
        'is_superuser'  | true
        'roles'         | ['admin']
        'id'            | '019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e'
        'password'      | 'another password'
        'password_hash' | '$argon2id$v=19$m=64,t=1,p=1$YWFhYWFhYWFhYWFhYWFhYQ$YmJi'
        'last_login'    | null
        'totp_enabled'  | true
        'allowed_agents' | []
        'token_version' | 1
    }

    def "#change is refused: #errors"() {
        given:
        Map before = service.stored()

        when:
        Answer answer = device.api.patch('/users/me', change + [current_password: person.password])

        then:
        answer.status == 422
        answer.errors == errors
        service.stored() == before

        where:
        change                                    || errors
        [login: null]                             || [login: 'required']
        [email: null]                             || [email: 'required']
        [login: 'ab']                             || [login: 'too_short']
        [login: 'neo@example.com']                || [login: 'bad_characters']
        [email: 'neo']                            || [email: 'not_an_email']
        [first_name: '']                          || [first_name: 'too_short']
        [first_name: '   ']                       || [first_name: 'too_short']
        [last_name: 'x' * 101]                    || [last_name: 'too_long']
        [first_name: 'Neo\u0000']                 || [first_name: 'unsafe_text']
        [first_name: 'Neo\u202E']                 || [first_name: 'unsafe_text']
        [last_name: 'An\nderson']                 || [last_name: 'unsafe_text']
        [first_name: '', login: 'x', email: 'abc'] || [first_name: 'too_short', login: 'too_short', email: 'not_an_email']
    }

    def "a value of the wrong type is malformed: #change"() {
        given:
        Map before = service.stored()

        expect:
        device.api.patch('/users/me', change).problem == 'malformed-request'
        service.stored() == before

        where:
        change << [[first_name: 5], [first_name: true], [login: ['neo']], [email: [a: 1]], [current_password: 12345678],
            [last_name: []]]
    }

    def "a person is never shown or changed without their token"() {
        expect:
        api.get('/users/me').problem == 'token-missing'
        api.patch('/users/me', [first_name: 'Smith']).problem == 'token-missing'
        device.api.get('/users/me').json.first_name == 'Thomas'
    }
}
