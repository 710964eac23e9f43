package io.cinema.auth.film.etl.label

import static io.cinema.auth.film.etl.label.LabelledFilms.film

import io.cinema.auth.film.etl.fixture.MemoryFilmLabels
import spock.lang.Specification

class CountLabelsSpec extends Specification {

    private static List<List<Object>> counted(List<String> labels) {
        def films = labels.withIndex().collect { label, i -> film(i + 1, 'A film', label: label) }
        new CountLabelsService(new MemoryFilmLabels(films)).count().collect { [it.label().value(), it.films()] }
    }

    def "most films come first, then it goes by label"() {
        expect:
        counted(['b', 'a', 'b', 'c', 'public', 'b', 'public']) == [['b', 3L], ['public', 2L], ['a', 1L], ['c', 1L]]
        counted([]) == []
    }
}
