package io.cinema.auth.devkit.social

import static io.cinema.auth.devkit.social.RelyingParty.json

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class FakeYandexSpec extends Specification {

    @Shared
    @AutoCleanup
    RelyingParty app = new RelyingParty(FakeYandex.open(RelyingParty.HOME))

    def cleanup() {
        app.provider.mend()
    }

    def "tells who it is, and whom it tells"() {
        expect:
        json(app.userInfo(app.tokens().access_token)) == [
            id           : '1999',
            login        : 'neo',
            client_id    : app.provider.clientId(),
            default_email: 'thomas@example.com',
            first_name   : 'Thomas',
            last_name    : 'Anderson'
        ]
    }

    def "with scope #scope it tells of #told only"() {
        expect:
        json(app.userInfo(app.tokens(FakePerson.thomas(), [scope: scope]).access_token)).keySet() ==
                ['id', 'login', 'client_id', *told] as Set

        where:
        scope         || told
        'login:email' || ['default_email']
        'login:info'  || ['first_name', 'last_name']
    }

    def "somebody without an e-mail has no default_email"() {
        expect:
        !json(app.userInfo(app.tokens(FakePerson.thomas().withoutEmail()).access_token)).containsKey('default_email')
    }

    def "a bearer token is none here"() {
        expect:
        app.get(app.provider.userInfoEndpoint(), [Authorization: "Bearer ${app.tokens().access_token}"]).statusCode() == 401
    }

    def "what it tells can have been meant for another application"() {
        given:
        app.provider.breakBy(Defect.CLIENT_ID_OF_ANOTHER)

        expect:
        json(app.userInfo(app.tokens().access_token)).client_id == 'another-app'
    }

    def "a wrong code is 400, a wrong client 401"() {
        expect:
        app.token([code: 'bad']).statusCode() == 400
        app.token([code: 'bad'], [client_secret: 'bad']).statusCode() == 401
    }
}
