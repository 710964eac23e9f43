package io.cinema.auth.bootstrap.hardening

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
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
        ['POST', '/auth/mfa', 'mfa_token'],
        ['POST', '/auth/mfa/totp', 'mfa_token'],
        ['POST', '/auth/mfa/totp/confirm', 'mfa_token'],
        ['POST', '/users/me/totp', 'password'],
        ['POST', '/users/me/totp/confirm', 'code'],
        ['DELETE', '/users/me/totp', 'code'],
        ['POST', '/users/me/recovery-codes', 'code'],
        ['POST', '/access/check', 'user_id'],
        ['POST', '/roles', 'description'],
        ['PUT', '/roles/{id}', 'description'],
    ]

    static final List<List<String>> UNSAFE = [
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
    ]

    /** Property of an object in the body, what stands before the text and behind it, and the rule that is told. */
    static final List<List<String>> WORDS = [
        ['POST', '/roles', 'role_name', '{"permission_set": [], "role_name": "a', 'b"}', 'bad_name'],
        ['PUT', '/roles/{id}', 'permission_set', '{"role_name": "a", "permission_set": ["films:read", "films:a', 'b"]}', 'bad_permission'],
        ['POST', '/roles', 'permission_set', '{"role_name": "a", "permission_set": ["films', ':read"]}', 'bad_permission'],
        ['POST', '/access/check', 'checks[1].label', '{"checks": [{"label": "public"}, {"label": "a', 'b"}]}', 'bad_label'],
        ['POST', '/access/check', 'checks[0].permission', '{"checks": [{"permission": "films:a', 'b"}]}', 'bad_permission'],
    ]

    /** May call every route: a permission that lacks is told before a body is looked at. */
    @Shared
    SignedIn device
    @Shared
    SignedIn plain
    @Shared
    String role
    @Shared
    Map before

    def setup() {
        device = device ?: staff.superuser()
        plain = plain ?: someone().signIn()
        role = role ?: staff.role('films:read')
        before = before ?: service.stored()
    }

    def "#method #path refuses #what as malformed"() {
        when:
        Answer answer = device.api.send(method, at(path), body instanceof Closure ? body(property) : body)

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
        ]].combinations().findAll { route, bad ->
            // Nothing sent is nothing said: what is missing is named.
            !(route.take(2) == ['DELETE', '/users/me/totp'] && bad[0] == 'an empty body')
        }
    }

    def "#method #path refuses text that nobody should see: #what"() {
        when:
        Answer answer = device.api.send(method, at(path), "{\"$property\": ${list ? '[' : ''}\"a good beginning $escaped and end\"${list ? ']' : ''}}".toString())

        then:
        answer.status == (path == '/auth/refresh' ? 401 : 422)
        path == '/auth/refresh' || answer.errors[property] == [user_id: 'bad_id', code: 'bad_code'].getOrDefault(property, 'unsafe_text')
        service.stored() == before
        stillWorks()

        where:
        [[method, path, property], [what, escaped]] << [ROUTES, UNSAFE].combinations()
        list = path.endsWith('agents')
    }

    def "#method #path has a rule of its own for #property, which lets nothing of this in: #what"() {
        when:
        Answer answer = device.api.send(method, at(path), "$head$escaped$tail".toString())

        then:
        answer.status == 422
        answer.errors == [(property): rule]
        service.stored() == before

        where:
        [[method, path, property, head, tail, rule], [what, escaped]] << [WORDS, UNSAFE + [
            ['a space', ' '], ['a capital', 'A'], ['an umlaut', 'ä'], ['a full-width letter', '\uFF41'], ['a Cyrillic look-alike', '\u0430'],
            ['a zero-width space', '\u200B'], ['a quote', "'"], ['a wildcard', '*'], ['a percent sign', '%'], ['10,000 characters', 'x' * 10_000],
        ]].combinations()
    }

    def "#method #path tells who may not call it just that, whatever they send: #what"() {
        when:
        Answer answer = plain.api.send(method, at(path), body)

        then:
        answer.problem == 'forbidden'
        answer.errors == [:]
        service.stored() == before

        where:
        [[method, path], [what, body]] << [ROUTES.findAll { it[1].startsWith('/roles') }, [
            ['nothing', null], ['an empty body', ''], ['no JSON', 'x'], ['null', 'null'], ['a list', '[]'], ['two values', '{} {}'],
            ['a name twice', '{"role_name": "a", "role_name": "a"}'], ['a property of nobody', '{"x": 1}'], ['wrong types', '{"role_name": [], "permission_set": 1}'],
            ['30,000 lists in each other', '[' * 30_000], ['a role that takes everything', '{"role_name": "a", "permission_set": ["*"]}'],
            ['almost 64 KB', '{"role_name": "' + 'a' * 65_000 + '"}'],
        ]].combinations()
    }

    def "200 checks that are #what are refused, each by its place, and fast"() {
        when:
        Answer answer = device.api.send('POST', '/access/check', "{\"checks\": [${([check] * 200).join(',')}]}".toString())

        then:
        answer.status == status
        answer.errors.size() == told
        answer.errors.keySet().every { it ==~ /checks\[\d+].*/ }
        answer.took < Duration.ofSeconds(3)
        stillWorks()

        where:
        what                        | check                                      || status | told
        'empty'                     | '{}'                                       || 422    | 200
        'both'                      | '{"label": "public", "permission": "a:b"}' || 422    | 200
        'nulls inside'              | '{"label": null, "permission": null}'      || 422    | 200
        'of an unknown kind'        | '{"role": "admin"}'                        || 422    | 100
        'permissions of nothing'    | '{"permission": "::"}'                     || 422    | 200
        'permissions of 200 colons' | '{"permission": "' + 'a:' * 130 + 'a"}'    || 422    | 200
        'lists'                     | '[]'                                       || 400    | 0
        'lists of checks'           | '[{"label": "public"}]'                    || 400    | 0
        'null'                      | 'null'                                     || 400    | 0
        'texts'                     | '"public"'                                 || 400    | 0
        'labels of lists'           | '{"label": ["public"]}'                    || 400    | 0
        'labels of objects'         | '{"label": {"label": "public"}}'           || 400    | 0
        'permissions of numbers'    | '{"permission": 1e400}'                    || 400    | 0
        'the same property twice'   | '{"label": "public", "label": "public"}'   || 400    | 0
        '100 lists in each other'   | '[' * 100 + ']' * 100                      || 400    | 0
    }

    def "a body of 64 KB of checks is read and refused, and fast"() {
        given:
        String one = '{"label":"public"}'
        int many = (64 * 1024 - '{"checks":[]}'.length()).intdiv(one.length() + 1)

        when:
        Answer answer = device.api.send('POST', '/access/check', "{\"checks\":[${([one] * many).join(',')}]}".toString())

        then:
        answer.errors == [checks: 'too_many']
        answer.took < Duration.ofSeconds(3)
        stillWorks()
    }

    def "a role of 500 permissions, of #length characters each, is #outcome"() {
        given:
        List<String> permissions = (1..500).collect { i -> permission(i, length) }

        when:
        Answer answer = device.api.post('/roles', [role_name: "role-${UUID.randomUUID()}".toString(), permission_set: permissions])

        then:
        answer.status == status
        status == 413 || answer.json.permission_set == permissions.toSorted()
        answer.took < Duration.ofSeconds(3)

        cleanup:
        answer?.status != 201 || device.api.delete("/roles/$answer.json.id")
        before = service.stored()

        where:
        length || status | outcome
        120    || 201    | 'stored'
        256    || 413    | 'larger than a body may be'
    }

    def "#method #path refuses #type"() {
        when:
        Answer answer = device.api.send(method, at(path), "{\"$property\": \"neo neo neo\"}".toString(), type)

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
        Answer answer = device.api.send(method, at(path), [('<script>' + 'x' * 100): 1])

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
            out.write("$method /api/v1${at(path)} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer $device.access\r\n$header\r\n\r\n".bytes)
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

    def "#method #path refuses 100,000 lists in each other, and fast, before they are read"() {
        when:
        Answer answer = device.api.send(method, at(path), '[' * 100_000)

        then:
        answer.status == 413
        answer.took < Duration.ofSeconds(3)
        stillWorks()

        where:
        [method, path] << ROUTES*.take(2)
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

    private String at(String path) {
        path.replace('{id}', role)
    }

    private static String permission(int number, int length) {
        // A word has at most 64 characters.
        String words = "films:" + (['x' * 60] * 5).join(':')
        words.take(length - 5) + ":a$number".padRight(5, 'x').take(5)
    }

    private boolean stillWorks() {
        device.standing() == 'ok'
    }
}
