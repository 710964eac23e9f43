package io.cinema.auth.film.etl.label

import static io.cinema.auth.film.etl.label.LabelledFilms.film

import io.cinema.auth.domain.access.ContentLabel
import io.cinema.auth.film.etl.film.LabelledFilm
import io.cinema.auth.film.etl.fixture.MemoryFilmLabels
import io.cinema.auth.film.etl.label.ApplyLabelRules.Applied
import io.cinema.auth.film.etl.label.ApplyLabelRules.Command
import io.cinema.auth.film.etl.label.ApplyLabelRules.Example
import io.cinema.auth.film.etl.label.ApplyLabelRules.Relabelled
import io.cinema.auth.film.etl.port.RuleReader
import spock.lang.Specification

class ApplyLabelRulesSpec extends Specification {
    private static ContentLabel label(String word) {
        new ContentLabel(word)
    }

    private static LabelRule rule(String to, String... genres) {
        new LabelRule(label(to), genres as Set, null, null, null, null)
    }

    private static Relabelled moved(String from, String to, long films) {
        new Relabelled(label(from), label(to), films)
    }

    private static Applied apply(MemoryFilmLabels labels, List<LabelRule> rules, boolean dry) {
        RuleReader reader = { text -> text == 'the file' ? rules : null }
        new ApplyLabelRulesService(labels, reader).apply(new Command('the file', dry))
    }

    def "the first rule that matches wins, and a film that none matches keeps its label"() {
        given:
        def films = [film(1, 'A', genres: ['Action', 'Drama']), film(2, 'B', genres: ['Drama']),
                     film(3, 'C', genres: ['Musical'], label: 'kids'), film(4, 'D', genres: ['Drama'], label: 'registered')]
        def labels = new MemoryFilmLabels(films)

        when:
        def applied = apply(labels, [rule('subscription', 'Action'), rule('registered', 'drama')], false)

        then:
        applied == new Applied(4, [moved('public', 'registered', 1), moved('public', 'subscription', 1)],
            [new Example(films[0], label('subscription')), new Example(films[1], label('registered'))])
        films.collect { labels.label(it.id()).value() } == ['subscription', 'registered', 'kids', 'registered']
    }

    def "a dry run changes nothing and tells what the run then tells, most films first"() {
        given:
        def films = (1..2_345).collect {
            film(it, "Film $it", genres: [['Action', 'Drama', 'Musical', 'War'][it % 4]], label: ['public', 'kids', 'public'][it % 3])
        }
        def labels = new MemoryFilmLabels(films)
        def rules = [rule('subscription', 'Action', 'War'), rule('kids', 'Musical')]

        when:
        def dry = apply(labels, rules, true)

        then:
        labels.updates == []
        labels.pages == [1_000, 1_000, 345]

        when:
        def real = apply(labels, rules, false)

        then:
        real == dry
        real.films() == 2_345
        real.examples().size() == 20
        real.changes()*.films() == real.changes()*.films().sort(false).reverse()
        real.changes() as Set == [moved('public', 'subscription', 781), moved('kids', 'subscription', 391), moved('public', 'kids', 391)] as Set
        labels.updates.every { it.size() <= 1_000 }

        and: 'a second time there is nothing left'
        apply(labels, rules, false) == new Applied(2_345, [], [])
    }

    def "only what was changed by us counts, not what somebody else was faster with"() {
        given:
        def both = [film(1, 'A'), film(2, 'B')]
        def raced = new MemoryFilmLabels(both) {
            @Override
            List<LabelledFilm> after(UUID film, int limit) {
                List<LabelledFilm> page = super.after(film, limit)
                label([both[0].id()], new ContentLabel('kids'))
                page
            }
        }

        expect:
        apply(raced, [rule('kids')], false).changes() == [moved('public', 'kids', 1)]
    }

    def "a catalogue without films is labelled quickly"() {
        expect:
        apply(new MemoryFilmLabels(), [rule('kids')], false) == new Applied(0, [], [])
    }

    def "rules that can't be understood change nothing"() {
        given:
        def labels = new MemoryFilmLabels([film(1, 'A')])
        RuleReader reader = { throw new BadRulesException('rule 1: no') }

        when:
        new ApplyLabelRulesService(labels, reader).apply(new Command('?', false))

        then:
        thrown(BadRulesException)
        labels.pages == []
    }
}
