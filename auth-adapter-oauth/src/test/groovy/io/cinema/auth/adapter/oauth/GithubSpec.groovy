package io.cinema.auth.adapter.oauth

import io.cinema.auth.contracts.fixture.SocialPerson
import io.cinema.auth.devkit.social.Defect
import io.cinema.auth.devkit.social.FakeGithub
import io.cinema.auth.devkit.social.FakeProvider
import io.cinema.auth.domain.port.IdentityProvider
import io.cinema.auth.domain.port.IdentityProvider.Identified
import io.cinema.auth.domain.social.ProviderName
import io.cinema.auth.domain.social.SocialProfile

class GithubSpec extends FakeNetworkSpec {

    @Override
    FakeProvider open(URI redirectUri) {
        FakeGithub.open(redirectUri)
    }

    @Override
    ProviderName name() {
        new ProviderName("github")
    }

    @Override
    ProviderSettings settings() {
        basics().at(new Endpoints(fake.authorizationEndpoint(), fake.tokenEndpoint(), fake.userInfoEndpoint(), fake.emailsEndpoint()))
    }

    @Override
    Map<String, URI> places() {
        [token: fake.tokenEndpoint(), userInfo: fake.userInfoEndpoint(), emails: fake.emailsEndpoint()]
    }

    @Override
    List<String> scopes() {
        ["read:user", "user:email"]
    }

    /** Of the e-mails only the primary one counts, and only if it is verified. */
    @Override
    SocialProfile told(SocialPerson person) {
        def counts = person.emailVerified()
        told(counts ? person : person.withEmail(null, false), "https://github.com", counts, person.nickname())
    }

    def "an error in a 200 is a refusal"() {
        when:
        fake.breakBy(Defect.ERROR_IN_A_200)

        then:
        provider.identify(flow, returned) == new IdentityProvider.Refused("the code was not taken: bad_verification_code")
    }

    def "somebody is known who did not let us have their e-mails"() {
        given:
        def narrow = new ProviderSettings(name(), clientId(), basics().clientSecret(), ["read:user"], null, settings().endpoints(), null)
        def provider = IdentityProviders.of([narrow], httpOf(), clock).first()
        def (flow, returned) = comeBack(provider, SocialPerson.trinity())

        when:
        def outcome = provider.identify(flow, returned)

        then:
        outcome == new Identified(told(SocialPerson.trinity().withEmail(null, false)))
    }
}
