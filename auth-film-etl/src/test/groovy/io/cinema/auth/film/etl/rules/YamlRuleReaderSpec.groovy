package io.cinema.auth.film.etl.rules

import io.cinema.auth.domain.access.ContentLabel
import io.cinema.auth.film.etl.label.BadRulesException
import io.cinema.auth.film.etl.label.LabelRule
import java.time.LocalDate
import spock.lang.Specification
import spock.lang.Timeout

class YamlRuleReaderSpec extends Specification {
    private static final READER = new YamlRuleReader()

    private static LabelRule rule(Map<String, Object> more = [:], String label) {
        new LabelRule(new ContentLabel(label), (more.genres ?: []) as Set, more.ratedFrom as Double, more.ratedBelow as Double,
            more.from as LocalDate, more.before as LocalDate)
    }

    private static LocalDate day(String text) {
        LocalDate.parse(text)
    }

    private static String refusal(String text) {
        try {
            READER.read(text)
            throw new AssertionError('was read')
        } catch (BadRulesException refused) {
            refused.message
        }
    }

    def "rules come in their order"() {
        expect:
        READER.read('''\
            # What is old is for everybody.
            - label: public
              released_before: 1970-01-01
            - label: subscription
              genres: [Action, Thriller/Suspense]
              rating_from: 7.5
              rating_below: 9
            - {label: "kids", genres: Musical, released_from: '2000-02-29'}
            - label: registered
            '''.stripIndent()) == [
            rule('public', before: day('1970-01-01')),
            rule('subscription', genres: ['Action', 'Thriller/Suspense'], ratedFrom: 7.5, ratedBelow: 9),
            rule('kids', genres: ['Musical'], from: day('2000-02-29')),
            rule('registered')]
    }

    def "the example of the documentation is understood"() {
        given:
        String page = new File('../docs/command-line.md').text
        String example = (page =~ /(?s)```yaml.*?\n(.*?)```/)[0][1]

        expect:
        READER.read(example) == [
            rule('public', before: day('1970-01-01')),
            rule('subscription', genres: ['Action', 'Adventure'], ratedFrom: 7),
            rule('registered')]
    }

    def "a list of genres may be written once and named again"() {
        expect:
        READER.read('''\
            - {label: a, genres: &loud [Action, War], rating_from: 8}
            - {label: b, genres: *loud}
            '''.stripIndent())*.genres() == [['Action', 'War'] as Set] * 2
    }

    def "bounds: #line"() {
        expect:
        READER.read("- {label: a, $line}") == [expected]

        where:
        line                                        || expected
        'rating_from: 0'                            || rule('a', ratedFrom: 0)
        'rating_from: 10'                           || rule('a', ratedFrom: 10)
        'rating_below: 10.0'                        || rule('a', ratedBelow: 10)
        'rating_below: 0.1'                         || rule('a', ratedBelow: 0.1)
        'rating_from: 6.9, rating_below: 7'         || rule('a', ratedFrom: 6.9, ratedBelow: 7)
        'released_from: 0001-01-01'                 || rule('a', from: day('0001-01-01'))
        'released_from: 1999-12-31, released_before: 2000-01-01' || rule('a', from: day('1999-12-31'), before: day('2000-01-01'))
    }

