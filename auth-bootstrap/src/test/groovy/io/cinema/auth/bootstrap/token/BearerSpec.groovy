package io.cinema.auth.bootstrap.token

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.bootstrap.fixture.Wire
import java.time.Duration
import java.time.Instant

/** How a token is handed over, and what a caller is told of one that does not count. */
class BearerSpec extends FunctionalSpec {
    Person person = someone()
    SignedIn device = person.signIn()

    def "missing, expired, badly signed and revoked tokens are told apart"() {
        given:
        SignedIn expired = device
        pass(Duration.ofMinutes(15))
        SignedIn revoked = person.signIn()
        revoked.api.post('/auth/logout')
        SignedIn good = person.signIn()
        String badlySigned = good.access.take(good.access.lastIndexOf('.') + 1) + revoked.access.drop(revoked.access.lastIndexOf('.') + 1)

        when:
        Map<String, Answer> answers = [
            'token-missing': api.get('/users/me'),
            'token-expired': expired.api.get('/users/me'),
            'token-invalid': api.bearing(badlySigned).get('/users/me'),
            'token-revoked': revoked.api.get('/users/me'),
        ]

        then:
        answers.every { it.value.status == 401 && it.value.problem == it.key }
        answers.collectEntries { [it.key, it.value.header('WWW-Authenticate')] } == [
            'token-missing': 'Bearer',
            'token-expired': 'Bearer error="invalid_token", error_description="Access token expired"',
            'token-invalid': 'Bearer error="invalid_token", error_description="Access token invalid"',
            'token-revoked': 'Bearer error="invalid_token", error_description="Access token revoked"',
        ]
        answers['token-invalid'].json.detail == 'The token does not count: its signature is wrong.'
    }

    def "a token expires #what its fifteen minutes are over"() {
        given:
        clock.set(Instant.ofEpochSecond(device.claims.exp as long).plus(offset))

        expect:
        device.standing() == standing

        where:
        what                     | offset                 || standing
        'not a moment before'    | Duration.ofNanos(-1000) || 'ok'
        'when'                   | Duration.ZERO           || 'token-expired'
    }

    def "the scheme may be spelled '#scheme', as RFC 9110 wants it"() {
        expect:
        api.with('Authorization', "$scheme $device.access").get('/users/me').status == 200

        where:
        scheme << ['Bearer', 'bearer', 'BEARER']
    }

    def "'#header' is as good as no token"() {
        expect:
        api.with('Authorization', header).get('/users/me').problem in ['token-missing', 'token-invalid']

        where:
        header << ['Bearer', 'Bearer ', 'Basic bmVvOnJhYmJpdA==', 'Token abc', 'Bearerabc', 'abc', 'Digest username="neo"']
    }

    def "a token #where is never looked at"() {
        expect:
        request(device).problem == 'token-missing'

        where:
        where                       | request
        'in the query'              | { SignedIn d -> d.anonymous.get("/users/me?access_token=$d.access") }
        'in the query as token'     | { SignedIn d -> d.anonymous.get("/users/me?token=$d.access&bearer=$d.access") }
        'in the query as header'    | { SignedIn d -> d.anonymous.get("/users/me?Authorization=Bearer%20$d.access") }
        'in a cookie'               | { SignedIn d -> d.anonymous.with('Cookie', "JWT=$d.access; access_token=$d.access").get('/users/me') }
        'in a header of its own'    | { SignedIn d -> d.anonymous.with('X-Access-Token', d.access).get('/users/me') }
        'for the proxy'             | { SignedIn d -> d.anonymous.with('Proxy-Authorization', "Bearer $d.access").get('/users/me') }
    }

    def "two Authorization headers are refused: #what"() {
        when:
        Answer answer = Wire.request(service, 'GET', '/api/v1/users/me', lines(device.access))

        then:
        answer.status == 400
        answer.problem == 'malformed-request'

        where:
        what                           | lines
        'the same twice'               | { it -> ["Authorization: Bearer $it", "Authorization: Bearer $it"] }
        'a good and an empty one'      | { it -> ["Authorization: Bearer $it", 'Authorization:'] }
        'a bad and a good one'         | { it -> ['authorization: Bearer x', "AUTHORIZATION: Bearer $it"] }
        'a good one and a password'    | { it -> ["Authorization: Bearer $it", 'Authorization: Basic bmVvOnJhYmJpdA=='] }
    }

    def "a token of #size characters is refused in no time, and the heap stays flat"() {
        given:
        String token = 'eyJ' + 'A' * size
        long before = used()

        when:
        List<Answer> answers = (1..50).collect {
            Wire.request(service, 'GET', '/api/v1/users/me', ["Authorization: Bearer $token"])
        }

        then:
        answers*.status.unique() == [status]
        answers*.took.sort()[25] < Duration.ofMillis(500)
        used() - before < 32 * 1024 * 1024
        device.standing() == 'ok'

        where:
        size      || status
        7_000     || 401
        20_000    || 431
        1_000_000 || 431
    }

    def "on a route that wants no token a bad one does not matter"() {
        expect:
        api.bearing('abc').post('/auth/login', [login: person.login, password: person.password]).status == 200
        api.bearing('abc').get('//.well-known/jwks.json').status == 200
    }

    private static long used() {
        System.gc()
        Runtime.runtime.totalMemory() - Runtime.runtime.freeMemory()
    }
}
