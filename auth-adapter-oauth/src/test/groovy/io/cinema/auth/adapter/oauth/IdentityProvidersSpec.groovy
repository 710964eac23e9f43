package io.cinema.auth.adapter.oauth

import io.cinema.auth.adapter.oauth.http.GuardedHttp
import io.cinema.auth.adapter.oauth.http.HttpLimits
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.SocialFlows
import io.cinema.auth.devkit.social.Defect
import io.cinema.auth.devkit.social.FakePerson
import io.cinema.auth.devkit.social.FakeVk
import io.cinema.auth.devkit.social.FakeYandex
import io.cinema.auth.domain.port.IdentityProvider.Identified
import io.cinema.auth.domain.social.Returned
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.secret.Secret
import io.cinema.auth.domain.social.ProviderName
import java.time.Duration
import java.time.InstantSource
import java.util.concurrent.CountDownLatch
import spock.lang.AutoCleanup
import spock.lang.Specification

class IdentityProvidersSpec extends Specification {
    static final URI REDIRECT_URI = URI.create("https://cinema.example/callback")

    @AutoCleanup
    GuardedHttp http = new GuardedHttp(HttpLimits.DEFAULT)

    def "two seconds to connect, five for all, a megabyte at most"() {
        expect:
        HttpLimits.DEFAULT == new HttpLimits(Duration.ofSeconds(2), Duration.ofSeconds(5), 1048576)
    }

    def "only those are there that have credentials, in their order"() {
        expect:
        providers([settings("google", "id", "secret"), settings("github", null, "secret"), settings("yandex", "", "secret"),
                   settings("partner", "id", " "), settings("mailru", "id", null), settings("vk", "id", "secret")])*.name()*.value() == ["google", "mailru", "vk"]
    }

    def "each is found where its network is: #name"() {
        given:
        def flow = SocialFlows.signIn(new ProviderName(name), REDIRECT_URI)

        expect:
        providers([settings(name, "id", "secret")]).first().authorizationUri(flow).toString().startsWith(address + "?")

        where:
        name     | address
        "yandex" | "https://oauth.yandex.ru/authorize"
        "vk"     | "https://id.vk.ru/authorize"
        "mailru" | "https://id.vk.ru/authorize"
        "github" | "https://github.com/login/oauth/authorize"
    }

    def "configuration that cannot work is refused at the start, without a secret: #problem"() {
        when:
        providers(settings.call())

        then:
        def refused = thrown(IllegalArgumentException)
        refused.message.contains(problem)
        !refused.message.contains("hunter2")

        where:
        problem                  | settings
        "configured twice"       | { [settings("vk", "id", "hunter2"), settings("vk", "id2", "hunter2")] }
        "must have an issuer"    | { [settings("partner", "id", "hunter2")] }
        "must include openid"    | { [new ProviderSettings(new ProviderName("google"), "id", Secret.of("hunter2"), ["email"], null, Endpoints.DEFAULT, null)] }
        "one of [RS256, ES256]"  | { [new ProviderSettings(new ProviderName("google"), "id", Secret.of("hunter2"), [], null, Endpoints.DEFAULT, "none")] }
        "one of [RS256, ES256]"  | { [new ProviderSettings(new ProviderName("google"), "id", Secret.of("hunter2"), [], null, Endpoints.DEFAULT, "HS256")] }
    }

    def "settings and providers print without their secret"() {
        given:
        def settings = settings("google", "id", "hunter2")

        expect:
        !settings.toString().contains("hunter2")
        !providers([settings]).toString().contains("hunter2")
    }

    def "a network that hangs, with many waiting for it, does not hold up another"() {
        given:
        def vk = FakeVk.open(REDIRECT_URI)
        def yandex = FakeYandex.open(REDIRECT_URI)
        def (slow, quick) = providers([
                settings("vk", vk.clientId(), vk.clientSecret()).at(new Endpoints(vk.authorizationEndpoint(), vk.tokenEndpoint(), vk.userInfoEndpoint(), null)),
                settings("yandex", yandex.clientId(), yandex.clientSecret()).at(new Endpoints(yandex.authorizationEndpoint(), yandex.tokenEndpoint(), yandex.userInfoEndpoint(), null))])
        vk.breakBy(Defect.SLOW)
        def waiting = new CountDownLatch(50)

        when:
        def hanging = Thread.startVirtualThread {
            Parallel.times(50) { int i ->
                try {
                    waiting.countDown()
                    slow.identify(SocialFlows.signIn(slow.name(), REDIRECT_URI), new Returned(Secret.of("code"), "device", null))
                } catch (PortUnavailableException away) {
                    away
                }
            }
        }
        waiting.await()
        def start = System.nanoTime()
        def flow = SocialFlows.signIn(quick.name(), REDIRECT_URI)
        def back = yandex.consent(quick.authorizationUri(flow), FakePerson.thomas())
        def code = (back.rawQuery =~ /code=([^&]+)/)[0][1]
        def outcome = quick.identify(flow, new Returned(Secret.of(code), null, null))

        then:
        outcome instanceof Identified
        Duration.ofNanos(System.nanoTime() - start) < Duration.ofSeconds(2)
        hanging.alive

        cleanup:
        hanging.join()
        vk.close()
        yandex.close()
    }

    private providers(List<ProviderSettings> settings) {
        IdentityProviders.of(settings, http, InstantSource.system())
    }

    private static ProviderSettings settings(String name, String id, String secret) {
        ProviderSettings.of(new ProviderName(name), id, secret == null ? null : Secret.of(secret))
    }
}
