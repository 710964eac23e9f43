package io.cinema.auth.adapter.oauth

import io.cinema.auth.devkit.social.FakeMailru
import io.cinema.auth.devkit.social.FakeProvider
import io.cinema.auth.domain.social.ProviderName

/** All of VK ID, and the way in for Mail.ru. */
class MailruSpec extends VkSpec {

    @Override
    FakeProvider open(URI redirectUri) {
        FakeMailru.open(redirectUri)
    }

    @Override
    ProviderName name() {
        new ProviderName("mailru")
    }

    @Override
    Map<String, String> authorizationExtras() {
        [provider: "mail_ru"]
    }
}
