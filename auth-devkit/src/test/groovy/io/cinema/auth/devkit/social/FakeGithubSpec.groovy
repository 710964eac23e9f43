package io.cinema.auth.devkit.social

import static io.cinema.auth.devkit.social.RelyingParty.json

import com.nimbusds.jose.util.JSONArrayUtils
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class FakeGithubSpec extends Specification {

    @Shared
    @AutoCleanup
    RelyingParty app = new RelyingParty(FakeGithub.open(RelyingParty.HOME))

    def cleanup() {
        app.provider.mend()
    }

    def "the user has a number and no e-mail"() {
        when:
        def answer = app.userInfo(app.tokens().access_token)

        then:
        answer.body().contains('"id":1999,')
        json(answer) == [login: 'neo', id: 1999, name: 'Thomas Anderson', email: null]
    }

    def "e-mails are a list, and the primary one is not the first: #verified"() {
        when:
        def emails = emails(app.tokens(FakePerson.thomas().withEmail('neo@example.com', verified)).access_token)

        then:
        JSONArrayUtils.parse(emails.body()) == [
            [email: 'private@users.noreply.github.com', primary: false, verified: true],
            [email: 'neo@example.com', primary: true, verified: verified]
        ]

        where:
        verified << [true, false]
    }

    def "without the scope there are no e-mails"() {
        expect:
        emails(app.tokens(FakePerson.thomas(), [scope: 'read:user']).access_token).statusCode() == 404
    }

    def "e-mails are told to nobody without a token"() {
        expect:
        emails('made-up').statusCode() == 401
    }

    def "tokens are a form to who does not ask for JSON"() {
        when:
        def answer = app.token(app.consented(), [:], [Accept: '*/*'])

        then:
        answer.headers().firstValue('Content-Type').get() == 'application/x-www-form-urlencoded'
        Parameters.parse(answer.body()).require('access_token')
    }

    def "errors come with status 200, as a form too"() {
        when:
        def answer = app.token([code: 'bad'], [:], [Accept: '*/*'])

        then:
        answer.statusCode() == 200
        Parameters.parse(answer.body()).require('error') == 'bad_verification_code'
    }

    def "a good code can meet an error in a 200"() {
        given:
        app.provider.breakBy(Defect.ERROR_IN_A_200)

        when:
        def answer = app.token(app.consented())

        then:
        answer.statusCode() == 200
        json(answer).error
    }

    def "Basic credentials are none here"() {
        given:
        String basic = "${app.provider.clientId()}:".bytes.encodeBase64()

        expect:
        json(app.token(app.consented(), [:], [Authorization: "Basic $basic"])).error == 'incorrect_client_credentials'
    }

    def "who does not say what agent they are is forbidden"() {
        expect:
        app.get(endpoint, [Authorization: "Bearer ${app.tokens().access_token}", 'User-Agent': '']).statusCode() == 403

        where:
        endpoint << [app.provider.userInfoEndpoint(), app.provider.emailsEndpoint()]
    }

    private emails(String token) {
        app.get(app.provider.emailsEndpoint(), [Authorization: "Bearer $token"])
    }
}
