package io.cinema.auth.adapter.oauth

import com.nimbusds.oauth2.sdk.id.Issuer
import com.nimbusds.openid.connect.sdk.SubjectType
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata
import io.cinema.auth.adapter.oauth.http.UnfitAnswerException
import spock.lang.Specification

class DiscoverySpec extends Specification {
    static final String ISSUER = "https://id.example"

    private static OIDCProviderMetadata metadata(Map<String, String> changed = [:]) {
        def all = [issuer: ISSUER, authorize: "$ISSUER/authorize", token: "$ISSUER/token", keys: "$ISSUER/keys",
                   userInfo: "$ISSUER/userinfo"] + changed
        def metadata = new OIDCProviderMetadata(new Issuer(all.issuer), [SubjectType.PUBLIC], uri(all.keys))
        metadata.authorizationEndpointURI = uri(all.authorize)
        metadata.tokenEndpointURI = uri(all.token)
        metadata.userInfoEndpointURI = uri(all.userInfo)
        metadata
    }

    private static URI uri(CharSequence text) {
        text == null ? null : URI.create(text.toString())
    }

    private static OIDCProviderMetadata fit(OIDCProviderMetadata metadata, String issuer = ISSUER) {
        new Discovery(new Issuer(issuer)).fit(metadata)
    }

    def "a user info endpoint may be missing"() {
        expect:
        fit(metadata(userInfo: null)).userInfoEndpointURI == null
    }

    def "an issuer that is an http address may have http endpoints"() {
        expect:
        fit(metadata(issuer: "http://localhost:1", userInfo: "http://localhost:1/userinfo"), "http://localhost:1")
    }

    def "no code and no token goes out in plain text: #changed"() {
        when:
        fit(metadata(changed))

        then:
        thrown(UnfitAnswerException)

        where:
        changed << [[authorize: "http://id.example/authorize"], [token: "http://id.example/token"], [keys: "http://id.example/keys"],
                    [userInfo: "http://id.example/userinfo"], [authorize: null], [token: null], [issuer: "https://other.example"]]
    }
}
