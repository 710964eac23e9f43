package io.cinema.auth.film.etl.label

import static io.cinema.auth.domain.access.ContentLabel.PUBLIC
import static io.cinema.auth.domain.access.ContentLabel.SUBSCRIPTION
import static io.cinema.auth.film.etl.label.LabelledFilms.film
import static io.cinema.auth.film.etl.label.LabelledFilms.id

import io.cinema.auth.domain.value.InvalidValueException
import io.cinema.auth.film.etl.fixture.MemoryFilmLabels
import io.cinema.auth.film.etl.label.SetLabel.Labelled
import io.cinema.auth.film.etl.label.SetLabel.NoSuchFilm
import io.cinema.auth.film.etl.label.SetLabel.Several
import spock.lang.Specification

class SetLabelSpec extends Specification {
    static final ALIEN = film(1, 'Alien')
    static final ALIENS = film(2, 'Aliens', label: 'subscription')
    static final HEAT = film(3, 'Heat')

    private SetLabel.Result set(Map<String, Object> more = [:], MemoryFilmLabels labels, String film) {
        new SetLabelService(labels).set(
            new SetLabel.Command(film, SUBSCRIPTION, more.all as boolean, more.dry as boolean))
    }

    def "#word means one film"() {
        given:
        def labels = new MemoryFilmLabels([ALIEN, ALIENS, HEAT])

        expect:
        set(labels, word) == new Labelled(1, 1, [HEAT])
        labels.label(HEAT.id()) == SUBSCRIPTION
        labels.label(ALIEN.id()) == PUBLIC

        where:
        word << [HEAT.id().toString(), HEAT.id().toString().toUpperCase(), 'Heat', 'hEAt', 'ea', '  heat ']
    }

    def "several are meant, and none is labelled before somebody says all"() {
        given:
        def labels = new MemoryFilmLabels([ALIEN, ALIENS, HEAT])

        expect:
        set(labels, 'alien') == new Several(2, [ALIEN, ALIENS])
        labels.updates == []

        and:
        set(labels, 'alien', all: true) == new Labelled(1, 2, [ALIEN, ALIENS])
        labels.label(ALIEN.id()) == SUBSCRIPTION
        labels.label(HEAT.id()) == PUBLIC
    }

    def "there is no film #word"() {
        given:
        def labels = new MemoryFilmLabels([ALIEN, HEAT])

        expect:
        set(labels, word, all: all) == new NoSuchFilm()
        labels.updates == []

        where:
        word              | all
        'Casablanca'      | false
        'Casablanca'      | true
        id(9).toString()  | false
        id(9).toString()  | true
    }

    def "what has the label already is no change"() {
        expect:
        set(new MemoryFilmLabels([ALIENS]), 'aliens', dry: dry) == new Labelled(0, 1, [ALIENS])

        where:
        dry << [true, false]
    }

    def "many are labelled a page at a time, and a dry run tells the same: #count films"() {
        given:
        def all = (1..count).collect { film(it, "Part $it", label: it % 3 ? 'public' : 'subscription') }
        def labels = new MemoryFilmLabels(all)

        when:
        def dry = set(labels, 'part', all: true, dry: true)

        then:
        labels.updates == []
        labels.pages == pages

        when:
        def real = set(labels, 'part', all: true)

        then:
        real == dry
        real == new Labelled(count - count.intdiv(3), count, all.take(20))
        labels.updates*.size() == updates
        labels.counts() == [(SUBSCRIPTION): count as long]

        where:
        count || pages           | updates
        20    || [20]            | [20]
        21    || [21]            | [21]
        999   || [999]           | [999]
        1_000 || [1_000, 0]      | [1_000]
        2_001 || [1_000, 1_000, 1] | [1_000, 1_000, 1]
    }

    def "of very many only the first are named, and all counted"() {
        given:
        def all = (1..2_500).collect { film(it, "Part $it") }

        expect:
        set(new MemoryFilmLabels(all), 'part') == new Several(2_500, all.take(20))
    }

    def "a blank text would mean every film, and is refused"() {
        when:
        set(new MemoryFilmLabels([ALIEN]), text, all: true)

        then:
        def refused = thrown(InvalidValueException)
        [refused.field(), refused.rule()] == ['film', 'blank']

        where:
        text << ['', ' ', '\t\n', '\u2003']
    }
}
