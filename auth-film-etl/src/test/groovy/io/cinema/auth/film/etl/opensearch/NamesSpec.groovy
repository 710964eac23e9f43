package io.cinema.auth.film.etl.opensearch

import java.time.Instant
import spock.lang.Specification

class NamesSpec extends Specification {

    def "#alias is no name: it would mean other indices, or none"() {
        when:
        new Names(alias)

        then:
        thrown(IllegalArgumentException)

        where:
        alias << ['', '*', 'movies*', 'movies,users', '_all', '-movies', '.movies', 'Movies', 'a/b', 'a b', 'фильмы', 'a' * 201]
    }

    def "an index is named after when it was made, and never before another one"() {
        expect:
        new Names('movies').next(Instant.parse(now), others) == name

        where:
        now                           | others                        || name
        '2026-11-22T10:20:30.456789Z' | []                            || 'movies-20261122-102030-456'
        '2026-11-22T10:20:30.456789Z' | ['movies-20261122-102030-455'] || 'movies-20261122-102030-456'
        '2026-11-22T10:20:30.456789Z' | ['movies-20261122-102030-456'] || 'movies-20261122-102030-457'
        '2026-11-22T10:20:30.456789Z' | ['movies-20261231-235959-999'] || 'movies-20270101-000000-000'
    }

    def "#name is #ours"() {
        expect:
        new Names('movies').isOurs(name) == (ours == 'ours')

        where:
        name                               || ours
        'movies-20261122-102030-456'       || 'ours'
        'movies'                           || 'not'
        'movies-archive'                   || 'not'
        'movies-4k-20261122-102030-456'    || 'not'
        'movies-20261122-102030-456-write' || 'not'
        'xmovies-20261122-102030-456'      || 'not'
    }
}
