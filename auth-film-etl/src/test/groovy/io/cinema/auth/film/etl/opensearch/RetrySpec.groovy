package io.cinema.auth.film.etl.opensearch

import static io.cinema.auth.film.etl.opensearch.Films.films
import static io.cinema.auth.film.etl.opensearch.Films.full
import static io.cinema.auth.film.etl.opensearch.Stub.items
import static io.cinema.auth.film.etl.opensearch.Stub.text
import static io.cinema.auth.film.etl.opensearch.Stub.whole

import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.secret.Secret
import io.github.resilience4j.core.IntervalFunction
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What an OpenSearch without room, without a shard or without trust in us is asked again. */
class RetrySpec extends Specification {
    private static final int ATTEMPTS = 4

    @AutoCleanup
    Stub stub = new Stub()
    def waited = []
    def backoff = new Backoff({ int attempt -> waited << attempt; 1L } as IntervalFunction, ATTEMPTS)
    def limits = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(5), backoff, Duration.ZERO)
    def credentials = new Credentials('etl', Secret.of('s3cr:et'))
    @AutoCleanup
    OpenSearchFilmIndex index = OpenSearchFilmIndex.at(stub.uri, credentials, 'movies', limits, Shape.ours())

    def "films that there was no room for are sent again, and no others"() {
        given:
        def five = films(5)
        stub.answering(items([201, 429, 400, 503, 200]), items([429, 201]), items([200]))

        when:
        def refused = index.write('movies-1', five, [])

        then:
        sent() == [five, [five[1], five[3]], [five[1]]]*.collect { "${it.id()}" }
        refused == [(five[2].id()): 'error_400: because of 400']
        waited == [1, 2]
    }

    def "a 429 for the whole is asked again in the same way"() {
        given:
        stub.answering(whole(429), whole(429), items([201]))

        when:
        def refused = index.write('movies-1', films(1), [])

        then:
        refused == [:]
        stub.requests.size() == 3
        stub.requests*.body.unique().size() == 1
        waited == [1, 2]
    }

    def "other questions are asked again as well"() {
        given:
        stub.answering(whole(429), text(200, '{}'))

        when:
        index.keep('movies-1', full())

        then:
        stub.requests*.line == ['PUT /movies-1/_mapping', 'PUT /movies-1/_mapping', 'POST /movies-1/_refresh']
    }

    def "who never has room is away, after #attempts attempts"() {
        given:
        stub.answering(answer)

        when:
        index.write('movies-1', films(2), [])

        then:
        def away = thrown(PortUnavailableException)
        away.message == 'FilmIndex is unavailable'
        away.cause.message.startsWith("no room after $ATTEMPTS attempts: ")
        stub.requests.size() == ATTEMPTS
        waited.size() == ATTEMPTS - 1

        where:
        answer << [items([429, 503]), whole(429)]
        attempts = ATTEMPTS
    }

    def "an index that can't be written to is away: #what"() {
        given:
        stub.answering(answer)

        when:
        index.write('movies-1', films(1), [])

        then:
        def away = thrown(PortUnavailableException)
        away.cause.message.contains(says)
        stub.requests.size() == 1

        where:
        what                    | answer                                                  || says
        'an item without index' | items([404])                                            || '404 error_404'
        'a broken item'         | items([500])                                            || '500 error_500'
        'a read-only index'     | items([403])                                            || '403 error_403'
        'a closed index'        | closed(400, 'index_closed_exception')                   || '400 index_closed'
        'a full disk'           | blocked(403, 'cluster_block_exception')                 || '403 cluster_block'
        'a broken server'       | whole(500)                                              || '500 error_500'
        'no shard'              | whole(503)                                              || '503'
        'a proxy'               | text(502, '<html>Bad Gateway</html>')                   || '502'
        'something else'        | text(200, '<html>Welcome</html>')                       || "Unexpected character ('<'"
        'too few answers'       | text(200, '{"errors":true,"items":[]}')                 || 'no such answer'
    }

    def "credentials that are refused (#status) are told, and not repeated"() {
        given:
        stub.answering(text(status, 'Unauthorized'))

        when:
        index.live()

        then:
        def refused = thrown(CredentialsRefusedException)
        refused.message ==
            "OpenSearch refuses our credentials, or they do not allow this: GET /movies: $status Unauthorized"
        stub.requests.size() == 1

        where:
        status << [401, 403]
    }

    def "credentials are sent with the first request, and shown nowhere"() {
        given:
        stub.answering(text(200, '{}'))

        when:
        index.live()

        then:
        stub.requests*.authorization == ['Basic ' + 'etl:s3cr:et'.bytes.encodeBase64()]
        !"$credentials $index".contains('s3cr')
    }

    def "a request that OpenSearch does not understand is told with its reason"() {
        given:
        stub.answering(whole(400))

        when:
        index.create(full())

        then:
        def refused = thrown(RequestRefusedException)
        refused.message.endsWith('400 error_400: because of 400')
    }

    def "a bulk that is too large is halved, and a film that is too large alone is refused"() {
        given:
        def four = films(4)
        def large = four[2].id().toString()
        stub.answering({ body ->
            body.contains(large) ? [413, 'Request Entity Too Large'] : items([201] * (body.count('\n').intdiv(2)))(body)
        })

        when:
        def refused = index.write('movies-1', four, [])

        then:
        refused.keySet() == [four[2].id()] as Set
        refused.values().first() =~ /^too_large: \d+ bytes are more than OpenSearch takes at once\. Request Entity Too Large$/
        sent().findAll { !it.contains(large) }.flatten() == ["${four[0].id()}", "${four[1].id()}", "${four[3].id()}"]
    }

    def "films that are fat together are sent apart"() {
        given:
        def fat = films(5, [description: 'x' * (3 << 20)])
        stub.answering(items([201, 201]), items([201, 201]), items([201]))

        when:
        def refused = index.write('movies-1', fat, [])

        then:
        refused == [:]
        sent()*.size() == [2, 2, 1]
    }

    def "#url is no address for OpenSearch"() {
        when:
        OpenSearchFilmIndex.at(URI.create(url), null, 'movies')

        then:
        def refused = thrown(IllegalArgumentException)
        !refused.message.contains('pass')

        where:
        url << ['movies', 'ftp://localhost', 'http:///x', 'https://user:pass@localhost', 'http://localhost/?pass=x', 'http://a#b']
    }

    private List<List<String>> sent() {
        stub.requests.collect { (it.body =~ /\{"index":\{"_id":"([^"]+)"}}/).collect { match -> match[1] } }
    }

    private static Closure closed(int status, String type) {
        { String _ -> [200, [errors: true, items: [[index: [status: status, error: [type: type, reason: 'closed']]]]]] }
    }

    private static Closure blocked(int status, String type) {
        { String _ -> [status, [error: [type: type, reason: 'blocked'], status: status]] }
    }
}
