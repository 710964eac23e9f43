package io.cinema.auth.bootstrap.social

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Authenticator
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Networks
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.devkit.social.Defect
import io.cinema.auth.devkit.social.FakePerson
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared

/** What the description promises for every way to a network and back, where the other specs go one of the ways. */
class SeldomAnswersSpec extends FunctionalSpec {
    static final String LINKS = '/users/me/social-links'

    @Shared
    @AutoCleanup
    Networks networks = new Networks()

    Person person = someone()
    SignedIn device = person.signIn(networks.node.api())

    def setupSpec() {
        // Before anybody learned from it where its endpoints are.
        networks.corp.stop()
    }

    def cleanup() {
        networks.yandex.mend()
    }

    def "a browser that comes back with somebody known is answered as a client is: #who"() {
        given:
        FakePerson there = Networks.person()
        SignedIn known = new SignedIn(networks.node.api(), networks.come('google', there))
        change(known)

        expect:
        browser('google', there).with { it.problem ?: it.status } == answer

        where:
        who                       | change                                                                                || answer
        'known'                   | { }                                                                                   || 200
        'disabled'                | { staff.superuser().api.post("/users/$it.claims.sub/disable") }                       || 'account-disabled'
        'allowed by another agent' | { it.api.put('/users/me/allowed-agents', [allowed_agents: ['Home/*']]) }             || 'agent-not-allowed'
        'with a second factor'    | { it.api.post('/users/me/totp/confirm', [code: Authenticator.code(it.api.post('/users/me/totp', [:]).json.secret)]) } || 'mfa-required'
    }

    def "nor does a browser get an account whose e-mail it does not prove"() {
        expect:
        browser('yandex', Networks.person(person.email)).problem == 'social-email-taken'
    }

    def "a network that nobody knows is not found: #call"() {
        expect:
        ask(networks.node.api(), device.api).problem == 'not-found'

        where:
        call                  | ask
        'browser back'        | { anybody, own -> anybody.with('Cookie', cookie(anybody.get('/oauth/yandex/authorize'))).get('/oauth/nowhere/callback?code=c&state=s') }
        'client back'         | { anybody, own -> anybody.post('/oauth/nowhere/callback', [code: 'c', state: 's', flow_token: 'f']) }
        'link'                | { anybody, own -> own.post("$LINKS/nowhere/authorizations", [:]) }
        'back to link'        | { anybody, own -> own.post("$LINKS/nowhere/callback", [code: 'c', state: 's', flow_token: 'f']) }
    }

    def "nobody is sent to a network that does not say where it asks people: #call"() {
        expect:
        ask(networks.node.api(), device.api).problem == 'provider-unavailable'

        where:
        call      | ask
        'browser' | { anybody, own -> anybody.get('/oauth/corp/authorize') }
        'client'  | { anybody, own -> anybody.post('/oauth/corp/authorizations', [:]) }
        'link'    | { anybody, own -> own.post("$LINKS/corp/authorizations", [:]) }
    }

    def "a network that breaks in between is away for a browser, and for who links"() {
        given:
        Answer away = networks.node.api().get('/oauth/yandex/authorize')
        URI back = networks.yandex.consent(URI.create(away.header('Location')), Networks.person())
        Map shown = networks.consented('yandex', Networks.person(), device.api, "$LINKS/yandex/authorizations")
        networks.yandex.breakBy(Defect.ANSWERS_500)

        expect:
        networks.node.api().with('Cookie', cookie(away)).get("/oauth/yandex/callback?$back.rawQuery").problem == 'provider-unavailable'
        device.api.post("$LINKS/yandex/callback", shown).problem == 'provider-unavailable'
    }

    def "who links and says no at the network is told so"() {
        given:
        Answer begun = device.api.post("$LINKS/github/authorizations", [:])
        Map shown = Networks.returned(networks.github.denial(URI.create(begun.json.authorization_url)))

        expect:
        device.api.post("$LINKS/github/callback", shown + [flow_token: begun.json.flow_token]).problem == 'oauth-denied'
    }

    def "a form of #call that breaks a rule is refused by name"() {
        expect:
        ask(device.api).errors.keySet() == fields as Set

        where:
        call     | ask                                                                                           || fields
        'link'   | { it.post("$LINKS/yandex/authorizations", [redirect_uri: 'https://elsewhere.test/']) }         || ['redirect_uri']
        'back'   | { it.post("$LINKS/yandex/callback", [:]) }                                                    || ['code']
        'unlink' | { it.delete("$LINKS/${UUID.randomUUID()}", [current_password: 'x' * 5000]) }                  || ['current_password']
    }

    def "wrong passwords lock who would #call"() {
        given:
        Map shown = networks.consented('vk', Networks.person(), device.api, "$LINKS/vk/authorizations")
        String id = device.api.post("$LINKS/vk/callback", shown).json.id
        pass(Duration.ofMinutes(11))

        expect:
        5.times { assert ask(device.api, id).problem == 'invalid-credentials' }
        ask(device.api, id).problem == 'too-many-attempts'

        where:
        call     | ask
        'link'   | { own, link -> own.post("$LINKS/yandex/authorizations", [current_password: 'a wrong password']) }
        'unlink' | { own, link -> own.delete("$LINKS/$link", [current_password: 'a wrong password']) }
    }

    private Answer browser(String name, FakePerson there) {
        Answer away = networks.node.api().get("/oauth/$name/authorize")
        URI back = networks.named(name).consent(URI.create(away.header('Location')), there)
        networks.node.api().with('Cookie', cookie(away)).get("/oauth/$name/callback?$back.rawQuery")
    }

    private static String cookie(Answer answer) {
        answer.header('Set-Cookie').replaceAll(/;.*/, '')
    }
}
