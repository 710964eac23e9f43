package io.cinema.auth.adapter.oauth

import com.sun.net.httpserver.HttpServer
import io.cinema.auth.adapter.oauth.http.GuardedHttp
import io.cinema.auth.adapter.oauth.http.HttpLimits
import io.cinema.auth.contracts.fixture.SocialFlows
import io.cinema.auth.domain.port.IdentityProvider
import io.cinema.auth.domain.social.Returned
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.secret.Secret
import io.cinema.auth.domain.social.ProviderName
import java.time.InstantSource
import spock.lang.AutoCleanup
import spock.lang.Specification

class HostileAnswerSpec extends Specification {
    @AutoCleanup
    GuardedHttp http = new GuardedHttp(HttpLimits.DEFAULT)

    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)

    def setup() {
        server.start()
    }

    def cleanup() {
        server.stop(0)
    }

    def "tokens that can't be used are an outage, and no message repeats them: #answer"() {
        given:
        server.createContext("/token") { exchange ->
            def body = answer.bytes
            exchange.responseHeaders.add("Content-Type", "application/json")
            exchange.sendResponseHeaders(200, body.length)
            exchange.responseBody.withStream { it.write(body) }
        }

        when:
        provider().identify(SocialFlows.signIn(new ProviderName("yandex"), URI.create("https://cinema.example/callback")),
            new Returned(Secret.of("code"), null, null))

        then:
        def away = thrown(PortUnavailableException)
        causes(away).every { !it.toString().contains("hunter2") }

        where:
        answer << [
            '{"access_token": "hunter2\\n", "token_type": "bearer"}',
            '{"access_token": "hunter2\\u0000", "token_type": "bearer"}',
            '{"access_token": "hunter2\\u0421", "token_type": "bearer"}',
            '{"access_token": "hunter2\\u007f", "token_type": "bearer"}',
            '{"access_token": "", "token_type": "bearer"}',
            '{"access_token": "hunter2", "token_type": ""}',
            '{"access_token": "hunter2", "token_type": 1}',
            '{"access_token": "hunter2", "token_type": "bearer", "expires_in": -1}',
            '{"access_token": "hunter2", "token_type": "bearer", "expires_in": {}}',
            '{"access_token": "hunter2", "token_type": "bearer", "refresh_token": ""}',
            '{"access_token": "hunter2", "token_type": "bearer", "scope": [1]}',
            '{"access_token": ["hunter2"], "token_type": "bearer"}',
            '{"a":' * 100_000,
        ]
    }

    private static List<Throwable> causes(Throwable failure) {
        failure == null ? [] : [failure] + causes(failure.cause)
    }

    private IdentityProvider provider() {
        def address = URI.create("http://localhost:${server.address.port}")
        def settings = ProviderSettings.of(new ProviderName("yandex"), "id", Secret.of("secret"))
            .at(new Endpoints(null, address.resolve("/token"), address.resolve("/info"), null))
        IdentityProviders.of([settings], http, InstantSource.system()).first()
    }
}
