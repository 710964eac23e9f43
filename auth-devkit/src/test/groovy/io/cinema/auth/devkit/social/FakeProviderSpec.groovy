package io.cinema.auth.devkit.social

import static io.cinema.auth.devkit.social.RelyingParty.HOME
import static io.cinema.auth.devkit.social.RelyingParty.json
import static io.cinema.auth.devkit.social.RelyingParty.query

import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import spock.lang.Shared
import spock.lang.Specification

/** What every provider does and refuses. */
class FakeProviderSpec extends Specification {

    @Shared
    List<RelyingParty> everybody = RelyingParty.ofAll()

    def cleanupSpec() {
        everybody*.close()
    }

    def cleanup() {
        everybody*.provider*.clock(Clock.systemUTC())
    }

    def "#app: somebody who says yes can be asked about"() {
        when:
        URI back = app.provider.consent(app.authorizationUri(), FakePerson.thomas())

        then:
        back.toString().startsWith("$HOME&code=")
        query(back).state == app.state

        when:
        def tokens = json(app.token(query(back)))
        def about = app.userInfo(tokens.access_token)

        then:
        about.statusCode() == 200
        about.body().contains('1999')

        where:
        app << everybody
    }

    def "#app: somebody who says no comes back with nothing but that"() {
        when:
        def back = query(app.provider.denial(app.authorizationUri()))

        then:
        back.error == 'access_denied'
        back.state == app.state
        back.keySet().disjoint(['code', 'device_id'])

        where:
        app << everybody
    }

    def "#app: an authorization request with #change is refused, in a browser with a page and not a redirect"() {
        when:
        app.provider.consent(app.authorizationUri(change), FakePerson.thomas())

        then:
        IllegalArgumentException e = thrown()
        e.message.startsWith(change.keySet().first())

        when:
        def page = app.get(app.authorizationUri(change))

        then:
        page.statusCode() == 400
        page.body().contains(e.message)

        where:
        [app, change] << [everybody, [
                [response_type: null], [response_type: 'token'], [response_type: 'code id_token'],
                [client_id: null], [client_id: 'another-app'],
                [redirect_uri: null], [redirect_uri: "$HOME/"], [redirect_uri: "$HOME#"], [redirect_uri: 'https://cinema.example/callback'],
                [scope: null], [scope: 'everything'],
                [state: null], [state: ''],
                [code_challenge: null], [code_challenge: 'short'], [code_challenge: '=' * 43],
                [code_challenge_method: null], [code_challenge_method: 'plain'],
            ]].combinations()
    }

    def "#app: a parameter that comes twice is refused"() {
        when:
        app.provider.consent(URI.create("${app.authorizationUri()}&state=another"), FakePerson.thomas())

        then:
        IllegalArgumentException e = thrown()
        e.message == 'state comes twice'

        where:
        app << everybody
    }

    def "#app: another address than the authorization endpoint is refused"() {
        when:
        app.provider.denial(app.provider.tokenEndpoint())

        then:
        thrown(IllegalArgumentException)

        where:
        app << everybody
    }

    def "#app: a token request with #change is refused as #error"() {
        when:
        def answer = app.token(app.consented(), change)

        then:
        json(answer).error == named(app, error)
        !json(answer).access_token

        where:
        [app, [change, error]] << [everybody, [
                [[grant_type: null], 'invalid_request'],
                [[grant_type: 'refresh_token'], 'unsupported_grant_type'],
                [[client_id: null], 'invalid_client'],
                [[client_id: 'another-app'], 'invalid_client'],
                [[client_secret: 'another secret'], 'invalid_client'],
                [[code: null], 'invalid_request'],
                [[code: 'another-code'], 'invalid_grant'],
                [[redirect_uri: null], 'invalid_request'],
                [[redirect_uri: 'https://cinema.example/callback'], 'invalid_grant'],
                [[code_verifier: null], 'invalid_request'],
                [[code_verifier: 'w' * 43], 'invalid_grant'],
                [[code_verifier: 'v' * 42], 'invalid_grant'],
            ]].combinations()
    }

    def "#app: a verifier of #length characters: #outcome, though it is the right one"() {
        given:
        String verifier = 'v' * length
        def returned = app.consented(FakePerson.thomas(), [code_challenge: RelyingParty.s256(verifier)])

        expect:
        json(app.token(returned, [code_verifier: verifier])).containsKey(outcome)

        where:
        [app, [length, outcome]] << [everybody, [[42, 'error'], [43, 'access_token'], [128, 'access_token'], [129, 'error']]].combinations()
    }

    def "#app: a code is good once, whatever came of it"() {
        given:
        def returned = app.consented()

        expect:
        json(app.token(returned, first)).containsKey(outcome)
        json(app.token(returned)).error == named(app, 'invalid_grant')

        where:
        [app, [first, outcome]] << [everybody, [[[:], 'access_token'], [[code_verifier: 'w' * 43], 'error']]].combinations()
    }

    def "#app: a code is good for ten minutes: after #age #outcome"() {
        given:
        def now = Clock.systemUTC().instant()
        def returned = at(app, now) { app.consented() }

        expect:
        json(at(app, now + age) { app.token(returned) }).containsKey(outcome)

        where:
        [app, [age, outcome]] << [everybody, [
                [Duration.ofMinutes(10).minusMillis(1), 'access_token'],
                [Duration.ofMinutes(10), 'error'],
            ]].combinations()
    }

    def "#app: a token that it did not give out opens nothing"() {
        when:
        def answer = app.userInfo('made-up')

        then:
        app.provider instanceof FakeVk ? json(answer).error == 'invalid_token' : answer.statusCode() == 401

        where:
        app << everybody
    }

    def "#app: a token is not given to a GET, nor to JSON"() {
        expect:
        app.get(app.provider.tokenEndpoint()).statusCode() == 404
        !app.token(app.consented(), [:], ['Content-Type': 'application/json']).body().contains('access_token')

        where:
        app << everybody
    }

    def "#app: counts what it is asked"() {
        given:
        int before = app.provider.requests(app.provider.tokenEndpoint())
        int abouts = app.provider.requests(app.provider.userInfoEndpoint())

        when:
        app.token([code: 'bad'])
        app.tokens()

        then:
        app.provider.requests(app.provider.tokenEndpoint()) == before + 2
        app.provider.requests(app.provider.userInfoEndpoint()) == abouts

        where:
        app << everybody
    }

    def "#app: is down, and back at the same address with what it knew"() {
        given:
        def address = app.provider.address()
        def returned = app.consented()

        when:
        app.provider.stop()
        app.token(returned)

        then:
        thrown(ConnectException)

        when:
        app.provider.start()

        then:
        app.provider.address() == address
        json(app.token(returned)).access_token

        where:
        app << everybody
    }

    private static <T> T at(RelyingParty app, Instant now, Closure<T> action) {
        app.provider.clock(Clock.fixed(now, ZoneOffset.UTC))
        action()
    }

    /** GitHub has names of its own. */
    private static String named(RelyingParty app, String error) {
        Map github = [invalid_client: 'incorrect_client_credentials', invalid_grant: 'bad_verification_code']
        app.provider instanceof FakeGithub ? github.getOrDefault(error, error) : error
    }
}
