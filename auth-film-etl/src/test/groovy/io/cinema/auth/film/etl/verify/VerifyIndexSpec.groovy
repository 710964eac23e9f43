package io.cinema.auth.film.etl.verify

import static io.cinema.auth.film.etl.fixture.Films.film
import static io.cinema.auth.film.etl.fixture.Films.id
import static io.cinema.auth.film.etl.verify.VerifyIndex.Kind.DIFFERENT
import static io.cinema.auth.film.etl.verify.VerifyIndex.Kind.MISSING
import static io.cinema.auth.film.etl.verify.VerifyIndex.Kind.SURPLUS

import io.cinema.auth.film.etl.film.Film
import io.cinema.auth.film.etl.fixture.MemoryCatalogue
import io.cinema.auth.film.etl.port.IndexedFilms
import io.cinema.auth.film.etl.verify.VerifyIndex.Difference
import spock.lang.Specification

class VerifyIndexSpec extends Specification {
    final MemoryCatalogue catalogue = new MemoryCatalogue()

    private VerifyIndex.Verified verified(List<Film> indexed) {
        List<Film> inOrder = indexed.toSorted { one, other -> MemoryCatalogue.ORDER.compare(one.id(), other.id()) }
        IndexedFilms index = { after, limit -> inOrder.findAll { MemoryCatalogue.ORDER.compare(it.id(), after) > 0 }.take(limit) } as IndexedFilms
        new VerifyIndexService(catalogue, index).verify()
    }

    def "#many films on both sides are equal"() {
        given:
        List<Film> films = (0..<many).collect { film("film $it", genres: ['drama']) }
        catalogue.save(films)

        expect:
        verified(films).with { it.isEqual() && it.catalogue() == many && it.index() == many && it.examples().empty }

        where:
        many << [0, 1, 999, 1000, 1001, 2000]
    }

    def "what is missing, too many, or different is told, each with its fields"() {
        given:
        catalogue.save(film('same'), film('missing'), film('different', label: 'subscription', rating: 7.1, genres: ['drama']))

        when:
        def verified = verified([film('same'), film('surplus'), film('different', rating: 7.1, genres: ['comedy'])])

        then:
        !verified.isEqual()
        verified.differing() == 3
        verified.examples() as Set == [
            new Difference(id('missing'), MISSING, []),
            new Difference(id('surplus'), SURPLUS, []),
            new Difference(id('different'), DIFFERENT, ['genres', 'label']),
        ] as Set
    }

    def "of many differences the first are named and all are counted"() {
        given:
        catalogue.save((0..<50).collect { film("film $it") })

        expect:
        verified([]).with { it.differing() == 50 && it.examples().size() == VerifyIndex.SHOWN }
    }
}
