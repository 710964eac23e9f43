package io.cinema.auth.bootstrap.docs

import java.nio.file.Files
import spock.lang.Shared
import spock.lang.Specification

/** What docs/security.md says of OWASP ASVS 5.0.0 can be looked up: the tests that it names are there. */
class SecurityPageSpec extends Specification {
    /** All requirements of level 1, as the standard numbers them. */
    static final List<String> LEVEL_1 = '''
        1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.5.1 2.1.1 2.2.1 2.2.2 2.3.1 3.2.1 3.2.2 3.3.1 3.4.1 3.4.2 3.5.1 3.5.2 3.5.3 4.1.1 4.4.1
        5.2.1 5.2.2 5.3.1 5.3.2 6.1.1 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.3.1 6.3.2 6.4.1 6.4.2 7.2.1 7.2.2 7.2.3 7.2.4 7.4.1
        7.4.2 8.1.1 8.2.1 8.2.2 8.3.1 9.1.1 9.1.2 9.1.3 9.2.1 10.4.1 10.4.2 10.4.3 10.4.4 10.4.5 11.3.1 11.3.2 11.4.1 12.1.1 12.2.1 12.2.2
        13.4.1 14.2.1 14.3.1 15.1.1 15.2.1 15.3.1'''.tokenize()

    @Shared
    List<Map> rows = Files.readAllLines(Page.REPOSITORY.resolve('docs/security.md')).findAll { it.startsWith('| v5.0.0-') }
        .collect { line ->
            List<String> cells = line.split(/ \| /)*.replaceAll(/^\| | \|$/, '')
            [number: cells[0].replace('v5.0.0-', ''), level: cells[1], tests: tests(cells[3] ?: '')]
        }

    @Shared
    Map<String, String> specs = specs()

    def "all of level 1 is spoken of, each requirement once"() {
        expect:
        rows*.number.toSet().size() == rows.size()
        (rows.findAll { it.level == '1' }*.number as Set) == (LEVEL_1 as Set)
    }

    def "#test shows what it is said to"() {
        given:
        boolean there = specs.any { name, text -> name.endsWith("/${test[0]}.groovy") && text.contains("def \"${test[1]}\"()") }

        expect:
        there

        where:
        test << rows*.tests.collectMany { it }.unique()
    }

    def "what is met has something that shows it"() {
        given:
        String page = Files.readString(Page.REPOSITORY.resolve('docs/security.md'))
        String met = page.substring(page.indexOf('### Met'), page.indexOf('### Not met'))
        List<String> bare = rows.findAll { met.contains("| v5.0.0-$it.number |") && !it.tests }*.number

        expect:
        bare.empty
    }

    private static List<List<String>> tests(String cell) {
        (cell =~ /`(\w+)` "(.+?)"(?=, `|$)/).collect { [it[1], it[2]] }
    }

    private static Map<String, String> specs() {
        Map<String, String> found = [:]
        Page.walk(~/\w+(Spec|Contract)\.groovy/) { File file -> found[file.path] = file.text }
        found
    }
}
