package io.cinema.auth.bootstrap.mfa

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Api
import io.cinema.auth.bootstrap.fixture.Authenticator
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.contracts.fixture.Parallel
import java.time.Duration

class MfaLoginSpec extends FunctionalSpec {
    Person person = someone()
    SignedIn first = person.signIn()
    Authenticator phone = Authenticator.of(person, first)

    def "the password gets a token for the second step, and a code the tokens"() {
        when:
        Answer challenge = login()

        then:
        challenge.status == 401
        challenge.problem == 'mfa-required'
        challenge.json.expires_in == 300
        challenge.json.methods as Set == ['totp', 'recovery_code'] as Set

        when:
        String code = phone.fresh()
        Answer answer = pass(challenge.json.mfa_token, code: code)
        SignedIn device = new SignedIn(api, answer)

        then:
        answer.status == 200
        answer.json.keySet() == ['access_token', 'token_type', 'expires_in', 'refresh_token', 'refresh_expires_in', 'session_id'] as Set
        device.standing() == 'ok'
        device.claims.amr as Set == ['pwd', 'otp'] as Set
        device.claims.auth_time == clock.instant().epochSecond
        device.refreshed().claims.amr as Set == ['pwd', 'otp'] as Set

        and: "both are used up"
        pass(challenge.json.mfa_token, code: phone.fresh()).problem == 'mfa-invalid'
        pass(login().json.mfa_token, code: Authenticator.code(phone.secret, -1)).problem == 'mfa-invalid'
    }

    def "a wrong password says nothing of a second factor"() {
        expect:
        api.post('/auth/login', [login: person.login, password: 'a wrong password']).problem == 'invalid-credentials'
    }

    def "the code of #steps steps from now is #verdict"() {
        given:
        String token = login().json.mfa_token
        pass(Duration.ofSeconds(120))

        expect:
        pass(token, code: Authenticator.code(phone.secret, steps)).status == status

        where:
        steps || status
        -2    || 401
        -1    || 200
        0     || 200
        1     || 401
        2     || 401
        verdict = status == 200 ? 'right' : 'wrong'
    }

    def "of twenty posts of one code in parallel one succeeds, over two nodes: #how"() {
        given:
        List<String> tokens = how == 'one sign-in' ? [login().json.mfa_token] * 20 : (1..20).collect { login().json.mfa_token }
        String code = phone.fresh()

        when:
        List<Answer> answers = Parallel.times(20) { i ->
            (i % 2 ? api : api.at(other)).post('/auth/mfa', [mfa_token: tokens[i], code: code])
        }

        then:
        answers.count { it.status == 200 } == 1
        answers.findAll { it.status != 200 }.every { it.problem in ['mfa-invalid', 'too-many-attempts'] }
        live() == 2

        where:
        how << ['one sign-in', 'twenty sign-ins']
    }

    def "of twenty posts of one recovery code in parallel one succeeds"() {
        given:
        List<String> tokens = (1..20).collect { login().json.mfa_token }

        when:
        List<Answer> answers = Parallel.times(20) { i ->
            (i % 2 ? api : api.at(other)).post('/auth/mfa', [mfa_token: tokens[i], recovery_code: phone.recoveryCodes[0]])
        }

        then:
        answers.count { it.status == 200 } == 1
        first.api.get('/users/me/totp').json.recovery_codes_left == 9
    }

    def "five wrong codes lock, whatever sign-in they are for; the right one meets the same answer, on every node"() {
        given:
        5.times { assert pass(login().json.mfa_token, code: phone.wrong()).problem == 'mfa-invalid' }

        when:
        Answer locked = pass(login().json.mfa_token, code: phone.fresh())

        then:
        locked.status == 429
        locked.problem == 'too-many-attempts'
        (locked.header('Retry-After') as int) in 1..60
        api.at(other).post('/auth/mfa', [mfa_token: login().json.mfa_token, recovery_code: phone.recoveryCodes[0]]).status == 429
        login().problem == 'mfa-required'
        first.api.delete('/users/me/totp', [password: person.password, code: Authenticator.code(phone.secret)]).status == 429
        first.api.get('/users/me/totp').json.recovery_codes_left == 10

        when:
        pass(Duration.ofMinutes(1))

        then:
        pass(login().json.mfa_token, code: phone.fresh()).status == 200
    }

    def "of thirty wrong codes in parallel, over two nodes, five are looked at"() {
        given:
        List<String> tokens = (1..30).collect { login().json.mfa_token }
        String wrong = phone.wrong()

        when:
        List<Answer> answers = Parallel.times(30) { i ->
            (i % 2 ? api : api.at(other)).post('/auth/mfa', [mfa_token: tokens[i], code: wrong])
        }

        then:
        answers.countBy { it.problem } == ['mfa-invalid': 5, 'too-many-attempts': 25]
    }

