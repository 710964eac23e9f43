package io.cinema.auth.film.etl.opensearch

import static io.cinema.auth.film.etl.opensearch.Films.film
import static io.cinema.auth.film.etl.opensearch.Films.named

import io.cinema.auth.domain.access.ContentLabel
import java.time.LocalDate

/** What becomes of a film, and what one finds it by. */
class DocumentSpec extends IndexSpecification {

    def "a film comes back field by field"() {
        given:
        def people = [named('Åsa Ödman'), named('Юрий Норштейн'), named('黒澤 明'), named('"O\'Neil" \\ \u0001\t🎬')]
        def one = film(
            title: 'Ёжик в тумане 🦔', description: 'Two\nlines, a "quote" and a \\', imdbRating: 7.1d,
            creationDate: LocalDate.of(1975, 6, 1), type: 'tv_show', genres: [named('Animation'), named('Short')],
            actors: people, writers: people.reverse(), directors: [people[1]],
            label: new ContentLabel('premium_4k'), minAge: 6)

        when:
        published([one])

        then:
        document(one.id()) == [
            id: "${one.id()}", title: 'Ёжик в тумане 🦔', description: 'Two\nlines, a "quote" and a \\',
            imdb_rating: 7.1, creation_date: '1975-06-01', type: 'tv_show',
            genres: seen(one.genres()), genres_names: ['Animation', 'Short'],
            actors: seen(people), actors_names: people*.name(),
            writers: seen(people.reverse()), writers_names: people.reverse()*.name(),
            directors: seen([people[1]]), directors_names: ['Юрий Норштейн'],
            access_label: 'premium_4k', required_permission: 'films:watch:premium_4k', min_age: 6]
    }

    def "what a film does not have is not in its document"() {
        given:
        def bare = film()

        when:
        published([bare])

        then:
        document(bare.id()) == [
            id: "${bare.id()}", title: 'A film', type: 'movie', access_label: 'public',
            genres: [], genres_names: [], actors: [], actors_names: [],
            writers: [], writers_names: [], directors: [], directors_names: []]
    }

    def "a film labelled #label needs #permission"() {
        given:
        def one = film(label: new ContentLabel(label))

        when:
        published([one])

        then:
        document(one.id()).required_permission == permission
        search([exists: [field: 'required_permission']]).size() == (permission ? 1 : 0)

        where:
        label          || permission
        'public'       || null
        'registered'   || 'films:watch:registered'
        'subscription' || 'films:watch:subscription'
    }

    def "a film that is written again loses what it no longer has"() {
        given:
        def before = film(description: 'old', imdbRating: 5d, minAge: 18, label: ContentLabel.SUBSCRIPTION, actors: [named('A')])
        def name = published([before])

        when:
        index.write(name, [film(id: before.id(), title: 'New')], [])
        index.keep(name, Films.full())

        then:
        count() == 1
        document(before.id()).keySet().disjoint(['description', 'imdb_rating', 'min_age', 'required_permission'])
        with(document(before.id())) {
            title == 'New'
            actors == []
        }
    }

    def "a film that is gone leaves the index, and one that never was there does no harm"() {
        given:
        def films = Films.films(3)
        def name = published(films)

        when:
        def refused = index.write(name, [film(title: 'Another')], [films[0].id(), films[2].id(), UUID.randomUUID()])
        index.keep(name, Films.full())

        then:
        refused.isEmpty()
        search([match_all: [:]]) as Set == ['A film', 'Another'] as Set
        document(films[1].id()) != null
    }

    def "the index takes no field that it does not know"() {
        given:
        def name = published()

        expect:
        with(ask('POST', "/$name/_doc", document)) {
            status == 400
            json.error.type == 'strict_dynamic_mapping_exception'
        }

        where:
        document << [[title: 'x', surprise: 1], [genres: [[id: 'x', surprise: 1]]]]
    }

    def "#words finds #title"() {
        given:
        published([film(title: 'Unrelated'), film(title: title)])

        expect:
        search([match: [title: words]]) == [title]

        where:
        title             | words
        'Amélie'          | 'amelie'
        'Amelie'          | 'AMÉLIE'
        'Звёздные войны'  | 'звездная война'
        'Елки'            | 'ёлка'
        'Star Wars'       | 'stars war'
        "Schindler's List" | 'schindler lists'
        'The Who'         | 'the who'
    }

    def "people are found by parts of their names, by their ids, and counted by their whole names"() {
        given:
        def films = [
            film(title: 'One', actors: [named('Penélope Cruz'), named('Tom Hanks')], directors: [named('Sam Hunt')]),
            film(title: 'Two', actors: [named('Tom Cruise')], directors: [named('Tom Hanks')])]
        published(films)

        expect:
        search([match: [actors_names: 'penelope']]) == ['One']
        search([nested: [path: 'directors', query: [term: ['directors.id': "${named('Tom Hanks').id()}"]]]]) == ['Two']

        and: "a name is of one person, not of two"
        search([nested: [path: 'actors', query: [match: ['actors.name': [query: 'tom hanks', operator: 'and']]]]]) == ['One']
        search([nested: [path: 'actors', query: [match: ['actors.name': [query: 'tom cruz', operator: 'and']]]]]) == []

        and:
        def aggregations = [people: [terms: [field: 'actors_names.raw', order: [_key: 'asc']]]]
        ask('POST', "/$alias/_search", [size: 0, aggs: aggregations]).json.aggregations.people.buckets*.key ==
            ['Penélope Cruz', 'Tom Cruise', 'Tom Hanks']
    }

    def "ratings and dates are compared as they are written"() {
        given:
        def rated = [7.1d, 10d, 9.9d, 0d].collect { film(title: "$it", imdbRating: it) }
        published(rated + film(title: 'none') + film(title: 'old', creationDate: LocalDate.of(1895, 12, 28)))

        expect:
        search([exists: [field: 'imdb_rating']], [sort: [[imdb_rating: 'desc']]]) == ['10.0', '9.9', '7.1', '0.0']
        search([range: [imdb_rating: [gte: 7.1, lt: 9.9]]]) == ['7.1']
        search([range: [creation_date: [lt: '1900-01-01']]]) == ['old']
        ask('POST', "/$alias/_search", [query: [term: [imdb_rating: 7.1]], aggs: [best: [max: [field: 'imdb_rating']]]])
            .json.aggregations.best.value == 7.1
    }

    private static List<Map<String, String>> seen(people) {
        people.collect { [id: "${it.id()}" as String, name: it.name()] }
    }
}
