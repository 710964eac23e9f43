package io.cinema.auth.adapter.rest.social

import io.cinema.auth.adapter.rest.json.Fields
import io.cinema.auth.adapter.rest.problem.ProblemException
import spock.lang.Specification

class RedirectUriFieldSpec extends Specification {
    private final fields = new Fields()

    def "an absolute address is taken as it stands: #uri"() {
        given:
        def read = RedirectUriField.read(fields, uri)

        when:
        fields.check()

        then:
        read.orNull() == URI.create(uri)
        read.orNull().toString() == uri

        where:
        uri << ['https://cinema.example.com/signed-in', 'http://127.0.0.1:4711/cb?x=%2F', 'com.example.cinema:/cb', 'https://e/#f']
    }

    def "none is none"() {
        expect:
        RedirectUriField.read(fields, null).orNull() == null
    }

    def "this is no address: #what"() {
        given:
        def _ = RedirectUriField.read(fields, uri)

        when:
        fields.check()

        then:
        ProblemException refused = thrown()
        refused.errors().collect { [it.field(), it.rule()] } == [['redirect_uri', rule]]
        uri.empty || !refused.errors().first().message().contains(uri)

        where:
        what              | uri                        || rule
        'nothing'         | ''                         || 'bad_uri'
        'a path'          | '/signed-in'               || 'bad_uri'
        'no scheme'       | '//evil.example.com/'      || 'bad_uri'
        'a word'          | 'somewhere'                || 'bad_uri'
        'a space in it'   | 'https://a b/'             || 'bad_uri'
        'a broken escape' | 'https://a/%zz'            || 'bad_uri'
        'a backslash'     | 'https://a\\b'             || 'bad_uri'
        'a line break'    | 'https://a/\r\nX: y'       || 'unsafe_text'
        'too much'        | 'https://a/' + 'x' * 2_000 || 'too_long'
    }
}
