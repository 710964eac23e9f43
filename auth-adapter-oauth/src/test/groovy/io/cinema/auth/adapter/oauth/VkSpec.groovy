package io.cinema.auth.adapter.oauth

import io.cinema.auth.contracts.fixture.SocialPerson
import io.cinema.auth.devkit.social.Defect
import io.cinema.auth.devkit.social.FakeProvider
import io.cinema.auth.devkit.social.FakeVk
import io.cinema.auth.domain.port.IdentityProvider.Identified
import io.cinema.auth.domain.social.Returned
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.social.ProviderName
import io.cinema.auth.domain.social.SocialProfile

class VkSpec extends FakeNetworkSpec {

    @Override
    FakeProvider open(URI redirectUri) {
        FakeVk.open(redirectUri)
    }

    @Override
    ProviderName name() {
        new ProviderName("vk")
    }

    @Override
    ProviderSettings settings() {
        basics().at(new Endpoints(fake.authorizationEndpoint(), fake.tokenEndpoint(), fake.userInfoEndpoint(), null))
    }

    @Override
    Map<String, URI> places() {
        [token: fake.tokenEndpoint(), userInfo: fake.userInfoEndpoint()]
    }

    @Override
    List<String> scopes() {
        ["vkid.personal_info", "email"]
    }

    /** The badge "verified" says nothing of the e-mail. */
    @Override
    SocialProfile told(SocialPerson person) {
        told(person, "https://id.vk.ru", false, null)
    }

    def "without the device_id of the redirect a code is not even shown: #shown"() {
        expect:
        refused(provider.identify(flow, new Returned(returned.code(), deviceId, null)))
        fake.requests(fake.tokenEndpoint()) == 0

        where:
        deviceId << [null, "", " ", "d" * 100_000]
        shown = deviceId?.take(10).inspect()
    }

    def "the device_id of another is refused"() {
        expect:
        refused(provider.identify(flow, new Returned(returned.code(), "another", null)))
    }

    def "that VK is busy, told in a 200, is an outage: #endpoint"() {
        when:
        fake.breakBy(Defect.ERROR_IN_A_200, places()[endpoint])
        provider.identify(flow, returned)

        then:
        thrown(PortUnavailableException)

        where:
        endpoint << ["token", "userInfo"]
    }

    def "no secret is needed"() {
        given:
        def settings = ProviderSettings.of(name(), clientId(), null).at(settings().endpoints())

        expect:
        IdentityProviders.of([settings], httpOf(), clock).first().identify(flow, returned) instanceof Identified
    }
}
