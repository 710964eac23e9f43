package io.cinema.auth.adapter.oauth

import io.cinema.auth.contracts.fixture.SocialPerson
import io.cinema.auth.devkit.social.Defect
import io.cinema.auth.devkit.social.FakeProvider
import io.cinema.auth.devkit.social.FakeYandex
import io.cinema.auth.domain.social.ProviderName
import io.cinema.auth.domain.social.SocialProfile

class YandexSpec extends FakeNetworkSpec {

    @Override
    FakeProvider open(URI redirectUri) {
        FakeYandex.open(redirectUri)
    }

    @Override
    ProviderName name() {
        new ProviderName("yandex")
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
        ["login:email", "login:info"]
    }

    @Override
    SocialProfile told(SocialPerson person) {
        told(person, "https://oauth.yandex.ru", false, person.nickname())
    }

    def "user info that is for another application is not believed"() {
        when:
        fake.breakBy(Defect.CLIENT_ID_OF_ANOTHER)

        then:
        refused(provider.identify(flow, returned))
    }
}