    def "the second rule is refused: #body"() {
        expect:
        refusal("- {label: first, genres: Drama}\n- $body\n") == "rule 2: $said"

        where:
        body                                            || said
        'genres: Action'                                || 'has no `label`'
        '{label: a, genre: Action}'                     || 'there is no key `genre`: did you mean `genres`?'
        '{label: a, rating_form: 7}'                    || 'there is no key `rating_form`: did you mean `rating_from`?'
        '{Label: a}'                                    || 'there is no key `Label`: did you mean `label`?'
        '{label: a, x: 1}'                              || 'there is no key `x`; there are label, genres, rating_from, rating_below, released_from, released_before'
        '{label: a, [b]: 1}'                            || 'has a key that is no word'
        "{label: a, ${'y' * 50}: 1}"                    || "there is no key `${'y' * 40}…`; there are label, genres, rating_from, rating_below, released_from, released_before"
        '{label: a, <<: {genres: Drama}}'               || 'there is no key `<<`; there are label, genres, rating_from, rating_below, released_from, released_before'
        '{label: a, label: b}'                          || 'has `label` twice'
        '{label: Action}'                               || '`label` must be a lower-case word of letters, digits, dashes and underscores'
        '{label: a b}'                                  || '`label` must be a lower-case word of letters, digits, dashes and underscores'
        '{label: 7}'                                    || '`label` must be a word'
        '{label: true}'                                 || '`label` must be a word'
        '{label: }'                                     || '`label` must be a word'
        "{label: ' '}"                                  || '`label` must be a word'
        '{label: [a]}'                                  || '`label` must be a word'
        '{label: a, genres: }'                          || '`genres` must be words'
        '{label: a, genres: []}'                        || '`genres` must name at least one; leave it out for any'
        '{label: a, genres: [Action, 9]}'               || '`genres` must be words'
        "{label: a, genres: [Action, '']}"              || '`genres` must be words'
        '{label: a, genres: [[Action]]}'                || '`genres` must be words'
        '{label: a, genres: {b: c}}'                    || '`genres` must be words'
        '{label: a, rating_from: high}'                 || '`rating_from` must be a number from 0 to 10'
        '{label: a, rating_from: "7"}'                  || '`rating_from` must be a number from 0 to 10'
        '{label: a, rating_from: [7]}'                  || '`rating_from` must be a number from 0 to 10'
        '{label: a, rating_from: }'                     || '`rating_from` must be a number from 0 to 10'
        '{label: a, rating_from: -0.1}'                 || '`rating_from` must be a number from 0 to 10'
        '{label: a, rating_from: 10.1}'                 || '`rating_from` must be a number from 0 to 10'
        '{label: a, rating_below: .inf}'                || '`rating_below` must be a number from 0 to 10'
        '{label: a, rating_below: .nan}'                || '`rating_below` must be a number from 0 to 10'
        '{label: a, rating_below: 0}'                   || '`rating_below` must be above 0, as no film is rated lower'
        '{label: a, rating_from: 7, rating_below: 7.0}' || '`rating_from` must be below `rating_below`, or no film can match'
        '{label: a, released_from: 1970}'               || '`released_from` must be a day such as 1999-12-31'
        '{label: a, released_from: 1970-1-1}'           || '`released_from` must be a day such as 1999-12-31'
        '{label: a, released_from: 2023-02-29}'         || '`released_from` must be a day such as 1999-12-31'
        '{label: a, released_before: [2023-02-28]}'     || '`released_before` must be a day such as 1999-12-31'
        '{label: a, released_from: 2000-01-01, released_before: 2000-01-01}' || '`released_from` must be below `released_before`, or no film can match'
        'public'                                        || 'must be made of keys and values, such as `label: subscription`'
        '[label, a]'                                    || 'must be made of keys and values, such as `label: subscription`'
        '!!java.net.URL {label: a}'                     || 'must be made of keys and values, such as `label: subscription`'
        '{label: !secret a}'                            || '`label` must be a word'
    }

    def "a rule behind one that takes every film can never be reached"() {
        expect:
        refusal('- {label: a, genres: Drama}\n- label: b\n- label: c\n') ==
            'rule 3: can never be reached, as rule 2 has no conditions and takes every film'
    }

    def "it is no list of rules: #text"() {
        expect:
        refusal(text) == said

        where:
        text                    || said
        ''                      || 'there is no rule in the file'
        '# only a comment'      || 'there is no rule in the file'
        '[]'                    || 'there is no rule in the file'
        'label: public'         || 'the file must be a list of rules, each starting with a dash'
        'public'                || 'the file must be a list of rules, each starting with a dash'
        '!!set [a]'             || 'the file must be a list of rules, each starting with a dash'
    }

    def "what is no YAML is refused with its place: #text"() {
        expect:
        refusal(text) ==~ said

        where:
        text                                || said
        '- label: a\n  genres: [b\n'        || /line 3, column 1: this is no YAML: .*/
        '- label: a\n\tgenres: b\n'         || /line 2, column 1: this is no YAML: .*/
        '- label: "a\n'                     || /line 2, column 1: this is no YAML: .*/
        '- label: *gone\n'                  || /line 1, column 10: this is no YAML: found undefined alias gone/
        '- label: a\n---\n- label: b\n'     || /line 2, column 1: this is no YAML: .*/
        '# 🎬\n- label: 🎬\u0007\n'         || /line 2, column 11: this is no YAML: it holds a character that nobody sees/
        '%YAML 3.0\n---\n- label: b\n'      || /this is no YAML: .*/
    }

    @Timeout(5)
    def "a file that would eat the machine is refused: #attack"() {
        expect:
        refusal(text) =~ said

        where:
        attack          | text                                                                              || said
        'a long one'    | '- label: a # ' + 'x' * 100_000                                                   || /^the file is longer than 100000 characters$/
        'a deep one'    | '[' * 50_000                                                                      || /^line 1, column 11: lists stand in lists too deep$/
        'a deep map'    | '{a: ' * 20_000                                                                   || /too deep$/
        'many laughs'   | '- &a0 [lol]\n' + (1..60).collect { "- &a$it [${(["*a${it - 1}"] * 9).join(',')}]\n" }.join('') || /^this is no YAML: .*aliases/
        'one is itself' | '- &me [*me]\n'                                                                   || /^rule 1: must be made of keys and values/
        'its own genre' | '- {label: a, genres: &me [*me]}\n'                                               || /^rule 1: `genres` must be words/
    }
}
