package io.cinema.auth.bootstrap.hardening

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.bootstrap.fixture.Wire
import java.time.Duration
import java.util.zip.GZIPOutputStream
import spock.lang.Shared

/** Bodies that are not what a route wants, on every route that wants one. */
class BodiesSpec extends FunctionalSpec {
    static final List<List<String>> ROUTES = [
        ['POST', '/users', 'login'],
        ['POST', '/auth/login', 'login'],
        ['POST', '/auth/refresh', 'refresh_token'],
        ['PATCH', '/users/me', 'first_name'],
        ['PUT', '/users/me/password', 'new_password'],
        ['PUT', '/users/me/allowed-agents', 'allowed_agents'],
    ]

    @Shared
    Person person
    @Shared
    SignedIn device
    @Shared
    Map before

    def setup() {
        person = person ?: someone()
        device = device ?: person.signIn()
        before = before ?: service.stored()
    }

    def "#method #path refuses #what as malformed"() {
        when:
        Answer answer = device.api.send(method, path, body instanceof Closure ? body(property) : body)

        then:
        answer.status == 400
        answer.problem == 'malformed-request'
        answer.took < Duration.ofSeconds(3)
        service.stored() == before
        stillWorks()

        where:
        [[method, path, property], [what, body]] << [ROUTES, [
            ['an empty body', ''],
            ['spaces', '   '],
            ['no JSON', 'login=neo&password=x'],
            ['half an object', '{"login": "neo"'],
            ['null', 'null'],
            ['a list', '[]'],
            ['a list of an object', '[{"login": "neo"}]'],
            ['a text', '"neo"'],
            ['a number', '5'],
            ['true', 'true'],
            ['two values', '{} {}'],
            ['a value and a word', '{}x'],
            ['a trailing comma', { "{\"$it\": \"neo neo\",}" }],
            ['single quotes', { "{'$it': 'neo neo'}" }],
            ['no quotes', { "{$it: \"neo neo\"}" }],
            ['a comment', { "{/* hi */ \"$it\": \"neo neo\"}" }],
            ['a name twice', { "{\"$it\": \"neo neo\", \"$it\": \"neo neo\"}" }],
            ['a raw line break in a text', { "{\"$it\": \"neo\nneo\"}" }],
            ['a raw NUL in a text', { "{\"$it\": \"neo\u0000neo\"}" }],
            ['a bad escape', { "{\"$it\": \"neo\\x00\"}" }],
            ['NaN', { "{\"$it\": NaN}" }],
            ['a leading zero', { "{\"$it\": 012}" }],
            ['a number', { "{\"$it\": 12345678}" }],
            ['a huge exponent', { "{\"$it\": 1e999999999}" }],
            ['a thousand digits', { "{\"$it\": ${'9' * 1000}}" }],
            ['a truth', { "{\"$it\": true}" }],
            ['an object', { "{\"$it\": {}}" }],
            ['bytes that are not UTF-8', { [*"{\"$it\": \"".bytes, -1, -2, *'"}'.bytes] as byte[] }],
            ['an overlong UTF-8 form', { [*"{\"$it\": \"".bytes, -64, -81, *'"}'.bytes] as byte[] }],
            ['a surrogate in UTF-8', { [*"{\"$it\": \"".bytes, -19, -96, -128, *'"}'.bytes] as byte[] }],
            ['UTF-16', { "{\"$it\": \"neo neo\"}".toString().getBytes('UTF-16') }],
            ['30,000 lists in each other', '[' * 30_000],
            ['10,000 objects in each other', '{"a":' * 10_000],
            ['a deep value', { "{\"$it\": ${'[' * 20_000}${']' * 20_000}}" }],
        ]].combinations()
    }

    def "#method #path refuses text that nobody should see: #what"() {
        when:
        Answer answer = device.api.send(method, path, "{\"$property\": ${list ? '[' : ''}\"a good beginning $escaped and end\"${list ? ']' : ''}}".toString())

        then:
        answer.status == (path == '/auth/refresh' ? 401 : 422)
        path == '/auth/refresh' || answer.errors[property] == 'unsafe_text'
        service.stored() == before
        stillWorks()

        where:
        [[method, path, property], [what, escaped]] << [ROUTES, [
            ['NUL', '\\u0000'],
            ['a lone high surrogate', '\\uD800'],
            ['a lone low surrogate', '\\uDC00 x'],
            ['surrogates the wrong way round', '\\uDC00\\uD800'],
            ['a bidi override', '\\u202E'],
            ['a bidi isolate', '\\u2066'],
            ['a right-to-left mark', '\\u200F'],
            ['escape', '\\u001B[31m'],
            ['a line break', '\\n'],
            ['a line separator', '\\u2028'],
            ['no character at all', '\\uFFFF'],
            ['next line', '\\u0085'],
        ]].combinations()
        list = path.endsWith('agents')
    }

