package io.cinema.auth.devkit.social

import static io.cinema.auth.devkit.social.RelyingParty.json
import static io.cinema.auth.devkit.social.RelyingParty.query

import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.crypto.MACVerifier
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory
import com.nimbusds.jose.jwk.AsymmetricJWK
import com.nimbusds.jose.jwk.JWKSet
import com.nimbusds.jwt.JWTParser
import com.nimbusds.jwt.PlainJWT
import com.nimbusds.jwt.SignedJWT
import spock.lang.Shared
import spock.lang.Specification

/** OpenID Connect, at Google as well. */
class FakeOidcSpec extends Specification {

    @Shared
    RelyingParty any = new RelyingParty(FakeOidc.open(RelyingParty.HOME))

    @Shared
    RelyingParty google = new RelyingParty(FakeGoogle.open(RelyingParty.HOME))

    @Shared
    List<RelyingParty> both = [any, google]

    def cleanupSpec() {
        both*.close()
    }

    def cleanup() {
        both*.provider*.mend()
        google.provider.stringForVerified(false)
        google.provider.issuerWithoutScheme(false)
    }

    def "#app: the discovery document names the endpoints and what they take"() {
        given:
        FakeOidc provider = app.provider

        when:
        def document = json(app.get(provider.discoveryEndpoint()))

        then:
        provider.discoveryEndpoint().toString() == "${provider.issuer()}/.well-known/openid-configuration"
        document.issuer == provider.issuer().toString()
        document.authorization_endpoint == provider.authorizationEndpoint().toString()
        document.token_endpoint == provider.tokenEndpoint().toString()
        document.userinfo_endpoint == provider.userInfoEndpoint().toString()
        document.jwks_uri == provider.keysEndpoint().toString()
        document.response_types_supported == ['code']
        document.code_challenge_methods_supported == ['S256']
        document.id_token_signing_alg_values_supported == [algorithm]
        document.authorization_response_iss_parameter_supported == announced

        where:
        app    || algorithm | announced
        any    || 'ES256'   | true
        google || 'RS256'   | false
    }

    def "#app: the ID token is signed by the published key and says who it is"() {
        when:
        SignedJWT token = idToken(app)
        def claims = token.JWTClaimsSet

        then:
        isSignedByThePublishedKey(app, token)
        claims.issuer == app.provider.issuer().toString()
        claims.audience == [app.provider.clientId()]
        claims.getStringClaim('nonce') == 'a nonce'
        claims.subject == '1999'
        claims.getStringClaim('email') == 'thomas@example.com'
        claims.getClaim('email_verified') == true
        claims.getStringClaim('preferred_username') == 'neo'
        claims.getStringClaim('given_name') == 'Thomas'
        claims.getStringClaim('family_name') == 'Anderson'
        claims.issueTime <= new Date()
        claims.expirationTime > new Date()

        where:
        app << both
    }

    def "#app: publishes nothing private"() {
        expect:
        JWKSet.parse(app.get(app.provider.keysEndpoint()).body()).keys.every { !it.private }

        where:
        app << both
    }

    def "#app: with scope #scope it tells of #told only"() {
        when:
        def tokens = app.tokens(FakePerson.thomas(), [scope: scope])

        then:
        json(app.userInfo(tokens.access_token)).keySet() == ['sub', *told] as Set
        JWTParser.parse(tokens.id_token).JWTClaimsSet.claims.keySet() == ['iss', 'aud', 'sub', 'nonce', 'iat', 'exp', *told] as Set

        where:
        [app, [scope, told]] << [both, [
                ['openid', []],
                ['openid email', ['email', 'email_verified']],
                ['openid profile', ['preferred_username', 'given_name', 'family_name']],
            ]].combinations()
    }

    def "#app: an authorization request with #change is refused"() {
        when:
        app.consented(FakePerson.thomas(), change)

        then:
        IllegalArgumentException e = thrown()
        e.message.startsWith(change.keySet().first())

        where:
        [app, change] << [both, [[nonce: null], [scope: 'email profile']]].combinations()
    }

    def "#app: takes Basic credentials of #id, #secret and a form secret #inForm: #outcome"() {
        given:
        String basic = [id ?: app.provider.clientId(), secret ?: app.provider.clientSecret()]
                .collect { URLEncoder.encode(it, 'UTF-8') }.join(':').bytes.encodeBase64()

        when:
        def answer = app.token(app.consented(), [client_secret: inForm ? app.provider.clientSecret() : null], [Authorization: "Basic $basic"])

        then:
        json(answer).containsKey(outcome)

        where:
        [app, [id, secret, inForm, outcome]] << [both, [
                [null, null, false, 'access_token'],
                [null, 'another', false, 'error'],
                ['another', null, false, 'error'],
                [null, null, true, 'error'],
            ]].combinations()
    }

    def "the redirect names the issuer where it is announced, also after a no"() {
        expect:
        any.consented().iss == any.provider.issuer().toString()
        query(any.provider.denial(any.authorizationUri())).iss == any.provider.issuer().toString()
        !google.consented().containsKey('iss')
    }

