package io.cinema.auth.bootstrap.film

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import groovy.sql.Sql
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.Shell
import io.cinema.auth.devkit.Backends
import io.cinema.auth.devkit.PostgresServer
import io.cinema.auth.devkit.Roles
import io.cinema.auth.film.etl.movies.ImportFilms
import io.micronaut.core.value.MapPropertyResolver
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Path
import java.time.Clock
import java.util.logging.Level
import java.util.logging.Logger

/** A film catalogue of its own, and an index of its own on the shared OpenSearch. */
final class Cinema implements AutoCloseable {
    static {
        // It warns of every statement that fails, and some specs make some fail.
        Logger.getLogger(Sql.name).level = Level.OFF
    }

    static final Path EXCERPT = Path.of('..', 'auth-film-etl', 'src', 'test', 'resources', 'movies', 'excerpt.json')

    final PostgresServer postgres = Backends.shared().postgres()
    final String name
    final FilmEtl etl
    final Sql sql
    private final HttpClient http = HttpClient.newHttpClient()

    Cinema(String name) {
        this.name = name
        postgres.createDatabase(name)
        this.etl = new FilmEtl(new FilmSettings(new MapPropertyResolver(settings)), Clock.systemUTC())
        this.sql = Sql.newInstance(postgres.jdbcUrl(name), Roles.OWNER, Roles.OWNER_PASSWORD)
    }

    URI getOpenSearch() {
        Backends.shared().openSearch().uri()
    }

    /** As the process reads them. */
    Map<String, Object> getSettings() {
        [
            'auth.films.database.url': postgres.jdbcUrl(name),
            'auth.films.database.user': Roles.APP,
            'auth.films.database.password': Roles.APP_PASSWORD,
            'auth.films.migration.user': Roles.OWNER,
            'auth.films.migration.password': Roles.OWNER_PASSWORD,
            'auth.films.opensearch.url': openSearch.toString(),
            'auth.films.index': name,
            'auth.films.cycle': '200ms',
        ]
    }

    /** The same as variables. */
    Map<String, String> getEnvironment() {
        settings.collectEntries { key, value -> [key.toUpperCase().replace('.', '_'), value.toString()] }
    }

    ImportFilms.Imported load(Path movies = EXCERPT) {
        etl.read(movies)
    }

    /** One round until the index is equal. */
    void follow() {
        assert etl.follow(true, false, false)
    }

    /** The command line of a service whose films are these. */
    Shell shell(RunningService service) {
        new Shell(service, settings)
    }

    /** What a search finds: the documents. */
    List<Map> search(Map<String, Object> query = [match_all: [:]]) {
        ask("/$name/_search", [size: 1_000, query: query]).hits.hits*._source
    }

    /** The one film with this title. */
    Map film(String title) {
        List<Map> found = search([term: ['title.raw': title]])
        assert found.size() <= 1
        found[0]
    }

    long count() {
        ask("/$name/_count", null).count as long
    }

    private Map ask(String path, Map body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(openSearch.resolve(path)).header('Content-Type', 'application/json')
        String answer = http.send(
            (body == null ? request.GET() : request.POST(HttpRequest.BodyPublishers.ofString(JsonOutput.toJson(body)))).build(),
            HttpResponse.BodyHandlers.ofString()).body()
        new JsonSlurper().parseText(answer) as Map
    }

    @Override
    void close() {
        sql.close()
        http.close()
    }
}
