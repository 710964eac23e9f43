package io.cinema.auth.film.etl.opensearch

import spock.lang.Specification

class BulkSpec extends Specification {

    def "operations of #sizes bytes go in bulks of #bulks, where 10 are allowed"() {
        given:
        def operations = sizes.collect { new Operation(UUID.randomUUID(), new byte[it]) }

        when:
        def split = Bulk.split(operations, 10)

        then:
        split*.operations()*.collect { it.lines().length } == bulks
        split*.operations().flatten() == operations
        split*.lines()*.length == bulks*.sum()

        where:
        sizes              || bulks
        []                 || []
        [10]               || [[10]]
        [5, 5, 1]          || [[5, 5], [1]]
        [9, 2, 8]          || [[9], [2, 8]]
        [11]               || [[11]]
        [1, 30, 1, 30, 30] || [[1], [30], [1], [30], [30]]
    }
}