    def "#defect: the redirect names #issuer"() {
        given:
        any.provider.breakBy(defect)

        expect:
        any.consented().iss == issuer

        where:
        defect                              || issuer
        Defect.REDIRECT_WITH_ANOTHER_ISSUER || 'https://issuer.example'
        Defect.REDIRECT_WITHOUT_ISSUER      || null
    }

    def "#app: the discovery document can be somebody else's"() {
        given:
        app.provider.breakBy(Defect.DISCOVERY_OF_ANOTHER_ISSUER)

        expect:
        json(app.get(app.provider.discoveryEndpoint())).issuer == 'https://issuer.example'

        where:
        app << both
    }

    def "#app: the ID token can be missing"() {
        given:
        app.provider.breakBy(Defect.ID_TOKEN_MISSING)

        expect:
        app.tokens().keySet() == ['access_token', 'token_type', 'expires_in', 'scope'] as Set

        where:
        app << both
    }

    def "#app, #defect: the ID token is well signed, and wrong in nothing but #claims"() {
        given:
        def right = idToken(app).JWTClaimsSet.claims
        app.provider.breakBy(defect)

        when:
        SignedJWT token = idToken(app)
        def wrong = token.JWTClaimsSet.claims

        then:
        isSignedByThePublishedKey(app, token)
        (right.keySet() + wrong.keySet() - ['iat', 'exp']).findAll { right[it] != wrong[it] } == claims as Set
        (wrong.exp < new Date()) == (defect == Defect.ID_TOKEN_EXPIRED)

        where:
        [app, [defect, claims]] << [both, [
                [Defect.ID_TOKEN_EXPIRED, []],
                [Defect.ID_TOKEN_FOR_ANOTHER_AUDIENCE, ['aud']],
                [Defect.ID_TOKEN_OF_ANOTHER_ISSUER, ['iss']],
                [Defect.ID_TOKEN_WITH_ANOTHER_NONCE, ['nonce']],
                [Defect.ID_TOKEN_WITHOUT_NONCE, ['nonce']],
                [Defect.ID_TOKEN_WITHOUT_SUBJECT, ['sub']],
            ]].combinations()
    }

    def "#app: the ID token can be unsigned"() {
        given:
        app.provider.breakBy(Defect.ID_TOKEN_UNSIGNED)

        expect:
        JWTParser.parse(app.tokens().id_token) instanceof PlainJWT

        where:
        app << both
    }

    def "#app: the ID token can be signed by another key under the published id"() {
        given:
        app.provider.breakBy(Defect.ID_TOKEN_SIGNED_BY_ANOTHER_KEY)

        when:
        SignedJWT token = idToken(app)

        then:
        token.header.keyID == published(app).keyID
        !isSignedByThePublishedKey(app, token)

        where:
        app << both
    }

    def "#app: the ID token can be signed with the client secret"() {
        given:
        app.provider.breakBy(Defect.ID_TOKEN_SIGNED_WITH_CLIENT_SECRET)

        when:
        SignedJWT token = idToken(app)

        then:
        token.header.algorithm == JWSAlgorithm.HS256
        token.verify(new MACVerifier(app.provider.clientSecret().bytes))

        where:
        app << both
    }

    def "#app: a new key takes the place of the old"() {
        given:
        SignedJWT old = idToken(app)

        when:
        app.provider.rotateKey()

        then:
        published(app).keyID != old.header.keyID
        isSignedByThePublishedKey(app, idToken(app))

        where:
        app << both
    }

    def "Google says #told in quotes too"() {
        given:
        google.provider.stringForVerified(true)

        expect:
        idToken(google, FakePerson.thomas().withEmail('thomas@gmail.com', verified)).JWTClaimsSet.getClaim('email_verified') == told

        where:
        verified || told
        true     || 'true'
        false    || 'false'
    }

    def "Google's issuer comes without a scheme too"() {
        given:
        google.provider.issuerWithoutScheme(true)

        expect:
        idToken(google).JWTClaimsSet.issuer == google.provider.issuer().authority
    }

    def "one on a port that stays is the same issuer again"() {
        given:
        FakeOidc first = FakeOidc.open(0, Registration.of(RelyingParty.HOME))
        URI issuer = first.issuer()
        first.close()

        when:
        FakeOidc second = FakeOidc.open(issuer.port, Registration.of(RelyingParty.HOME))

        then:
        second.issuer() == issuer

        when:
        FakeOidc.open(issuer.port, Registration.of(RelyingParty.HOME))

        then:
        IllegalStateException e = thrown()
        e.message.contains("$issuer.port")

        cleanup:
        second?.close()
    }

    private static SignedJWT idToken(RelyingParty app, FakePerson person = FakePerson.thomas()) {
        SignedJWT.parse(app.tokens(person).id_token)
    }

    private static published(RelyingParty app) {
        JWKSet.parse(app.get(app.provider.keysEndpoint()).body()).keys.first()
    }

    private static boolean isSignedByThePublishedKey(RelyingParty app, SignedJWT token) {
        def key = (published(app) as AsymmetricJWK).toPublicKey()
        token.verify(new DefaultJWSVerifierFactory().createJWSVerifier(token.header, key))
    }
}