    def "#method #path refuses #type"() {
        when:
        Answer answer = device.api.send(method, path, "{\"$property\": \"neo neo neo\"}".toString(), type)

        then:
        answer.status == 415
        answer.problem == 'unsupported-media-type'
        service.stored() == before
        stillWorks()

        where:
        [[method, path, property], type] << [ROUTES, ['text/plain', 'application/x-www-form-urlencoded',
            'multipart/form-data; boundary=x', 'application/xml', 'text/json', 'application/octet-stream', 'nonsense', null]]
            .combinations()
    }

    def "a charset beside the content type does no harm"() {
        expect:
        device.api.send('PUT', '/users/me/allowed-agents', [allowed_agents: []], 'application/json; charset=utf-8').status == 200
    }

    def "#method #path refuses a property that it does not know, by its name made harmless"() {
        when:
        Answer answer = device.api.send(method, path, [('<script>' + 'x' * 100): 1])

        then:
        answer.status == 422
        answer.errors == [('?script?' + 'x' * 56): 'unknown']
        service.stored() == before

        where:
        [method, path, property] << ROUTES
    }

    def "#method #path refuses 11 MB, #how, and fast"() {
        when:
        Answer answer = Wire.exchange(service) { out ->
            out.write("$method /api/v1$path HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer $device.access\r\n$header\r\n\r\n".bytes)
            11.times {
                out.write(chunked ? "100000\r\n".bytes : new byte[0])
                out.write(('a' * 0x100000).bytes)
                out.write(chunked ? "\r\n".bytes : new byte[0])
            }
            out.write(chunked ? "0\r\n\r\n".bytes : new byte[0])
            out.flush()
        }

        then:
        answer.status == 413
        answer.problem == 'payload-too-large'
        answer.took < Duration.ofSeconds(5)
        service.stored() == before
        stillWorks()

        where:
        [[method, path, property], [how, header]] << [ROUTES, [
            ['announced', "Content-Type: application/json\r\nContent-Length: ${11 * 0x100000}"],
            ['in chunks', "Content-Type: application/json\r\nTransfer-Encoding: chunked"],
        ]].combinations()
        chunked = how == 'in chunks'
    }

    def "a body just #what 64 KB is #outcome"() {
        given:
        String head = '{"refresh_token": "'
        String body = head + 'x' * (size - head.length() - 2) + '"}'

        expect:
        api.send('POST', '/auth/refresh', body).status == status

        where:
        what    | size            || status
        'below' | 64 * 1024       || 401
        'above' | 64 * 1024 + 1   || 413
        outcome = status == 413 ? 'refused for its size' : 'read'
    }

    def "a compressed bomb is refused, and fast"() {
        given:
        ByteArrayOutputStream bomb = new ByteArrayOutputStream()
        new GZIPOutputStream(bomb).withCloseable { out ->
            byte[] megabyte = new byte[0x100000]
            50.times { out.write(megabyte) }
        }

        when:
        Answer answer = device.api.with('Content-Encoding', 'gzip').send('POST', '/auth/login', bomb.toByteArray())

        then:
        answer.status in [400, 413, 415]
        answer.took < Duration.ofSeconds(3)
        stillWorks()
    }

    def "100,000 lists in each other are refused, and fast, before they are read"() {
        when:
        Answer answer = device.api.send('POST', '/auth/login', '[' * 100_000)

        then:
        answer.status == 413
        answer.took < Duration.ofSeconds(3)
        stillWorks()
    }

    def "many names with one hash cost no time"() {
        given:
        List<String> colliding = (0..<2048).collect { i ->
            (0..<11).collect { bit -> (i >> bit) & 1 ? 'Aa' : 'BB' }.join('')
        }

        expect:
        Answer answer = api.send('POST', '/auth/login', '{' + colliding.collect { "\"$it\":1" }.join(',') + '}')
        answer.status == 422
        answer.took < Duration.ofSeconds(3)
    }

    private boolean stillWorks() {
        device.standing() == 'ok'
    }
}
