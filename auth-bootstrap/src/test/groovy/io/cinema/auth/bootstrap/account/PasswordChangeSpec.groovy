package io.cinema.auth.bootstrap.account

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.contracts.fixture.Parallel

class PasswordChangeSpec extends FunctionalSpec {
    static final String FRESH = 'there is no spoon at all'

    Person person = someone()
    SignedIn elsewhere = person.signIn()
    SignedIn device = person.signIn()

    def "with the old password a new one is set, and only the new one signs in"() {
        when:
        Answer answer = change(FRESH)

        then:
        answer.status == 204
        api.post('/auth/login', [login: person.login, password: FRESH]).status == 200
        api.post('/auth/login', [login: person.login, password: person.password]).problem == 'invalid-credentials'
    }

    def "every access token of before is dead on every node at once, this one's too"() {
        when:
        change(FRESH)

        then:
        [device, elsewhere]*.standing().unique() == ['token-revoked']
        [device, elsewhere].collect { it.standing(other.api()) }.unique() == ['token-revoked']
    }

    def "the other sessions end; this one goes on with its refresh token"() {
        when:
        change(FRESH)

        then:
        elsewhere.tryRefresh().problem == 'session-ended'

        when:
        SignedIn next = device.refreshed()

        then:
        next.standing() == 'ok'
        next.standing(other.api()) == 'ok'
        next.session == device.session
        next.claims.ver == device.claims.ver + 1
        next.api.get('/users/me/sessions').json.items*.id == [device.session]
    }

    def "a wrong current password changes nothing"() {
        given:
        Map before = service.stored()

        when:
        Answer answer = change(FRESH, 'a wrong password')

        then:
        answer.status == 401
        answer.problem == 'invalid-credentials'
        service.stored() == before
        device.standing() == 'ok'
        elsewhere.standing() == 'ok'
    }

    def "a new password #what is refused as #rule and nothing changes"() {
        given:
        Map before = service.stored()

        when:
        Answer answer = change(chosen(person))

        then:
        answer.status == 422
        answer.errors == [new_password: rule]
        service.stored() == before
        device.standing() == 'ok'

        where:
        what                  | chosen                            || rule
        'of 7 code points'    | { Person p -> 'seven77' }         || 'too_short'
        'of 257 code points'  | { Person p -> 'x' * 257 }         || 'too_long'
        'that is common'      | { Person p -> 'qwertyuiop' }      || 'common_password'
        'equal to the login'  | { Person p -> p.login }           || 'own_name'
        'equal to the e-mail' | { Person p -> p.email }           || 'own_name'
        'with NUL'            | { Person p -> 'long enough\u0000' } || 'unsafe_text'
    }

    def "a form with #form is refused: #errors"() {
        expect:
        device.api.put('/users/me/password', form).errors == errors

        where:
        form                                                       || errors
        [:]                                                        || [new_password: 'required']
        [current_password: 'follow the rabbit']                    || [new_password: 'required']
        [current_password: null, new_password: null]               || [new_password: 'required']
        [current_password: 'a', new_password: 'bcdefgh1', user: 'x'] || [user: 'unknown']
    }

    def "of two changes at once the second was made with a password that no longer is"() {
        when:
        List<Answer> answers = Parallel.times(2) { i -> change("$FRESH $i".toString()) }

        then:
        answers.count { it.status == 204 } == 1
        answers.findAll { it.status != 204 }.every { it.problem in ['invalid-credentials', 'token-revoked'] }
        (0..1).count { i ->
            api.post('/auth/login', [login: person.login, password: "$FRESH $i".toString()]).status == 200
        } == 1
    }

    def "a sign-in with the old password that races the change leaves nothing alive"() {
        when:
        List<Answer> answers = Parallel.all([
            { -> change(FRESH) },
            { -> other.api().post('/auth/login', [login: person.login, password: person.password]) },
        ])

        then:
        answers[0].status == 204
        answers[1].status == 401 || new SignedIn(api, answers[1]).with {
            standing() == 'token-revoked' && tryRefresh().problem == 'session-ended'
        }

        where:
        round << (1..3)
    }

    private Answer change(String chosen, String current = person.password) {
        device.api.put('/users/me/password', [current_password: current, new_password: chosen])
    }
}
