package io.cinema.auth.cli.output

import java.time.Instant
import picocli.CommandLine.Help.Ansi
import spock.lang.Specification

class TableSpec extends Specification {

    private static List<String> printed(Table table, Ansi ansi = Ansi.OFF) {
        def out = new StringWriter()
        def writer = new PrintWriter(out)
        table.print(writer, ansi)
        writer.flush()
        out.toString().readLines()
    }

    def "columns are as wide as their widest cell, on the screen"() {
        expect:
        printed(new Table('A', 'B').row('x', 1).row('日本', 2).row('e\u0301e', 3).row('🦄', 4)) == [
            'A     B', 'x     1', '日本  2', 'e\u0301e    3', '🦄    4']
    }

    def "nothing is cut, and no line ends in spaces"() {
        given:
        def wide = 'x' * 500

        expect:
        printed(new Table('A', 'B').row(wide, '').row('y', wide)) == [
            'A' + ' ' * 501 + 'B', wide + '  -', 'y' + ' ' * 501 + wide]
    }

    def "#value is shown as #shown"() {
        expect:
        printed(new Table('A').row([value] as Object[])).last() == shown

        where:
        value                                        || shown
        null                                         || '-'
        ''                                           || '-'
        []                                           || '-'
        ['a', 'b']                                   || 'a, b'
        true                                         || 'yes'
        false                                        || 'no'
        Instant.parse('2026-01-31T12:00:00.123456Z') || '2026-01-31T12:00:00Z'
        'a\u001b[31mb\nc\u2028d\u202ee\u0000'        || 'a?[31mb?c?d?e?'
    }

    def "only the header is bold, and only where there are colours"() {
        given:
        def table = new Table('A').row('@|red not markup|@')

        expect:
        with(printed(table, Ansi.ON)) {
            it[0] ==~ /\u001b\[1mA(\u001b\[\d+m)+/
            it[1] == '@|red not markup|@'
        }
        printed(table, Ansi.OFF) == ['A', '@|red not markup|@']
    }

    def "a row has as many cells as the header"() {
        when:
        new Table('A', 'B').row('x')

        then:
        thrown(IllegalArgumentException)
    }
}
