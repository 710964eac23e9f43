package io.cinema.auth.bootstrap.social

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Networks
import io.cinema.auth.devkit.social.FakePerson
import spock.lang.AutoCleanup
import spock.lang.Shared

/** The round trip of a plain browser, which follows links and keeps a cookie. */
class BrowserFlowSpec extends FunctionalSpec {
    @Shared
    @AutoCleanup
    Networks networks = new Networks()

    def "a browser is sent to #name and back, and gets its tokens"() {
        given:
        FakePerson person = Networks.person()

        when:
        Answer away = networks.node.api().get("/oauth/$name/authorize")
        URI back = networks.named(name).consent(URI.create(away.header('Location')), person)
        Answer answer = networks.node.api().with('Cookie', cookie(away)).get("/oauth/$name/callback?$back.rawQuery")

        then:
        away.status == 303
        away.header('Cache-Control') == 'no-store'
        away.header('Set-Cookie').with { contains('HttpOnly') && contains('Secure') && contains('SameSite=Lax') && contains('Max-Age=600') }
        "${back.scheme}://${back.host}${back.path}" == Networks.callback(name).toString()
        answer.status == 201
        answer.json.access_token
        answer.header('Set-Cookie').contains('Max-Age=0')

        where:
        name << ['yandex', 'vk', 'google', 'github', 'mailru', 'corp']
    }

    def "a browser with #what is not the one that began"() {
        given:
        Answer away = networks.node.api().get('/oauth/yandex/authorize')
        URI back = networks.yandex.consent(URI.create(away.header('Location')), Networks.person())

        when:
        Answer answer = shown(networks.node.api(), cookie(networks.node.api().get('/oauth/yandex/authorize'))).get("/oauth/yandex/callback?$back.rawQuery")

        then:
        answer.problem == 'oauth-state-invalid'

        where:
        what                 | shown
        'no cookie'          | { api, c -> api }
        'an empty one'       | { api, c -> api.with('Cookie', 'cinema_oauth_flow=') }
        'one of another flow'| { api, c -> api.with('Cookie', c) }
    }

    def "the cookie authenticates nobody"() {
        given:
        String cookie = cookie(networks.node.api().get('/oauth/yandex/authorize'))

        expect:
        ['/users/me', '/users/me/social-links', '/roles'].every { networks.node.api().with('Cookie', cookie).get(it).problem == 'token-missing' }
    }

    def "who says no comes back with an error, and is told so"() {
        given:
        Answer away = networks.node.api().get('/oauth/github/authorize')
        URI back = networks.github.denial(URI.create(away.header('Location')))

        expect:
        networks.node.api().with('Cookie', cookie(away)).get("/oauth/github/callback?$back.rawQuery").problem == 'oauth-denied'
    }

    private static String cookie(Answer answer) {
        answer.header('Set-Cookie').replaceAll(/;.*/, '')
    }
}
