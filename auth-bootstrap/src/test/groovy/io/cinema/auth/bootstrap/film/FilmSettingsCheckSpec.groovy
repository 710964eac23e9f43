package io.cinema.auth.bootstrap.film

import io.micronaut.core.value.MapPropertyResolver
import io.micronaut.core.value.PropertyResolver
import spock.lang.Specification

class FilmSettingsCheckSpec extends Specification {

    private static PropertyResolver settings(Map<String, String> changed) {
        new MapPropertyResolver((FilmSettingsSpec.SERVICE + changed).findAll { it.value != null })
    }

    def "good settings are well"() {
        expect:
        FilmSettingsCheck.look(settings([:])).empty
        FilmSettingsCheck.lookAtAll(settings([:])).empty
    }

    def "who names no index of films is asked for none of their settings"() {
        expect:
        FilmSettingsCheck.lookAtAll(settings(['auth.films.opensearch.url': null, 'auth.films.cycle': 'soon'])).empty
    }

    def "whatever is done with films, #changed is told: #said"() {
        expect:
        FilmSettingsCheck.look(settings(changed)).list()*.observed() == [said]
        FilmSettingsCheck.lookAtAll(settings(changed)).list()*.observed() == [said]

        where:
        changed                                                                   || said
        ['auth.films.cycle': 'soon']                                              || "AUTH_FILMS_CYCLE can't be read"
        ['auth.films.port': '-2']                                                 || "AUTH_FILMS_PORT can't be read"
        ['auth.films.opensearch.user': 'admin', 'auth.films.opensearch.password': 'admin'] || 'AUTH_FILMS_OPENSEARCH_PASSWORD is one that anybody would try'
        ['auth.database.password': 'app']                                         || 'AUTH_DATABASE_PASSWORD is one that anybody would try'
        ['auth.migration.password': 'changeme']                                   || 'AUTH_MIGRATION_PASSWORD is one that anybody would try'
    }

    def "what would stop auth-film-etl when it is needed, the doctor finds before: #changed"() {
        expect:
        FilmSettingsCheck.look(settings(changed)).empty
        FilmSettingsCheck.lookAtAll(settings(changed)).list()*.observed().every { it.startsWith(said) }
        FilmSettingsCheck.lookAtAll(settings(changed)).areWrong()

        where:
        changed                                              || said
        ['auth.films.index': 'My Films']                     || 'AUTH_FILMS_INDEX'
        ['auth.films.opensearch.url': 'search:9200']         || 'AUTH_FILMS_OPENSEARCH_URL'
        ['auth.films.opensearch.user': 'indexer']            || 'AUTH_FILMS_OPENSEARCH_PASSWORD'
        ['auth.films.batch': '1000000']                      || 'AUTH_FILMS_CYCLE, AUTH_FILMS_BATCH'
        ['auth.films.migration.user': 'chief']               || 'AUTH_FILMS_MIGRATION_PASSWORD'
    }

    def "the service's passwords are not looked at where they are not used"() {
        given:
        def own = ['auth.films.database.url': 'jdbc:postgresql://films/cinema', 'auth.films.database.user': 'etl', 'auth.films.database.password': 'etl-s3cret-of-films']

        expect:
        FilmSettingsCheck.look(settings(own + ['auth.database.password': 'changeme'])).empty
    }
}
