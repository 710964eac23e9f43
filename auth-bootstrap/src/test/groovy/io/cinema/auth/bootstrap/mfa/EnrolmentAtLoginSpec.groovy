package io.cinema.auth.bootstrap.mfa

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Authenticator
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.bootstrap.fixture.Staff
import io.cinema.auth.domain.mfa.SecondFactorPolicy
import spock.lang.AutoCleanup
import spock.lang.Shared

/** Who must have a second factor and has none may only set one up. */
class EnrolmentAtLoginSpec extends FunctionalSpec {
    @Shared
    @AutoCleanup
    RunningService strict = RunningService.onSharedBackends(RunningService.CHEAP + ['auth.mfa.policy': 'superusers'])

    @Shared
    @AutoCleanup
    RunningService strictest = RunningService.onSharedBackends(RunningService.CHEAP + ['auth.mfa.policy': 'everyone'])

    Person boss = superuser()

    def "superusers must in production, where nothing else is said; nobody in dev"() {
        given:
        RunningService node = RunningService.onSharedBackends(RunningService.CHEAP + ['auth.mfa.policy': '', 'auth.mode': mode])

        expect:
        node.bean(SecondFactorPolicy) == policy

        cleanup:
        node?.close()

        where:
        mode         || policy
        'production' || SecondFactorPolicy.SUPERUSERS
        'dev'        || SecondFactorPolicy.OFF
    }

    def "the password gets a superuser a token that sets up a factor, and the factor the tokens"() {
        when:
        Answer challenge = login()

        then:
        challenge.problem == 'mfa-required'
        challenge.json.methods == ['totp_enrolment']

        when:
        String token = challenge.json.mfa_token
        Answer begun = strict.api().post('/auth/mfa/totp', [mfa_token: token])

        then:
        begun.status == 201
        begun.json.keySet() == ['secret', 'otpauth_uri', 'qr_png_base64'] as Set

        when:
        Answer wrong = strict.api().post('/auth/mfa/totp/confirm', [mfa_token: token, code: Authenticator.code(begun.json.secret, 3)])
        Answer done = strict.api().post('/auth/mfa/totp/confirm', [mfa_token: token, code: Authenticator.code(begun.json.secret)])
        SignedIn device = new SignedIn(strict.api(), done)

        then:
        wrong.problem == 'mfa-invalid'
        done.status == 200
        done.json.recovery_codes.size() == 10
        device.claims.amr as Set == ['pwd', 'otp'] as Set
        device.api.get('/roles').status == 200
        device.refreshed().api.get('/roles').status == 200

        and: "from then on it is asked for"
        strict.api().post('/auth/mfa/totp', [mfa_token: token]).problem == 'mfa-invalid'
        Authenticator phone = Authenticator.after(begun.json.secret, done.json.recovery_codes)
        strict.api().post('/auth/mfa', [mfa_token: login().json.mfa_token, code: phone.fresh()]).status == 200
        login().json.methods as Set == ['totp', 'recovery_code'] as Set
    }

    def "the token opens nothing but that"() {
        given:
        String token = login().json.mfa_token

        expect:
        ['/users/me', '/roles', '/users/me/totp'].every { strict.api().bearing(token).get(it).problem == 'token-invalid' }
        strict.api().bearing(token).post('/users/me/totp', [password: boss.password]).problem == 'token-invalid'
        strict.api().post('/auth/mfa', [mfa_token: token, code: '123456']).problem == 'mfa-invalid'
        strict.api().post('/auth/refresh', [refresh_token: token]).problem == 'session-ended'
    }

    def "confirming what was not begun is not found"() {
        expect:
        strict.api().post('/auth/mfa/totp/confirm', [mfa_token: login().json.mfa_token, code: '123456']).status == 404
    }

    def "five wrong first codes lock, here and where somebody is signed in: #where"() {
        given:
        Closure<Answer> confirm = begun(strict.api(), login(), boss)

        expect:
        5.times { assert confirm('000000').problem == 'mfa-invalid' }
        confirm('000000').problem == 'too-many-attempts'

        where:
        where                | begun
        'at sign-in'         | { anybody, challenge, owner ->
            String token = challenge.json.mfa_token
            anybody.post('/auth/mfa/totp', [mfa_token: token]);
            { code -> anybody.post('/auth/mfa/totp/confirm', [mfa_token: token, code: code]) }
        }
        'in the own account' | { anybody, challenge, owner ->
            SignedIn device = owner.signIn()
            device.api.post('/users/me/totp', [password: owner.password]);
            { code -> device.api.post('/users/me/totp/confirm', [code: code]) }
        }
    }

    def "a session without the factor is over at its next refresh where it is demanded"() {
        given:
        SignedIn device = boss.signIn()

        expect:
        device.standing(strict.api()) == 'ok'
        device.tryRefresh(strict.api()).problem == 'session-ended'
        device.standing() == 'token-revoked'
    }

    def "an agent that is not allowed may not set up a factor of its own"() {
        given:
        boss.signIn().api.put('/users/me/allowed-agents', [allowed_agents: ['Home/*']])

        expect:
        strict.api().calledBy('Away/1').post('/auth/login', [login: boss.login, password: boss.password]).problem == 'agent-not-allowed'
    }

    def "others must only where everyone must"() {
        given:
        Person person = someone()

        expect:
        person.signIn(strict.api())
        strictest.api().post('/auth/login', [login: person.login, password: person.password]).json.methods == ['totp_enrolment']
    }

    private Person superuser() {
        Person person = someone()
        new Staff(service).promote(person)
        person
    }

    private Answer login() {
        strict.api().post('/auth/login', [login: boss.login, password: boss.password])
    }
}
