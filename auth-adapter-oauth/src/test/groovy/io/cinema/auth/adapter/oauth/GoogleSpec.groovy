package io.cinema.auth.adapter.oauth

import io.cinema.auth.contracts.fixture.SocialPerson
import io.cinema.auth.devkit.social.FakeGoogle
import io.cinema.auth.devkit.social.FakeProvider
import io.cinema.auth.domain.social.ProviderName
import io.cinema.auth.domain.social.SocialProfile

class GoogleSpec extends OpenIdSpec {

    @Override
    FakeProvider open(URI redirectUri) {
        FakeGoogle.open(redirectUri)
    }

    @Override
    ProviderName name() {
        new ProviderName("google")
    }

    @Override
    String algorithm() {
        "RS256"
    }

    @Override
    SocialProfile told(SocialPerson person) {
        told(person, fake.issuer().toString(), person.emailVerified(), person.nickname())
    }

    def "an issuer without a scheme is the same issuer, and the person the same"() {
        when:
        fake.issuerWithoutScheme(true)

        then:
        identified() == told(SocialPerson.trinity())
    }

    def "email_verified as a string means what it says: #verified"() {
        given:
        def person = SocialPerson.trinity().withEmail("trinity@gmail.com", verified)

        when:
        fake.stringForVerified(true)

        then:
        identified(person).emailVerified() == verified

        where:
        verified << [true, false]
    }
}
