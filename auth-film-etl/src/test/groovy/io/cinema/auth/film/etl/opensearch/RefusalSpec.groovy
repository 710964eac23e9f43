package io.cinema.auth.film.etl.opensearch

import static io.cinema.auth.film.etl.opensearch.Films.film

import io.cinema.auth.film.etl.film.Named

/** Films that the index will not take are told; the others are written. */
class RefusalSpec extends IndexSpecification {

    def "a film that #what is refused by itself"() {
        given:
        def bad = film(fields)
        def id = bad.id()
        def good = Films.films(3)
        def name = published()

        when:
        def refused = index.write(name, [good[0], bad, good[1]], [UUID.randomUUID()]) + index.write(name, [good[2]], [])
        index.keep(name, Films.full())

        then:
        refused.keySet() == [id] as Set
        refused[id].startsWith(reason)
        refused[id].size() <= 300
        !refused[id].contains('\n')
        count() == 3

        where:
        what                          | fields                                     | reason
        'has more than 10,000 people' | [actors: crowd(10_001)]                    | 'mapper_parsing_exception: The number of nested documents has exceeded'
        'has an endless type'         | [type: 'x' * 40_000]                       | 'illegal_argument_exception: Document contains at least one immense term'
        'has no number for a rating'  | [imdbRating: Double.NaN]                   | 'mapper_parsing_exception: failed to parse'
        'is older than other people'  | [minAge: 100_000]                          | 'mapper_parsing_exception: failed to parse'
    }

    def "one refusal says why down to its cause"() {
        given:
        def bad = film(imdbRating: Double.POSITIVE_INFINITY)

        expect:
        index.write(published(), [bad], [])[bad.id()] =~ /because illegal_argument_exception: .*Infinity/
    }

    private static List<Named> crowd(int size) {
        (1..size).collect { new Named(new UUID(0, it), "P $it") }
    }
}
