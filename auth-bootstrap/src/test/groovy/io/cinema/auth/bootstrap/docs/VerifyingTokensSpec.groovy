package io.cinema.auth.bootstrap.docs

import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.SignedIn
import spock.lang.AutoCleanup
import spock.lang.Shared

/** What docs/verifying-tokens.md shows, in each of its languages: it takes our tokens, and no other. */
class VerifyingTokensSpec extends FunctionalSpec {
    static final List<String> LANGUAGES = ['Java'] + (Judge.knowsNode() ? ['JavaScript'] : [])

    @Shared
    @AutoCleanup
    KeyServer keys = new KeyServer()

    @Shared
    Map<String, Judge> judges = LANGUAGES.collectEntries { [it, Judge.of(it, keys.address)] }

    def cleanupSpec() {
        judges.values()*.close()
    }

    def "#language takes a token of the service and can't know when it was revoked"() {
        given:
        Judge judge = Judge.of(language, "$api.address/.well-known/jwks.json")
        def person = someone()
        SignedIn device = person.signIn()

        expect:
        judge.verdict(device.access) == "ok: $person.id"

        when:
        device.api.post('/auth/logout')

        then:
        judge.verdict(device.access) == "ok: $person.id"
        device.standing() == 'token-revoked'

        cleanup:
        judge.close()

        where:
        language << LANGUAGES
    }

    def "#language says of a token that is #what: #verdict"() {
        expect:
        judges[language].verdict(keys.token(wishes)).startsWith(verdict)

        where:
        [language, [what, wishes, verdict]] << [LANGUAGES, [
            ['good',                       [:],                                              "ok: $KeyServer.SUBJECT"],
            ['for several audiences',      [claims: [aud: ['other', Judge.AUDIENCE]]],       "ok: $KeyServer.SUBJECT"],
            ['signed by nobody',           [alg: 'none'],                                    'refused'],
            ['signed with the public key', [alg: 'HS256'],                                   'refused'],
            ['signed by somebody else',    [stolen: true],                                   'refused'],
            ['of a key that is not there', [kid: 'mine', stolen: true],                      'refused'],
            ['of another kind',            [typ: 'JWT'],                                     'refused'],
            ['of another issuer',          [claims: [iss: 'https://auth.cinema.test.evil']], 'refused'],
            ['for another audience',       [claims: [aud: 'other']],                         'refused'],
            ['for nobody',                 [claims: [aud: null]],                            'refused'],
            ['over',                       [claims: [exp: 1_700_000_000]],                   'refused'],
            ['without an end',             [claims: [exp: null]],                            'refused'],
        ]].combinations()
    }

    def "#language refuses all while the keys can't be had"() {
        given:
        Judge judge = Judge.of(language, 'http://127.0.0.1:1/.well-known/jwks.json')

        expect:
        judge.verdict(keys.token()).startsWith('refused')

        cleanup:
        judge.close()

        where:
        language << LANGUAGES
    }
}
