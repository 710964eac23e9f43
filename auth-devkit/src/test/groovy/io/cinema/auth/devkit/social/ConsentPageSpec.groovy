package io.cinema.auth.devkit.social

import static io.cinema.auth.devkit.social.RelyingParty.json
import static io.cinema.auth.devkit.social.RelyingParty.query

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The way through a browser. */
class ConsentPageSpec extends Specification {

    @Shared
    @AutoCleanup
    RelyingParty app = new RelyingParty(FakeOidc.open(RelyingParty.HOME))

    def "the page offers the demo people and loads nothing"() {
        when:
        def page = app.get(app.authorizationUri())

        then:
        page.statusCode() == 200
        page.headers().firstValue('Content-Type').get() == 'text/html;charset=utf-8'
        FakePerson.DEMO.every { page.body().contains("value=\"$it.subject\"") }
        ['<script', '<link', '<img', 'src=', 'url('].every { !page.body().contains(it) }
    }

    def "choosing #subject at the form's address goes back with a code of theirs"() {
        when:
        def back = app.post(formAddress(), [person: subject])

        then:
        back.statusCode() == 303

        when:
        def returned = query(URI.create(back.headers().firstValue('Location').get()))
        def tokens = json(app.token(returned))

        then:
        json(app.userInfo(tokens.access_token)).sub == subject

        where:
        subject << FakePerson.DEMO*.subject()
    }

    def "choosing nobody goes back with access_denied"() {
        when:
        def back = app.post(formAddress(), [person: 'nobody'])

        then:
        back.statusCode() == 303
        query(URI.create(back.headers().firstValue('Location').get())).error == 'access_denied'
    }

    def "choosing #choice leads nowhere"() {
        expect:
        app.post(formAddress(), [person: choice]).statusCode() == 400

        where:
        choice << [null, '4711']
    }

    def "what comes twice cannot become part of the page either"() {
        when:
        def page = app.get(URI.create("${app.authorizationUri()}&%3Cscript%3E=1&%3Cscript%3E=2"))

        then:
        page.statusCode() == 400
        page.body().contains('&lt;script&gt; comes twice')
    }

    def "what comes in the address cannot become part of the page"() {
        when:
        def page = app.get(Parameters.append(app.authorizationUri([state: '"><script>']), more))

        then:
        page.statusCode() == status
        page.body().contains('script')
        !page.body().contains('<script>')

        where:
        more              || status
        [:]               || 200
        ['<script>': 'a'] || 200
    }

    private URI formAddress() {
        String page = app.get(app.authorizationUri([state: '"><script>&amp;'])).body()
        app.provider.address().resolve((page =~ /action="([^"]*)"/)[0][1].replace('&amp;', '&'))
    }
}
