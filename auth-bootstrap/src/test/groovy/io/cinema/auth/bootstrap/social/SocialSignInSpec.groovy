package io.cinema.auth.bootstrap.social

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Authenticator
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Networks
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.devkit.social.FakePerson
import spock.lang.AutoCleanup
import spock.lang.Shared

class SocialSignInSpec extends FunctionalSpec {
    static final List<String> ALL = ['corp', 'github', 'google', 'mailru', 'vk', 'yandex']

    @Shared
    @AutoCleanup
    Networks networks = new Networks()

    def "the networks that have credentials are listed, and where none has, none is"() {
        expect:
        networks.node.api().get('/oauth/providers').json == [items: ALL.collect { [name: it] }]
        api.get('/oauth/providers').json == [items: []]
        api.post('/oauth/yandex/authorizations', [:]).status == 404
    }

    def "who comes from #name for the first time gets an account, and who comes again the same"() {
        given:
        FakePerson person = Networks.person("${UUID.randomUUID()}@example.com", true)

        when:
        Answer first = networks.come(name, person)
        Answer again = networks.come(name, person)
        SignedIn device = new SignedIn(networks.node.api(), again)
        Map me = device.api.get('/users/me').json

        then:
        first.status == 201
        again.status == 200
        again.json.keySet() == ['access_token', 'token_type', 'expires_in', 'refresh_token', 'refresh_expires_in', 'session_id'] as Set
        new SignedIn(networks.node.api(), first).claims.sub == device.claims.sub
        device.claims.amr == ['fed']
        me.email == person.email()
        me.login.startsWith('nick') || me.login == 'First' || me.login == person.email().replaceAll(/@.*/, '')
        device.refreshed().standing() == 'ok'
        device.api.get('/users/me/logins').json.items.collect { [it.method, it.provider, it.result] }.unique() == [['social', name, 'success']]

        and: "there is no password to sign in with"
        api.post('/auth/login', [login: me.login, password: 'whatever it may be']).problem == 'invalid-credentials'

        where:
        name << ALL
    }

    def "a profile without an e-mail makes an account without one: #name"() {
        when:
        SignedIn device = new SignedIn(networks.node.api(), networks.come(name, Networks.person()))

        then:
        device.api.get('/users/me').json.email == null

        where:
        name << ALL
    }

    def "the login proposed is made unique"() {
        given:
        FakePerson person = Networks.person()
        someone(login: person.nickname().toUpperCase())

        expect:
        new SignedIn(networks.node.api(), networks.come('yandex', person)).api.get('/users/me').json.login ==~ /${person.nickname()}-[0-9a-f]{6}/
    }

    def "an e-mail of somebody here, verified at #name or not, is taken and links nothing"() {
        given:
        Person owner = someone()

        when:
        Answer answer = networks.come(name, Networks.person(owner.email.toUpperCase(), true))

        then:
        answer.status == 409
        answer.problem == 'social-email-taken'
        owner.signIn().api.get('/users/me/social-links').json == [items: []]
        owner.signIn().api.get('/users/me/logins').json.items*.result.contains('email_not_proved')

        where:
        name << ALL
    }

    def "an e-mail that changes there changes nothing here"() {
        given:
        FakePerson person = Networks.person("${UUID.randomUUID()}@example.com")
        networks.come('yandex', person)

        when:
        SignedIn device = new SignedIn(networks.node.api(), networks.come('yandex', person.withEmail('changed@example.com', true)))

        then:
        device.api.get('/users/me').json.email == person.email()
    }

    def "of ten who come at once with one identity one makes the account, and all get in"() {
        given:
        FakePerson person = Networks.person("${UUID.randomUUID()}@example.com")
        List<Map> shown = (1..10).collect { networks.consented('yandex', person) }

        when:
        List<Answer> answers = Parallel.times(10) { networks.node.api().post('/oauth/yandex/callback', shown[it]) }

        then:
        answers*.status.sort() == [200] * 9 + [201]
        answers.collect { new SignedIn(api, it).claims.sub }.unique().size() == 1
    }

    def "the same gate stands before tokens: #what"() {
        given:
        FakePerson person = Networks.person()
        SignedIn device = new SignedIn(networks.node.api(), networks.come('yandex', person))

        when:
        shut(this, device)
        Answer answer = networks.come('yandex', person)

        then:
        answer.problem == problem

        where:
        what            | shut                                                                                       || problem
        'disabled'      | { s, d -> s.staff.superuser().api.post("/users/$d.claims.sub/disable") }                    || 'account-disabled'
        'another agent' | { s, d -> d.api.put('/users/me/allowed-agents', [allowed_agents: ['Home/*']]) }             || 'agent-not-allowed'
    }

    def "a second factor is asked for"() {
        given:
        FakePerson person = Networks.person()
        SignedIn device = new SignedIn(networks.node.api(), networks.come('google', person))
        String secret = device.api.post('/users/me/totp', [:]).json.secret
        List<String> codes = device.api.post('/users/me/totp/confirm', [code: Authenticator.code(secret)]).json.recovery_codes
        Authenticator phone = Authenticator.after(secret, codes)

        when:
        Answer challenge = networks.come('google', person)
        Answer passed = networks.node.api().post('/auth/mfa', [mfa_token: challenge.json.mfa_token, code: phone.fresh()])

        then:
        challenge.problem == 'mfa-required'
        new SignedIn(networks.node.api(), passed).claims.amr == ['fed', 'otp']
    }

    def "an address of the app that the configuration names is where the network sends people to"() {
        when:
        Answer begun = networks.node.api().post('/oauth/yandex/authorizations', [redirect_uri: Networks.APP])
        URI redirect = networks.yandex.consent(URI.create(begun.json.authorization_url), Networks.person())
        Answer answer = networks.node.api().post('/oauth/yandex/callback', Networks.returned(redirect) + [flow_token: begun.json.flow_token])

        then:
        begun.json.expires_in == 600
        redirect.toString().startsWith("$Networks.APP?")
        answer.status == 201
    }

    def "no other is: #uri"() {
        expect:
        networks.node.api().post('/oauth/yandex/authorizations', [redirect_uri: uri]).errors.keySet() == ['redirect_uri'] as Set

        where:
        uri << ["$Networks.APP/".toString(), 'https://evil.example/', 'javascript:alert(1)', 'no uri at all', '//evil.example', Networks.callback('vk').toString()]
    }

    def "somebody without a password sets the first one with a fresh sign-in"() {
        given:
        FakePerson person = Networks.person()
        SignedIn device = new SignedIn(networks.node.api(), networks.come('vk', person))
        String login = device.api.get('/users/me').json.login

        expect:
        device.api.put('/users/me/password', [new_password: 'my very first one']).status == 204
        api.post('/auth/login', [login: login, password: 'my very first one']).status == 200
    }
}
