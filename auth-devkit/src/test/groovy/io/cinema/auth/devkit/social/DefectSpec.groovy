package io.cinema.auth.devkit.social

import static io.cinema.auth.devkit.social.RelyingParty.json

import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration
import spock.lang.Shared
import spock.lang.Specification

/** What any provider can have. */
class DefectSpec extends Specification {

    @Shared
    List<RelyingParty> everybody = RelyingParty.ofAll()

    @Shared
    RelyingParty somebody = everybody.first()

    def cleanupSpec() {
        everybody*.close()
    }

    def cleanup() {
        everybody*.provider*.mend()
    }

    def "#defect: the token endpoint answers #status, #type"() {
        given:
        somebody.provider.breakBy(defect)

        when:
        def answer = somebody.token(somebody.consented())

        then:
        answer.statusCode() == status
        answer.headers().firstValue('Content-Type').get().startsWith(type)
        !answer.body().contains('access_token')

        where:
        defect                    || status | type
        Defect.ANSWERS_500        || 500    | 'application/json'
        Defect.ANSWERS_HTML       || 200    | 'text/html'
        Defect.ANSWERS_EMPTY_JSON || 200    | 'application/json'
    }

    def "a slow one holds the right answer"() {
        given:
        somebody.provider.breakBy(Defect.SLOW)
        somebody.provider.hold(Duration.ofMillis(300))
        long start = System.nanoTime()

        expect:
        somebody.tokens().access_token
        Duration.ofNanos(System.nanoTime() - start) >= Duration.ofMillis(300)
    }

    def "a slow one can be longer than anybody waits, and is closed at once all the same"() {
        given:
        RelyingParty app = new RelyingParty(FakeYandex.open(RelyingParty.HOME))
        app.provider.breakBy(Defect.SLOW)
        def pending = app.http.sendAsync(HttpRequest.newBuilder(app.provider.userInfoEndpoint()).build(), BodyHandlers.ofString())
        while (app.provider.requests(app.provider.userInfoEndpoint()) == 0) {
            Thread.onSpinWait()
        }

        when:
        app.provider.stop()
        pending.get()

        then:
        Exception e = thrown()
        e.cause instanceof IOException

        cleanup:
        app.close()
    }

    def "one that drips has sent its headers, and is nowhere near done"() {
        given:
        somebody.provider.breakBy(Defect.DRIPS)
        def request = HttpRequest.newBuilder(somebody.provider.tokenEndpoint())
                .POST(BodyPublishers.noBody()).timeout(Duration.ofSeconds(5)).build()

        when:
        InputStream body = somebody.http.send(request, BodyHandlers.ofInputStream()).body()

        then:
        body.read() == '{' as char
        body.available() == 0

        cleanup:
        body?.close()
    }

    def "100 MB are 100 MB of one JSON string, of which nobody is told before"() {
        given:
        somebody.provider.breakBy(Defect.ANSWERS_100_MB)
        def request = HttpRequest.newBuilder(somebody.provider.userInfoEndpoint()).build()

        when:
        def answer = somebody.http.send(request, BodyHandlers.ofInputStream())
        long size = answer.body().transferTo(OutputStream.nullOutputStream())

        then:
        answer.statusCode() == 200
        answer.headers().firstValue('Content-Length').empty
        size > 100 * 1024 * 1024
    }

    def "a redirect leads to where everything works, and who follows is seen"() {
        given:
        somebody.provider.breakBy(Defect.REDIRECTS)
        def returned = somebody.consented()

        when:
        def answer = somebody.token(returned)

        then:
        answer.statusCode() == 307
        somebody.provider.requestsElsewhere() == 0

        when:
        URI elsewhere = URI.create(answer.headers().firstValue('Location').get())
        def followed = somebody.post(elsewhere, [:])

        then:
        elsewhere.authority != somebody.provider.address().authority
        elsewhere.path == somebody.provider.tokenEndpoint().path
        json(followed).error == 'invalid_client'
        somebody.provider.requestsElsewhere() == 1
    }

    def "a connection can be closed instead of an answer"() {
        given:
        somebody.provider.breakBy(Defect.CLOSES_CONNECTION)

        when:
        somebody.token(somebody.consented())

        then:
        thrown(IOException)
    }

    def "#app: a subject of 10,000 characters"() {
        given:
        app.provider.breakBy(Defect.LONG_SUBJECT)

        expect:
        app.userInfo(app.tokens().access_token).body().contains('9' * 10_000)

        where:
        app << everybody
    }

    def "#app: an e-mail that is none"() {
        given:
        app.provider.breakBy(Defect.EMAIL_THAT_IS_NONE)

        expect:
        emailAnswer(app).contains('no e-mail @ all')

        where:
        app << everybody
    }

    def "#app: names with control characters"() {
        given:
        app.provider.breakBy(Defect.CONTROL_CHARACTERS_IN_NAMES)

        expect:
        app.userInfo(app.tokens().access_token).body().contains('Tho\\u0000\\r\\n\\u001b[31mmas')

        where:
        app << everybody
    }

    def "a defect can be at one endpoint only"() {
        given:
        somebody.provider.breakBy(Defect.ANSWERS_500, somebody.provider.userInfoEndpoint())

        expect:
        somebody.userInfo(somebody.tokens().access_token).statusCode() == 500
    }

    def "browsers see no defect of answers"() {
        given:
        somebody.provider.breakBy(Defect.ANSWERS_500)

        expect:
        somebody.get(somebody.authorizationUri()).statusCode() == 200
    }

    def "a mended one is as before"() {
        given:
        somebody.provider.breakBy(Defect.ANSWERS_500)

        when:
        somebody.provider.mend()

        then:
        somebody.tokens().access_token
    }

    def "#app cannot have defects of others"() {
        given:
        def foreign = (Defect.values() as Set) - app.provider.possibleDefects()

        expect:
        !foreign.empty
        foreign.every { refuses(app.provider, it) }

        where:
        app << everybody
    }

    private static boolean refuses(FakeProvider provider, Defect defect) {
        try {
            provider.breakBy(defect)
            return false
        } catch (IllegalArgumentException ignored) {
            return true
        }
    }

    private static String emailAnswer(RelyingParty app) {
        String token = app.tokens().access_token
        app.provider instanceof FakeGithub
                ? app.get(app.provider.emailsEndpoint(), [Authorization: "Bearer $token"]).body()
                : app.userInfo(token).body()
    }
}
