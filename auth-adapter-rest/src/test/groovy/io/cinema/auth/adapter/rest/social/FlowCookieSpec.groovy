package io.cinema.auth.adapter.rest.social

import io.cinema.auth.domain.secret.Secret
import io.cinema.auth.domain.token.AccessTokenTerms
import io.micronaut.http.cookie.SameSite
import java.time.Duration
import spock.lang.Specification

class FlowCookieSpec extends Specification {

    def "it holds the flow token for as long as the flow lives, out of the reach of scripts and of the other routes"() {
        expect:
        with(cookies('https://auth.example.com').holding(Secret.of('3q2-7wRkX0c'), Duration.ofMinutes(10))) {
            name == 'cinema_oauth_flow'
            value == '3q2-7wRkX0c'
            maxAge == 600
            httpOnly
            path == '/api/v1/oauth'
            domain == null
        }
    }

    def "it comes along when the network sends the browser back, and not with what other sites post"() {
        expect:
        cookies('https://auth.example.com').holding(Secret.of('x'), Duration.ofMinutes(10)).sameSite.get() == SameSite.Lax
    }

    def "of #issuer it is secure: #secure"() {
        expect:
        cookies(issuer).holding(Secret.of('x'), Duration.ofMinutes(10)).secure == secure
        cookies(issuer).expired().secure == secure

        where:
        issuer                     || secure
        'https://auth.example.com' || true
        'http://localhost:8080'    || false
        'http://https.example.com' || false
    }

    def "the browser forgets it: what ends it is of the same name and place, empty and over"() {
        given:
        def held = cookies('https://auth.example.com').holding(Secret.of('x'), Duration.ofMinutes(10))

        expect:
        with(cookies('https://auth.example.com').expired()) {
            name == held.name
            path == held.path
            value == ''
            maxAge == 0
            httpOnly
        }
    }

    private static FlowCookie cookies(String issuer) {
        new FlowCookie(new AccessTokenTerms(issuer, 'cinema', 'cinema', Duration.ofMinutes(15), Duration.ZERO))
    }
}
