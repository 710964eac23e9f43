package io.cinema.auth.cli.film

import io.cinema.auth.cli.fixture.CommandSpec
import io.cinema.auth.cli.fixture.FakeTerminal
import io.cinema.auth.cli.fixture.Ran
import io.cinema.auth.domain.access.ContentLabel
import io.cinema.auth.film.etl.film.LabelledFilm
import io.cinema.auth.film.etl.label.ApplyLabelRules.Applied
import io.cinema.auth.film.etl.label.ApplyLabelRules.Command
import io.cinema.auth.film.etl.label.ApplyLabelRules.Example
import io.cinema.auth.film.etl.label.ApplyLabelRules.Relabelled
import io.cinema.auth.film.etl.label.BadRulesException
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate
import spock.lang.TempDir

class ApplyLabelRulesCommandSpec extends CommandSpec {
    private static final RULES = '- label: registered # für alle\n'
    private static final HEAT = new LabelledFilm(
        UUID.fromString('a4166e44-8ae6-5527-a7f5-8d5a84668712'), 'Heat', ['Drama'], 8.2d, LocalDate.of(1995, 12, 15), ContentLabel.PUBLIC)
    private static final APPLIED = new Applied(3_201,
        [new Relabelled(ContentLabel.PUBLIC, ContentLabel.SUBSCRIPTION, 1_000), new Relabelled(ContentLabel.REGISTERED, ContentLabel.PUBLIC, 7)],
        [new Example(HEAT, ContentLabel.SUBSCRIPTION)])

    @TempDir
    Path directory

    private String file(String name = 'rules.yaml', byte[] bytes = RULES.getBytes('UTF-8')) {
        Files.write(directory.resolve(name), bytes).toString()
    }

    def "rules are applied, and what they did is told"() {
        given:
        answering(apply: APPLIED)

        when:
        Ran ran = run('films', 'label', 'apply', file())

        then:
        ran == new Ran(0, '''\
            FROM        TO            FILMS
            public      subscription  1000
            registered  public        7

            FOR EXAMPLE  RELEASED    GENRES  RATING  FROM    TO
            Heat         1995-12-15  Drama   8.2     public  subscription

            1007 of 3201 films got another label
            '''.stripIndent(), '')
        useCases.calls == [['apply', new Command(RULES, false)]]
    }

    def "a dry run is asked for, and says so"() {
        given:
        answering(apply: APPLIED)

        expect:
        run('films', 'label', 'apply', '--dry-run', file()).lines().last() == '1007 of 3201 films would get another label; nothing is changed'
        useCases.calls == [['apply', new Command(RULES, true)]]
    }

    def "where nothing is to do it says no more"() {
        given:
        answering(apply: new Applied(1, [], []))

        expect:
        run('films', 'label', 'apply', file()) == new Ran(0, '0 of 1 film got another label\n', '')
    }

    def "programs get all of it"() {
        given:
        answering(apply: APPLIED)

        expect:
        run('films', 'label', 'apply', file(), '--json').json() == [
            dry_run: false, films: 3201, changed: 1007,
            changes: [[from: 'public', to: 'subscription', films: 1000], [from: 'registered', to: 'public', films: 7]],
            examples: [[id: HEAT.id().toString(), title: 'Heat', genres: ['Drama'], imdb_rating: 8.2, creation_date: '1995-12-15',
                        access_label: 'public', to: 'subscription']]]
    }

    def "rules may be piped in"() {
        given:
        answering(apply: APPLIED)
        terminal = FakeTerminal.piping(RULES)

        expect:
        typed('films label apply -').code() == 0
        useCases.calls == [['apply', new Command(RULES, false)]]
    }

    def "rules that can't be understood are a usage error"() {
        given:
        answering(apply: new BadRulesException('rule 3: there is no key `genre`: did you mean `genres`?'))

        expect:
        run('films', 'label', 'apply', file()) == new Ran(2, '', 'auth-cli: rule 3: there is no key `genre`: did you mean `genres`?\n')
    }

    def "a file that can't be read is told, and nobody is asked: #what"() {
        given:
        byte[] bytes = content
        terminal = FakeTerminal.piping(bytes)
        String named = name == '-' ? '-' : directory.resolve(name)
        if (name == 'rules.yaml') {
            file(name, bytes)
        }

        expect:
        run('films', 'label', 'apply', named) == new Ran(2, '', "auth-cli: ${name == '-' ? 'standard input' : "the file $named"} $said\n")
        !wired

        where:
        what            | name         | content                          || said
        'gone'          | 'gone.yaml'  | [] as byte[]                     || 'is not there'
        'a directory'   | '.'          | [] as byte[]                     || "can't be read"
        'not UTF-8'     | 'rules.yaml' | [0x61, 0xFC, 0x62] as byte[]     || 'is not UTF-8'
        'a pipe of not' | '-'          | [0x61, 0xFC, 0x62] as byte[]     || 'is not UTF-8'
        'far too long'  | 'rules.yaml' | new byte[1_000_001]              || 'is longer than any file of rules: 1000000 bytes'
        'an endless pipe' | '-'        | new byte[1_000_001]              || 'is longer than any file of rules: 1000000 bytes'
    }
}
