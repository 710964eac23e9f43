package io.cinema.auth.devkit.social

import static io.cinema.auth.devkit.social.RelyingParty.json

import spock.lang.Shared
import spock.lang.Specification

/** VK ID, and Mail.ru behind it. */
class FakeVkSpec extends Specification {

    @Shared
    List<RelyingParty> both = [FakeVk.open(RelyingParty.HOME), FakeMailru.open(RelyingParty.HOME)].collect { new RelyingParty(it) }

    def cleanupSpec() {
        both*.close()
    }

    def cleanup() {
        both*.provider*.mend()
    }

    def "#app: user info is a POST, and the id a string"() {
        when:
        String token = app.tokens().access_token

        then:
        json(app.userInfo(token)) == [user: [
                user_id   : '1999',
                verified  : true,
                first_name: 'Thomas',
                last_name : 'Anderson',
                email     : 'thomas@example.com'
            ]]
        app.get(app.provider.userInfoEndpoint(), [Authorization: "Bearer $token"]).statusCode() == 404

        where:
        app << both
    }

    def "#app: with scope #scope it tells of #told only"() {
        expect:
        json(app.userInfo(app.tokens(FakePerson.thomas(), [scope: scope]).access_token)).user.keySet() ==
                ['user_id', 'verified', *told] as Set

        where:
        [app, [scope, told]] << [both, [['email', ['email']], ['vkid.personal_info', ['first_name', 'last_name']]]].combinations()
    }

    def "#app: somebody without an e-mail has none, not null"() {
        expect:
        !json(app.userInfo(app.tokens(FakePerson.thomas().withoutEmail()).access_token)).user.containsKey('email')

        where:
        app << both
    }

    def "#app: the state comes back with the tokens"() {
        expect:
        app.tokens().state == app.state

        where:
        app << both
    }

    def "#app: a token request with #change is refused, in a 200"() {
        when:
        def answer = app.token(app.consented(), change)

        then:
        answer.statusCode() == 200
        json(answer).error == error

        where:
        [app, [change, error]] << [both, [
                [[device_id: null], 'invalid_request'],
                [[device_id: 'another'], 'invalid_grant'],
                [[state: null], 'invalid_request'],
                [[state: 'another'], 'invalid_grant'],
                [[code: 'another'], 'invalid_grant'],
            ]].combinations()
    }

    def "#app: takes an application without its secret, since PKCE does the rest"() {
        expect:
        json(app.token(app.consented(), [client_secret: null])).access_token

        where:
        app << both
    }

    def "#app: user info for another application is refused, in a 200"() {
        when:
        def answer = app.post(app.provider.userInfoEndpoint(), [client_id: 'another-app', access_token: app.tokens().access_token])

        then:
        answer.statusCode() == 200
        json(answer).error == 'invalid_token'

        where:
        app << both
    }

    def "#app: an error in a 200, of the token endpoint and of user info"() {
        given:
        String token = app.tokens().access_token

        when:
        app.provider.breakBy(Defect.ERROR_IN_A_200)

        then:
        [app.token(app.consented()), app.userInfo(token)].every { it.statusCode() == 200 && json(it).error == 'slow_down' }

        where:
        app << both
    }

    def "Mail.ru wants to be named in the authorization request: #change is refused"() {
        when:
        both[1].consented(FakePerson.thomas(), change)

        then:
        IllegalArgumentException e = thrown()
        e.message.startsWith('provider')

        where:
        change << [[provider: null], [provider: 'ok_ru']]
    }
}
