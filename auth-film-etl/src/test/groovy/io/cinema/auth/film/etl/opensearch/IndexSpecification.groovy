package io.cinema.auth.film.etl.opensearch

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import io.cinema.auth.devkit.Backends
import io.cinema.auth.devkit.OpenSearchServer
import io.cinema.auth.film.etl.film.Film
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration
import java.util.concurrent.ThreadLocalRandom
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** An alias for each feature on the server that all share, and a look at it that is not ours. */
abstract class IndexSpecification extends Specification {
    @Shared
    OpenSearchServer server = Backends.shared().openSearch()
    @Shared @AutoCleanup
    HttpClient http = HttpClient.newHttpClient()

    String alias = "films-${ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000)}"
    @AutoCleanup
    OpenSearchFilmIndex index = opened()

    def cleanup() {
        (names("$alias*") + names('other-*')).each { ask('DELETE', "/$it") }
    }

    /** By default, an old index need not stay: nobody searches. */
    OpenSearchFilmIndex opened(Duration farewell = Duration.ZERO, Shape shape = Shape.ours()) {
        def limits = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(60), Backoff.usual(), farewell)
        OpenSearchFilmIndex.at(server.uri(), null, alias, limits, shape)
    }

    /** An index with these films that searches see. Returns its name. */
    String published(List<Film> films = []) {
        def name = index.create(Films.filling())
        assert index.write(name, films, []).isEmpty()
        index.keep(name, Films.full())
        index.publish(name)
        name
    }

    /** The status, and the body as JSON. */
    Map<String, ?> ask(String method, String path, body = null) {
        def publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JsonOutput.toJson(body))
        def request = HttpRequest.newBuilder(server.uri().resolve(path))
            .method(method, publisher).header('Content-Type', 'application/json').build()
        def response = http.send(request, BodyHandlers.ofString())
        [status: response.statusCode(), json: new JsonSlurper().parseText(response.body() ?: 'null')]
    }

    List<String> names(String pattern) {
        ask('GET', "/_cat/indices/$pattern?format=json&expand_wildcards=all").json*.index.sort()
    }

    long count() {
        ask('GET', "/$alias/_count").json.count
    }

    Map<String, ?> document(UUID film) {
        ask('GET', "/$alias/_doc/$film").json._source
    }

    /** The titles of what is found, best first. */
    List<String> search(Map<String, ?> query, Map<String, ?> more = [:]) {
        ask('POST', "/$alias/_search", [query: query] + more).json.hits.hits*._source*.title
    }
}
