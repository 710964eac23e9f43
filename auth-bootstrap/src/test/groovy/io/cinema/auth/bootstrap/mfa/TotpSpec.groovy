package io.cinema.auth.bootstrap.mfa

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Authenticator
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import java.time.Duration
import javax.imageio.ImageIO

class TotpSpec extends FunctionalSpec {
    Person person = someone()
    SignedIn device = person.signIn()

    def "setting up shows the secret three ways, once, to who shows the password"() {
        when:
        Answer begun = enrol()

        then:
        begun.status == 201
        begun.header('Cache-Control') == 'no-store'
        begun.json.keySet() == ['secret', 'otpauth_uri', 'qr_png_base64'] as Set
        begun.json.secret ==~ /[A-Z2-7]{32}/
        begun.json.otpauth_uri.startsWith("otpauth://totp/Cinema")
        begun.json.otpauth_uri.contains("secret=$begun.json.secret")
        ImageIO.read(new ByteArrayInputStream(begun.json.qr_png_base64.decodeBase64())).width > 100

        and: "nothing is asked for before it is confirmed"
        status() == [enabled: false, recovery_codes_left: 0]
        person.signIn()

        when:
        Answer confirmed = confirm(Authenticator.code(begun.json.secret))

        then:
        confirmed.status == 200
        confirmed.json.recovery_codes.size() == 10
        confirmed.json.recovery_codes.every { it ==~ /([a-z0-9]{4}-){3}[a-z0-9]{4}/ }
        status() == [enabled: true, enabled_at: clock.instant().toString(), recovery_codes_left: 10]
        device.api.get('/users/me').json.totp_enabled
        !device.api.get('/users/me').text.contains(begun.json.secret)

        and: "and neither twice"
        enrol().problem == 'totp-already-active'
        confirm(Authenticator.code(begun.json.secret)).problem == 'totp-already-active'
    }

    def "in the database the secret is sealed for its user, and the recovery codes are hashes"() {
        given:
        Authenticator phone = Authenticator.of(person, device)

        when:
        Map stored = service.sql {
            [secret: it.firstRow('SELECT sealed_secret FROM auth.totp_enrolments WHERE user_id = ?::uuid', person.id).sealed_secret,
                codes: it.rows('SELECT code_hash FROM auth.recovery_codes WHERE user_id = ?::uuid', person.id)*.code_hash]
        }

        then:
        !new String(stored.secret as byte[], 'ISO-8859-1').contains(phone.secret)
        stored.codes.size() == 10
        stored.codes.every { (it as byte[]).length == 32 }

        when: "somebody puts theirs into another's row"
        Person other = someone()
        Authenticator.of(other, other.signIn())
        service.sql {
            it.executeUpdate('''
                UPDATE auth.totp_enrolments AS theirs SET sealed_secret = mine.sealed_secret
                FROM auth.totp_enrolments AS mine WHERE mine.user_id = ?::uuid AND theirs.user_id = ?::uuid''', person.id, other.id)
        }
        String token = api.post('/auth/login', [login: other.login, password: other.password]).json.mfa_token
        def stranger = service.sql {
            it.firstRow('SELECT count(*) AS n FROM auth.sessions WHERE user_id = ?::uuid AND revoked_at IS NULL', other.id).n
        }
        int answered = raw("{\"mfa_token\": \"$token\", \"code\": \"${phone.fresh()}\"}")

        then: "it opens nothing"
        answered == 500
        service.sql {
            it.firstRow('SELECT count(*) AS n FROM auth.sessions WHERE user_id = ?::uuid AND revoked_at IS NULL', other.id).n
        } == stranger
    }

    /** An answer of 500 is what no other spec may see, so that the fixture refuses it. */
    private int raw(String body) {
        HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:$service.port/api/v1/auth/mfa").toURL().openConnection()
        connection.requestMethod = 'POST'
        connection.setRequestProperty('Content-Type', 'application/json')
        connection.doOutput = true
        connection.outputStream.withStream { it << body }
        connection.responseCode
    }

    def "setting up needs the password: #what"() {
        when:
        Answer answer = device.api.post('/users/me/totp', body)

        then:
        answer.status == 401
        answer.problem == problem
        status() == [enabled: false, recovery_codes_left: 0]

        where:
        what       | body                           || problem
        'none'     | [:]                            || 'step-up-required'
        'null'     | [password: null]               || 'step-up-required'
        'another'  | [password: 'a wrong password'] || 'invalid-credentials'
    }

    def "a first code that is #what is #problem"() {
        given:
        String secret = enrol().json.secret

        expect:
        confirm(code(secret)).problem == problem
        status() == [enabled: false, recovery_codes_left: 0]

        where:
        what              | code                                       || problem
        'two steps old'   | { s -> Authenticator.code(s, -2) }         || 'mfa-invalid'
        'of the next one' | { s -> Authenticator.code(s, 1) }          || 'mfa-invalid'
        'too short'       | { s -> '12345' }                           || 'invalid-request'
        'no digits'       | { s -> 'abcdef' }                          || 'invalid-request'
        'missing'         | { s -> null }                              || 'invalid-request'
        'of other digits' | { s -> '\u0661\u0662\u0663\u0664\u0665\u0666' } || 'invalid-request'
    }

