package io.cinema.auth.cli.film

import io.cinema.auth.cli.fixture.CommandSpec
import io.cinema.auth.cli.fixture.Ran
import io.cinema.auth.domain.access.ContentLabel
import io.cinema.auth.film.etl.film.LabelledFilm
import io.cinema.auth.film.etl.label.CountLabels.Counted
import io.cinema.auth.film.etl.label.SetLabel
import java.time.LocalDate

class FilmCommandsSpec extends CommandSpec {
    private static final ID = UUID.fromString('a4166e44-8ae6-5527-a7f5-8d5a84668712')
    private static final HEAT =
        new LabelledFilm(ID, 'Heat', ['Action', 'Drama'], 8.2d, LocalDate.of(1995, 12, 15), ContentLabel.PUBLIC)
    private static final UNKNOWN = new LabelledFilm(ID, "Heat\u001b[31m", [], null, null, ContentLabel.REGISTERED)

    private static SetLabel.Command command(Map<String, Object> more = [:], String film) {
        new SetLabel.Command(film, ContentLabel.SUBSCRIPTION, more.all as boolean, more.dry as boolean)
    }

    def "labels are listed with what one needs"() {
        given:
        answering(count: ['public', 'registered', 'kids-2'].withIndex().collect { label, i -> new Counted(new ContentLabel(label), 3_000 - i) })

        expect:
        typed('films labels').lines() == [
            'LABEL       FILMS  NEEDS',
            'public      3000   -',
            'registered  2999   signed in',
            'kids-2      2998   films:watch:kids-2']
        typed('films labels --json').json() == [items: [
            [access_label: 'public', films: 3000, required_permission: null],
            [access_label: 'registered', films: 2999, required_permission: 'films:watch:registered'],
            [access_label: 'kids-2', films: 2998, required_permission: 'films:watch:kids-2']]]
    }

    def "one film is labelled"() {
        given:
        answering(set: new SetLabel.Labelled(1, 1, [HEAT]))

        when:
        Ran ran = typed('films label set heat subscription')

        then:
        ran.code() == 0
        ran.lines() == [
            'ID                                    TITLE  RELEASED    GENRES         RATING  WAS',
            "$ID  Heat   1995-12-15  Action, Drama  8.2     public",
            '1 of 1 film got the label subscription']
        useCases.calls == [['set', command('heat')]]
    }

    def "what is said is what is asked: #words"() {
        given:
        answering(set: new SetLabel.Labelled(0, 1, [HEAT]))

        expect:
        run('films', 'label', 'set', *words).code() == 0
        useCases.calls == [['set', asked]]

        where:
        words                                                || asked
        ['the heat', 'subscription']                         || command('the heat')
        [' heat ', 'subscription', '--all']                  || command('heat', all: true)
        ['--dry-run', ID.toString(), 'subscription']         || command(ID.toString(), dry: true)
        ['--all', 'heat', '--dry-run', 'subscription']       || command('heat', all: true, dry: true)
    }

    def "a dry run says that nothing is changed, and a long list how much there is"() {
        given:
        answering(set: new SetLabel.Labelled(23, 25, [HEAT] * 20))

        when:
        List<String> lines = typed('films label set heat subscription --all --dry-run').lines()

        then:
        lines.size() == 1 + 20 + 2
        lines.takeRight(2) == ['and 5 more', '23 of 25 films would get the label subscription; nothing is changed']
    }

    def "programs get all of it"() {
        given:
        answering(set: new SetLabel.Labelled(1, 2, [HEAT, UNKNOWN]))

        expect:
        typed('films label set heat subscription --all --json').json() == [
            access_label: 'subscription', dry_run: false, found: 2, changed: 1,
            films: [[id: ID.toString(), title: 'Heat', genres: ['Action', 'Drama'], imdb_rating: 8.2, creation_date: '1995-12-15', access_label: 'public'],
                    [id: ID.toString(), title: "Heat\u001b[31m", genres: [], imdb_rating: null, creation_date: null, access_label: 'registered']]]
    }

    def "several are refused, and shown: #line"() {
        given:
        answering(set: new SetLabel.Several(22, [HEAT, UNKNOWN] * 10))

        when:
        Ran ran = typed(line)

        then:
        ran.code() == 1
        ran.out() == ''
        ran.err().readLines().size() == 1 + 20 + 2
        ran.err().contains("$ID  Heat?[31m  -           -              -       registered\n")
        ran.err().readLines().takeRight(2) == [
            'and 2 more', 'auth-cli: 22 films have that in their title: name one by its id, or label them all with --all']

        where:
        line << ['films label set heat subscription', 'films label set heat subscription --json']
    }

    def "there is no such film"() {
        given:
        answering(set: new SetLabel.NoSuchFilm())

        expect:
        run('films', 'label', 'set', 'He\u0007at', 'public') == new Ran(1, '', 'auth-cli: there is no film He?at\n')
    }

    def "called wrongly, nobody is asked: #words"() {
        when:
        Ran ran = run('films', 'label', 'set', *words)

        then:
        ran.code() == 2
        ran.err().contains(said)
        !wired

        where:
        words                       || said
        ['', 'public']              || 'must not be blank'
        [' \t', 'public']           || 'must not be blank'
        ['heat', 'Public']          || 'must be a lower-case word of letters, digits, dashes and underscores'
        ['heat', 'a b']             || 'must be a lower-case word of letters, digits, dashes and underscores'
        ['heat', '']                || 'must be a lower-case word of letters, digits, dashes and underscores'
        ['heat', 'a' * 65]          || 'must be a lower-case word of letters, digits, dashes and underscores'
        ['heat']                    || '<label>'
        ['the', 'heat', 'public']   || "'public'"
    }
}
