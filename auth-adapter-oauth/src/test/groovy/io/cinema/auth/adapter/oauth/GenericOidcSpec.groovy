package io.cinema.auth.adapter.oauth

import io.cinema.auth.contracts.fixture.SocialPerson
import io.cinema.auth.devkit.social.FakeOidc
import io.cinema.auth.devkit.social.FakeProvider
import io.cinema.auth.domain.social.Returned
import io.cinema.auth.domain.social.ProviderName
import io.cinema.auth.domain.social.SocialProfile

class GenericOidcSpec extends OpenIdSpec {

    @Override
    FakeProvider open(URI redirectUri) {
        FakeOidc.open(redirectUri)
    }

    @Override
    ProviderName name() {
        new ProviderName("partner")
    }

    @Override
    String algorithm() {
        "ES256"
    }

    @Override
    SocialProfile told(SocialPerson person) {
        told(person, fake.issuer().toString(), person.emailVerified(), person.nickname())
    }

    def "it must say who it is in the redirect, as it announces that"() {
        expect:
        refused(provider.identify(flow, new Returned(returned.code(), null, null)))
    }

    def "what the ID token does not tell is asked for, and only then"() {
        when:
        identified()

        then:
        fake.requests(fake.userInfoEndpoint()) == 0

        when:
        identified(SocialPerson.trinity().withEmail(null, false))

        then:
        fake.requests(fake.userInfoEndpoint()) == 1
    }
}