    def "a code may be typed with the space that apps show"() {
        given:
        String code = Authenticator.code(enrol().json.secret)

        expect:
        confirm("${code.take(3)} ${code.drop(3)}".toString()).status == 200
    }

    def "nothing begun is nothing to confirm, to renew or to turn off"() {
        expect:
        confirm('123456').status == 404
        device.api.post('/users/me/recovery-codes', [code: '123456']).status == 404
        device.api.delete('/users/me/totp', [password: person.password, code: '123456']).status == 404
    }

    def "turning it on ends the other sessions, and this one has passed it"() {
        given:
        SignedIn television = person.signIn()

        when:
        Authenticator.of(person, device)

        then:
        television.standing() == 'token-revoked'
        television.tryRefresh().problem == 'session-ended'
        device.standing() == 'ok'
        device.refreshed().claims.amr as Set == ['pwd', 'otp'] as Set
        device.refreshed().claims.auth_time == device.claims.auth_time
    }

    def "turning it off takes the password and a code, by either kind; then a password is enough again"() {
        given:
        Authenticator phone = Authenticator.of(person, device)
        Map proof = kind == 'code' ? [code: phone.fresh()] : [recovery_code: phone.recoveryCodes[0].toUpperCase()]

        expect:
        device.api.delete('/users/me/totp', [password: person.password] + proof).status == 204
        person.signIn().claims.amr == ['pwd']
        status() == [enabled: false, recovery_codes_left: 0]
        service.sql { it.firstRow('SELECT count(*) AS n FROM auth.totp_enrolments WHERE user_id = ?::uuid', person.id).n } == 0
        service.sql { it.firstRow('SELECT count(*) AS n FROM auth.recovery_codes WHERE user_id = ?::uuid', person.id).n } == 0

        where:
        kind << ['code', 'recovery_code']
    }

    def "turning it off without #what is #problem, and it stays on"() {
        given:
        Authenticator phone = Authenticator.of(person, device)

        when:
        Answer answer = device.api.delete('/users/me/totp', body(person, phone))

        then:
        answer.problem == problem
        status().enabled

        where:
        what                 | body                                                      || problem
        'the password'       | { p, a -> [code: a.fresh()] }                             || 'step-up-required'
        'the right password' | { p, a -> [password: 'a wrong one', code: a.fresh()] }    || 'invalid-credentials'
        'a code'             | { p, a -> [password: p.password] }                        || 'invalid-request'
        'one code only'      | { p, a -> [password: p.password, code: a.fresh(), recovery_code: a.recoveryCodes[0]] } || 'invalid-request'
        'the right code'     | { p, a -> [password: p.password, code: a.wrong()] }       || 'mfa-invalid'
        'a body'             | { p, a -> null }                                          || 'invalid-request'
    }

    def "new recovery codes kill the old ones"() {
        given:
        Authenticator phone = Authenticator.of(person, device)

        when:
        Answer renewed = device.api.post('/users/me/recovery-codes', [code: phone.fresh()])

        then:
        renewed.status == 200
        renewed.json.recovery_codes.size() == 10
        renewed.json.recovery_codes.intersect(phone.recoveryCodes) == []
        pass(recovery_code: phone.recoveryCodes[0]).problem == 'mfa-invalid'
        pass(recovery_code: renewed.json.recovery_codes[0]).status == 200
        status().recovery_codes_left == 9
    }

    def "they need a code, and a fresh sign-in or the password"() {
        given:
        Authenticator phone = Authenticator.of(person, device)

        expect:
        device.api.post('/users/me/recovery-codes', [:]).problem == 'invalid-request'
        device.api.post('/users/me/recovery-codes', [code: phone.wrong()]).problem == 'mfa-invalid'

        when:
        pass(Duration.ofMinutes(11))
        Answer old = device.api.post('/users/me/recovery-codes', [code: phone.fresh()])

        then:
        old.problem == 'step-up-required'
        old.header('WWW-Authenticate').contains('error="insufficient_user_authentication"')
        old.header('WWW-Authenticate').contains('max_age="600"')
        device.api.post('/users/me/recovery-codes', [code: phone.fresh(), password: person.password]).status == 200
    }

    private Answer enrol() {
        device.api.post('/users/me/totp', [password: person.password])
    }

    private Answer confirm(String code) {
        device.api.post('/users/me/totp/confirm', [code: code])
    }

    private Map status() {
        device.api.get('/users/me/totp').json
    }

    private Answer pass(Map proof) {
        String token = api.post('/auth/login', [login: person.login, password: person.password]).json.mfa_token
        api.post('/auth/mfa', [mfa_token: token] + proof)
    }
}
