package io.cinema.auth.bootstrap.film

import io.cinema.auth.bootstrap.config.SettingMissingException
import io.micronaut.context.exceptions.ConfigurationException
import io.micronaut.core.value.MapPropertyResolver
import java.time.Duration
import spock.lang.Specification

class FilmSettingsSpec extends Specification {
    static final Map<String, String> SERVICE = [
        'auth.database.url': 'jdbc:postgresql://db/auth', 'auth.database.user': 'app', 'auth.database.password': 'app-secret',
        'auth.migration.user': 'owner', 'auth.migration.password': 'owner-secret', 'auth.films.opensearch.url': 'https://search:9200',
    ]

    private static FilmSettings settings(Map<String, String> more = [:]) {
        new FilmSettings(new MapPropertyResolver((SERVICE + more).findAll { it.value != null }))
    }

    def "by default the catalogue is where the service's tables are, and the rest is as documented"() {
        expect:
        with(settings()) {
            databaseUrl() == 'jdbc:postgresql://db/auth'
            databaseUser() == 'app'
            databasePassword().reveal() == 'app-secret'
            migrationUser().get() == 'owner'
            migrationPassword().reveal() == 'owner-secret'
            openSearch() == URI.create('https://search:9200')
            openSearchUser().empty
            index() == 'movies'
            sync(false).with { it.cycle() == Duration.ofSeconds(5) && it.batch() == 2000 && !it.rebuild() }
            port().empty
        }
    }

    def "all of it can be set"() {
        given:
        def films = settings([
            'auth.films.database.url': 'jdbc:postgresql://films/cinema', 'auth.films.database.user': 'etl', 'auth.films.database.password': 'etl-secret',
            'auth.films.migration.user': 'chief', 'auth.films.migration.password': 'chief-secret', 'auth.films.opensearch.user': 'indexer',
            'auth.films.opensearch.password': 'index-secret', 'auth.films.index': 'films', 'auth.films.cycle': '1m', 'auth.films.batch': '10', 'auth.films.port': '9090',
        ])

        expect:
        with(films) {
            databaseUrl() == 'jdbc:postgresql://films/cinema'
            databaseUser() == 'etl'
            databasePassword().reveal() == 'etl-secret'
            migrationUser().get() == 'chief'
            migrationPassword().reveal() == 'chief-secret'
            openSearchUser().get() == 'indexer'
            openSearchPassword().reveal() == 'index-secret'
            index() == 'films'
            sync(true).with { it.cycle() == Duration.ofMinutes(1) && it.batch() == 10 && it.rebuild() }
            port().get() == 9090
        }
    }

    def "a database of its own takes no password from the service's"() {
        when:
        settings(['auth.films.database.url': 'jdbc:postgresql://films/cinema', 'auth.films.database.user': 'etl']).databasePassword()

        then:
        thrown(SettingMissingException)
    }

    def "#what is told by the name of its variable, and not repeated"() {
        when:
        read(settings([(property): value]))

        then:
        RuntimeException refusal = thrown(type)
        refusal.message.contains(variable)
        type != ConfigurationException || !refusal.message.contains(value)

        where:
        what                        | property                    | value                 | read                || type                    | variable
        'no address'                | 'auth.films.opensearch.url' | null                  | { it.openSearch() } || SettingMissingException | 'AUTH_FILMS_OPENSEARCH_URL'
        'an address that is none'   | 'auth.films.opensearch.url' | 'search:9200'         | { it.openSearch() } || ConfigurationException  | 'AUTH_FILMS_OPENSEARCH_URL'
        'another kind of address'   | 'auth.films.opensearch.url' | 'ftp://search:9200'   | { it.openSearch() } || ConfigurationException  | 'AUTH_FILMS_OPENSEARCH_URL'
        'a cycle that is none'      | 'auth.films.cycle'          | 'whenever'            | { it.sync(false) }  || ConfigurationException  | 'AUTH_FILMS_CYCLE'
        'a batch of nothing'        | 'auth.films.batch'          | '-7'                  | { it.sync(false) }  || ConfigurationException  | 'AUTH_FILMS_BATCH'
        'a port that is none'       | 'auth.films.port'           | 'http'                | { it.port() }       || ConfigurationException  | 'AUTH_FILMS_PORT'
        'a name that is none'       | 'auth.films.index'          | 'My Films'            | { it.index() }      || ConfigurationException  | 'AUTH_FILMS_INDEX'
        'a user without a password' | 'auth.films.opensearch.user' | 'indexer'            | { it.openSearchPassword() } || SettingMissingException | 'AUTH_FILMS_OPENSEARCH_PASSWORD'
    }
}
