package io.cinema.auth.adapter.oauth

import io.cinema.auth.adapter.oauth.http.GuardedHttp
import io.cinema.auth.adapter.oauth.http.HttpLimits
import io.cinema.auth.contracts.fixture.SocialFlows
import io.cinema.auth.domain.account.EmailAddress
import io.cinema.auth.domain.account.PersonName
import io.cinema.auth.domain.port.IdentityProvider
import io.cinema.auth.domain.port.IdentityProvider.Identified
import io.cinema.auth.domain.port.IdentityProvider.Refused
import io.cinema.auth.domain.social.Returned
import io.cinema.auth.domain.secret.Secret
import io.cinema.auth.domain.social.ProviderName
import io.cinema.auth.domain.social.SocialIdentity
import io.cinema.auth.domain.social.SocialProfile
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.time.InstantSource
import no.nav.security.mock.oauth2.MockOAuth2Server
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** An OpenID Connect provider that nobody of this project has written. */
class MockOauth2ServerSpec extends Specification {
    static final URI REDIRECT_URI = URI.create("https://cinema.example/callback")
    static final String NOT_OURS = "the ID token is not for us, not of this flow, or not well signed"
    static final ProviderName NAME = new ProviderName("partner")

    @Shared
    MockOAuth2Server server = new MockOAuth2Server()

    @AutoCleanup
    GuardedHttp http = new GuardedHttp(HttpLimits.DEFAULT)

    def setupSpec() {
        server.start()
    }

    def cleanupSpec() {
        server.shutdown()
    }

    def "whoever signs in there is known here"() {
        given:
        server.enqueueCallback(new DefaultOAuth2TokenCallback("partner", "trinity-4501", "JWT", ["cinema"], [
                email: "trinity@example.com", email_verified: true, given_name: "Trinity", family_name: "Moss"], 3600))
        def flow = SocialFlows.signIn(NAME, REDIRECT_URI)

        expect:
        provider("partner").identify(flow, signIn("partner", flow)) == new Identified(new SocialProfile(
                new SocialIdentity(NAME, issuer("partner"), "trinity-4501"),
                EmailAddress.of("trinity@example.com"), true, null, new PersonName("Trinity", "Moss")))
    }

    def "a token with another #claim is not believed"() {
        given:
        server.enqueueCallback(new DefaultOAuth2TokenCallback("strict", "trinity", "JWT", ["cinema"],
                [email: "trinity@example.com", (claim): value], 3600))
        def flow = SocialFlows.signIn(NAME, REDIRECT_URI)

        expect:
        provider("strict").identify(flow, signIn("strict", flow)) == new Refused(NOT_OURS)

        where:
        claim   | value
        "aud"   | ["another"]
        "iss"   | "https://issuer.example"
        "nonce" | "another"
    }

    def "a token of another flow is not believed"() {
        given:
        server.enqueueCallback(new DefaultOAuth2TokenCallback("other", "trinity", "JWT", ["cinema"], [email: "a@example.com"], 3600))
        def flow = SocialFlows.signIn(NAME, REDIRECT_URI)

        expect:
        provider("other").identify(SocialFlows.withAnotherNonce(flow), signIn("other", flow)) == new Refused(NOT_OURS)
    }

    private IdentityProvider provider(String issuer) {
        def settings = ProviderSettings.of(NAME, "cinema", Secret.of("a secret")).withIssuer(this.issuer(issuer))
        IdentityProviders.of([settings], http, InstantSource.system()).first()
    }

    private String issuer(String name) {
        server.issuerUrl(name).toString()
    }

    /** Goes there as a browser does. */
    private Returned signIn(String issuer, flow) {
        def answer = HttpClient.newHttpClient().withCloseable {
            it.send(HttpRequest.newBuilder(provider(issuer).authorizationUri(flow)).build(), BodyHandlers.ofString())
        }
        assert answer.statusCode() == 302
        def back = answer.headers().firstValue("Location").get()
        assert back.contains("state=" + flow.state().reveal())
        new Returned(Secret.of((back =~ /code=([^&]+)/)[0][1]), null, null)
    }
}
