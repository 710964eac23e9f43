package io.cinema.auth.bootstrap.film

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
        ConfigurationException refused = thrown()
        refused.message.startsWith('AUTH_FILMS_DATABASE_PASSWORD is not set')
    }

    def "whoever owns the service's schema is nobody in a database of its own"() {
        given:
        def own = ['auth.films.database.url': 'jdbc:postgresql://films/cinema']

        expect:
        settings(own).migrationUser().empty

        when:
        settings(own + ['auth.films.migration.user': 'chief']).migrationPassword()

        then:
        ConfigurationException refused = thrown()
        refused.message.startsWith('AUTH_FILMS_MIGRATION_PASSWORD is not set')
    }

    def "in the service's database the films may have an owner of their own"() {
        expect:
        with(settings('auth.films.migration.user': 'chief', 'auth.films.migration.password': 'chief-secret')) {
            databaseUser() == 'app'
            migrationUser().get() == 'chief'
            migrationPassword().reveal() == 'chief-secret'
        }
    }

    def "#what is told by the name of its variable, and not repeated"() {
        when:
        read(settings([(property): value]))

        then:
        ConfigurationException refusal = thrown()
        refusal.message.contains(variable)
        value == null || !refusal.message.contains(value)

        where:
        what                        | property                    | value                 | read                || variable
        'no address'                | 'auth.films.opensearch.url' | null                  | { it.openSearch() } || 'AUTH_FILMS_OPENSEARCH_URL'
        'an address that is none'   | 'auth.films.opensearch.url' | 'search:9200'         | { it.openSearch() } || 'AUTH_FILMS_OPENSEARCH_URL'
        'another kind of address'   | 'auth.films.opensearch.url' | 'ftp://search:9200'   | { it.openSearch() } || 'AUTH_FILMS_OPENSEARCH_URL'
        'a cycle that is none'      | 'auth.films.cycle'          | 'whenever'            | { it.sync(false) }  || 'AUTH_FILMS_CYCLE'
        'a batch of nothing'        | 'auth.films.batch'          | '-7'                  | { it.sync(false) }  || 'AUTH_FILMS_BATCH'
        'a port that is none'       | 'auth.films.port'           | 'http'                | { it.port() }       || 'AUTH_FILMS_PORT'
        'a name that is none'       | 'auth.films.index'          | 'My Films'            | { it.index() }      || 'AUTH_FILMS_INDEX'
        'an address of another kind' | 'auth.films.database.url'  | 'postgres://a:b@c/d'  | { it.databaseUrl() } || 'AUTH_FILMS_DATABASE_URL'
        'a password of nobody'      | 'auth.films.migration.password' | 'whose'          | { it.migrationUser() } || 'AUTH_FILMS_MIGRATION_PASSWORD needs AUTH_FILMS_MIGRATION_USER'
        'a user without a password' | 'auth.films.opensearch.user' | 'indexer'            | { it.openSearchPassword() } || 'AUTH_FILMS_OPENSEARCH_PASSWORD'
    }
}
