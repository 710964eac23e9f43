package io.cinema.auth.cli.output

import groovy.json.JsonSlurper
import java.time.Instant
import spock.lang.Specification

class JsonSpec extends Specification {

    private static String printed(Object document) {
        def out = new StringWriter()
        def writer = new PrintWriter(out)
        Json.print(writer, document)
        writer.flush()
        out.toString()
    }

    def "whatever is printed reads back"() {
        given:
        def document = new Document()
            .with('text', 'a"b\\c\n\u0000\u001b[31m 🦄 ü')
            .with('none', null)
            .with('list', [1, 2L, 8.5d, true, [], [:], ['deep']])
            .with('empty', '')
            .fields()

        expect:
        new JsonSlurper().parseText(printed(document)) == document
    }

    def "no control character leaves it bare"() {
        expect:
        !printed([a: (0..31).collect { it as char }.join('')]).findAll(/[\x00-\x09\x0b-\x1f]/)
    }

    def "times are RFC 3339 in UTC, and ids their text"() {
        given:
        def id = UUID.randomUUID()

        expect:
        new JsonSlurper().parseText(printed([at: Instant.parse('2026-01-31T12:00:00.123456Z'), id: id])) ==
            [at: '2026-01-31T12:00:00.123456Z', id: id.toString()]
    }

    def "fields keep their order"() {
        expect:
        printed(new Document().with('z', 1).with('a', 2).with('m', 3).fields()).findAll(/"\w"/) == ['"z"', '"a"', '"m"']
    }
}