    def "the token is dead after #what"() {
        given:
        String token = login().json.mfa_token
        happen(this)

        when:
        Answer answer = pass(token, code: phone.fresh())

        then:
        answer.status == 401
        answer.problem == 'mfa-invalid'
        answer.json.detail.contains('mfa_token')

        where:
        what                  | happen
        'five minutes'        | { it.pass(Duration.ofMinutes(5)) }
        'sign out everywhere' | { it.first.api.delete('/users/me/sessions') }
        'a new password'      | { it.first.api.put('/users/me/password', [current_password: it.person.password, new_password: 'quite another one']) }
    }

    def "no other token is one: #what"() {
        expect:
        pass(token(this), code: phone.fresh()).problem == problem

        where:
        what                 | token                        || problem
        'nothing'            | { '' }                       || 'mfa-invalid'
        'anything'           | { 'x' * 300 }                || 'mfa-invalid'
        'a long one'         | { 'x' * 60_000 }             || 'mfa-invalid'
        'an access token'    | { it.first.access }          || 'mfa-invalid'
        'a refresh token'    | { it.first.refresh }         || 'mfa-invalid'
        'a changed one'      | { it.flipped(it.login().json.mfa_token) } || 'mfa-invalid'
        'null'               | { null }                     || 'invalid-request'
    }

    def "the token opens nothing else"() {
        given:
        String token = login().json.mfa_token

        expect:
        ['/users/me', '/users/me/sessions', '/users/me/totp', '/roles'].every { api.bearing(token).get(it).problem == 'token-invalid' }
        api.post('/auth/refresh', [refresh_token: token]).problem == 'session-ended'
        api.post('/auth/mfa/totp', [mfa_token: token]).problem == 'mfa-invalid'
        api.post('/auth/mfa/totp/confirm', [mfa_token: token, code: phone.fresh()]).problem == 'mfa-invalid'
    }

    def "a form with #what is refused by name"() {
        when:
        Answer answer = api.post('/auth/mfa', body)

        then:
        answer.status == 422
        answer.errors == errors

        where:
        what             | body                                                                        || errors
        'no code'        | [mfa_token: 'x']                                                            || [code: 'required']
        'nothing'        | [:]                                                                         || [mfa_token: 'required', code: 'required']
        'five digits'    | [mfa_token: 'x', code: '12345']                                             || [code: 'bad_code']
        'a short word'   | [mfa_token: 'x', recovery_code: 'abc']                                      || [recovery_code: 'bad_code']
        'a stranger'     | [mfa_token: 'x', code: '123456', remember_me: true]                         || [remember_me: 'unknown']
    }

    def "the history tells what the answers do not"() {
        when:
        login()
        pass(login().json.mfa_token, code: phone.wrong())
        String code = phone.fresh()
        SignedIn device = new SignedIn(api, api.calledBy('Tablet/1').post('/auth/mfa', [mfa_token: login().json.mfa_token, code: code]))
        pass(login().json.mfa_token, code: code)
        pass(login().json.mfa_token, recovery_code: phone.recoveryCodes[0])
        List items = device.api.get('/users/me/logins').json.items.findAll { it.result != 'factor_missing' }

        then:
        items.collect { "$it.method $it.result".toString() } ==
            ['recovery_code success', 'totp code_reused', 'totp success', 'totp wrong_code', 'password success']
        items.find { it.session_id == device.session }.with { new_agent && user_agent == 'Tablet/1' }
    }

    def "an agent that is not allowed gets in by the factor, and not at all where there is none"() {
        given:
        Person plain = someone()
        [first, plain.signIn()].each { it.api.put('/users/me/allowed-agents', [allowed_agents: ['Home/*']]) }
        Api away = api.calledBy('Away/1')

        when:
        Answer challenge = away.post('/auth/login', [login: person.login, password: person.password])
        Answer passed = away.post('/auth/mfa', [mfa_token: challenge.json.mfa_token, code: phone.fresh()])
        Answer refused = away.post('/auth/login', [login: plain.login, password: plain.password])

        then:
        challenge.problem == 'mfa-required'
        passed.status == 200
        new SignedIn(away, passed).refreshed().standing() == 'ok'
        refused.problem == 'agent-not-allowed'
    }

    private Answer login() {
        api.post('/auth/login', [login: person.login, password: person.password])
    }

    private Answer pass(Map proof, String token) {
        api.post('/auth/mfa', [mfa_token: token] + proof)
    }

    private int live() {
        service.sql { it.firstRow('SELECT count(*) AS n FROM auth.sessions WHERE user_id = ?::uuid AND revoked_at IS NULL', person.id).n }
    }

    private static String flipped(String token) {
        int at = token.length() - 5
        token.substring(0, at) + (token[at] == 'A' ? 'B' : 'A') + token.substring(at + 1)
    }
}
