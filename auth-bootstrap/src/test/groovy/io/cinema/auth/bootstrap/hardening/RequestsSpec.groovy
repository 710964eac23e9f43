package io.cinema.auth.bootstrap.hardening

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.bootstrap.fixture.Wire
import io.cinema.auth.bootstrap.token.RoutesSpec
import java.time.Duration
import spock.lang.Shared

/** Addresses, methods and headers that are not what they should be. */
class RequestsSpec extends FunctionalSpec {
    static final String ID = RoutesSpec.ID
    static final List<String> NO_IDS = ['%00', 'me%00', 'me%2Fpassword', '%ff', '%zz', '%', '%2e%2e', '%2e%2e%2fusers', '..%5cusers',
        '../roles', '../users', '%252e%252e', '.', '%20', '%0d%0aX:%20y', ';admin=true', '*', '-1', 'x' * 4000, '0' * 36,
        ID.replace('-', ''), "{$ID}", '%EF%BC%90' * 36, "$ID%00"]*.toString()

    @Shared
    SignedIn chief
    Person person = someone()
    SignedIn device = person.signIn()

    def setup() {
        chief = chief ?: staff.superuser()
    }

    def "#path is unknown, with a token and without"() {
        expect:
        api.get(path).problem == 'not-found'
        device.api.get(path).problem == 'not-found'

        where:
        path << ['/nothing', '/users/me/nothing', '/auth', '/access', '/roles/you/users', '/users/you/nothing', '/users/you/roles',
            '/users/you/roles/critic/x', '/audit-events/1', '//', '//api', '//api/v1', '//api/v2/users/me',
            '//problems/nothing', '//.well-known/nothing', '//favicon.ico',
            '//docs/nothing.js']
    }

    def "the path #path leads nowhere else"() {
        expect:
        Wire.request(service, 'GET', path, ["Authorization: Bearer $device.access"]).status in [400, 404]

        where:
        path << ['/api/v1/users/me/../../../../etc/passwd', '/docs/../application.yml', '/docs/..%2f..%2f..%2fapplication.yml',
            '/docs/%2e%2e/%2e%2e/%2e%2e/%2e%2e/logback.xml', '/problems/..%2f..%2fapplication', '/docs//etc/passwd',
            '/api/v1/users/me/%00', '/api/v1/users/%', '/api/v1/users/%zz', '/%c0%ae%c0%ae/',
            '/api/v1/users/me;admin=true/x', '/problems/' + 'x' * 2000]
    }

    def "what is no id is nobody's under #place, and leads nowhere else"() {
        given:
        Map before = service.stored()

        expect:
        NO_IDS.each { id ->
            assert Wire.request(service, 'GET', place + id, ["Authorization: Bearer $device.access"]).status in [400, 403, 404, 405]: id
            ['GET', 'PUT', 'DELETE'].each { method ->
                assert Wire.request(service, method, place + id, ["Authorization: Bearer $chief.access"]).status in [400, 404, 405]: "$method $id"
            }
        }
        service.stored() == before

        where:
        place << ['/api/v1/roles/', '/api/v1/users/', "/api/v1/users/$ID/roles/"]
    }

    def "GET #path with #what in its query is refused"() {
        when:
        Answer answer = Wire.request(service, 'GET', "/api/v1$path?$query", ["Authorization: Bearer $chief.access"])

        then:
        answer.status in statuses
        answer.took < Duration.ofSeconds(3)
        chief.standing() == 'ok'

        where:
        [path, [what, query, statuses]] << [['/users', '/audit-events'], [
            ['100 KB', 'query=' + 'x' * 100_000 + '&action=' + 'x' * 100_000, [414, 431]],
            ['100 KB of ampersands', '&' * 100_000, [414, 431]],
            ['300 cursors', (['cursor=x'] * 300).join('&'), [422]],
            ['a limit of words', 'limit=ten', [422]],
            ['a limit of a thousand digits', 'limit=' + '9' * 1000, [422]],
            ['a limit beside an int', 'limit=4294967297', [422]],
            ['half a limit', 'limit=1.5', [422]],
            ['two limits', 'limit=1&limit=1000', [422]],
            ['NUL', 'query=a%00&action=a%00', [422]],
            ['CR and LF', 'query=a%0d%0ab&action=a%0d%0ab', [422]],
            ['ANSI', 'query=%1B%5B31m&action=%1B%5B31m', [422]],
            ['a bidi override', 'query=%E2%80%AE&action=%E2%80%AE', [422]],
            ['bytes that are not UTF-8', 'query=%ff%fe&action=%ff%fe', [200, 422]],
            ['a broken escape', 'query=%zz&action=%zz', [400]],
        ]].combinations()
    }

    def "#method #path is not allowed, and the answer says what is"() {
        when:
        Answer answer = device.api.send(method, path, null)

        then:
        answer.status == 405
        answer.problem == 'method-not-allowed'
        answer.header('Allow')?.split(/,\s*/)?.toList()?.containsAll(allowed)

        where:
        method   | path                       || allowed
        'DELETE' | '/users'                   || ['GET', 'POST']
        'PUT'    | "/users/$ID"               || ['GET']
        'DELETE' | "/users/$ID"               || ['GET']
        'GET'    | "/users/$ID/disable"       || ['POST']
        'DELETE' | "/users/$ID/disable"       || ['POST']
        'PUT'    | "/users/$ID/enable"        || ['POST']
        'GET'    | "/users/$ID/sessions"      || ['DELETE']
        'DELETE' | "/users/$ID/logins"        || ['GET']
        'PUT'    | "/users/$ID/permissions"   || ['GET']
        'POST'   | "/users/$ID/roles/$ID"     || ['PUT', 'DELETE']
        'DELETE' | '/roles'                   || ['GET', 'POST']
        'PATCH'  | "/roles/$ID"               || ['GET', 'PUT', 'DELETE']
        'GET'    | '/access/check'            || ['POST']
        'POST'   | '/audit-events'            || ['GET']
        'DELETE' | '/audit-events'            || ['GET']
        'PUT'    | '/users/me/permissions'    || ['GET']
        'GET'    | '/auth/login'              || ['POST']
        'PUT'    | '/auth/refresh'            || ['POST']
        'GET'    | '/auth/logout'             || ['POST']
        'DELETE' | '/users/me'                || ['GET', 'PATCH']
        'POST'   | '/users/me'                || ['GET', 'PATCH']
        'GET'    | '/users/me/password'       || ['PUT']
        'PATCH'  | '/users/me/password'       || ['PUT']
        'POST'   | '/users/me/logins'         || ['GET']
        'PUT'    | '/users/me/sessions'       || ['GET', 'DELETE']
        'DELETE' | '/users/me/allowed-agents' || ['GET', 'PUT']
        'TRACE'  | '/users/me'                || ['GET', 'PATCH']
        'BREW'   | '/users/me'                || ['GET', 'PATCH']
    }

    def "HEAD #path is answered as GET is, without a body"() {
        when:
        Answer answer = device.api.send('HEAD', path, null)

        then:
        answer.status == 200
        answer.bytes.length == 0
        api.send('HEAD', path, null).status == 401

        where:
        path << ['/users/me', '/users/me/sessions']
    }

    def "HEAD #path needs the permission that GET needs"() {
        given:
        Answer answer = chief.api.send('HEAD', path, null)

        expect:
        answer.status == 200
        answer.bytes.length == 0
        device.api.send('HEAD', path, null).status == 403
        api.send('HEAD', path, null).status == 401

        where:
        path << ['/roles', '/users', '/audit-events']
    }

    def "an answer that nobody asked for is not sent: Accept: #accept"() {
        when:
        Answer answer = device.api.with('Accept', accept).get('/users/me')

        then:
        answer.status == 406
        answer.problem == 'not-acceptable'

        where:
        accept << ['text/html', 'image/png', 'application/xml']
    }

    def "Accept: #accept gets JSON"() {
        expect:
        device.api.with('Accept', accept).get('/users/me').status == 200

        where:
        accept << ['*/*', 'application/json', 'text/html, application/json;q=0.5', 'text/html,*/*;q=0.1']
    }

    def "errors come as problems to whoever accepts #accept"() {
        expect:
        api.with('Accept', accept).get('/users/me').problem == 'token-missing'
        api.with('Accept', accept).get('/nothing').problem == 'not-found'

        where:
        accept << ['application/json', 'application/json, application/problem+json', '*/*']
    }

    def "#what is refused as a problem, and the next request is answered"() {
        when:
        Answer answer = Wire.send(service, request.replace('\n', '\r\n').getBytes('ISO-8859-1'))

        then:
        answer.status in statuses
        device.standing() == 'ok'

        where:
        what                          | statuses  | request
        'a request line of words'     | [400]     | 'hello there server\n\n'
        'a header without a colon'    | [400]     | 'GET /api/v1/users/me HTTP/1.1\nHost: x\nhello\n\n'
        'a header name with a space'  | [400]     | 'GET /api/v1/users/me HTTP/1.1\nHost: x\nX Y: z\n\n'
        'a header with a space before the colon' | [400] | 'GET /api/v1/users/me HTTP/1.1\nHost: x\nAuthorization : Bearer x\n\n'
        'a content length of words'   | [400]     | 'POST /api/v1/users HTTP/1.1\nHost: x\nContent-Type: application/json\nContent-Length: ten\n\n'
        'a content length below zero' | [400]     | 'POST /api/v1/users HTTP/1.1\nHost: x\nContent-Type: application/json\nContent-Length: -1\n\n'
        'two content lengths'         | [400]     | 'POST /api/v1/users HTTP/1.1\nHost: x\nContent-Type: application/json\nContent-Length: 2\nContent-Length: 3\n\n{}x'
        'a chunk of no size'          | [400]     | 'POST /api/v1/users HTTP/1.1\nHost: x\nContent-Type: application/json\nTransfer-Encoding: chunked\n\nzz\n{}\n0\n\n'
        'an address of 10,000'        | [414, 431] | 'GET /' + 'a' * 10_000 + ' HTTP/1.1\nHost: x\n\n'
        'a thousand headers'          | [431]     | 'GET /api/v1/users/me HTTP/1.1\nHost: x\n' + (1..1000).collect { "X-$it: aaaaaaaaaaaa\n" }.join('') + '\n'
    }

    def "a request that can be cut in two ways is not taken for two"() {
        when:
        Answer answer = Wire.send(service, ('POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nConnection: close\r\n' +
            'Content-Type: application/json\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n' +
            '0\r\n\r\nGET /api/v1/users/me HTTP/1.1\r\nHost: x\r\n\r\n').bytes)

        then:
        answer.status == 400
    }

    def "a User-Agent of 64 KB is refused, and nothing is stored"() {
        given:
        Map before = service.stored()

        when:
        Answer answer = Wire.request(service, 'POST', '/api/v1/auth/login', ['User-Agent: ' + 'x' * 64 * 1024,
            'Content-Type: application/json', 'Content-Length: 2'], '{}'.bytes)

        then:
        answer.status == 431
        answer.problem == 'request-header-too-large'
        service.stored() == before
        device.standing() == 'ok'
    }

    def "a User-Agent of 6 KB is stored cut to 512 characters"() {
        when:
        SignedIn strange = person.signIn(api.calledBy('x' * 6000))

        then:
        strange.api.get('/users/me/logins').json.items[0].user_agent == 'x' * 512
        strange.api.get('/users/me/sessions').json.items[0].user_agent == 'x' * 512
    }

    def "#what in a User-Agent is refused or made harmless"() {
        given:
        byte[] body = """{"login":"$person.login","password":"$person.password"}""".bytes

        when:
        Answer answer = Wire.request(service, 'POST', '/api/v1/auth/login', ["User-Agent: before${bytes}after",
            'Content-Type: application/json', "Content-Length: $body.length"], body)
        List<String> stored = device.api.get('/users/me/logins').json.items*.user_agent

        then:
        answer.status in [200, 400]
        answer.status == 400 || stored[0].startsWith('before') && stored[0].endsWith('after')
        stored.every { agent -> agent.codePoints().noneMatch { Character.isISOControl(it) } }
        device.standing() == 'ok'

        where:
        what                 | bytes
        'ANSI'               | '\u001B[31mred\u001B[0m'
        'a lone CR'          | '\r'
        'a lone LF'          | '\n'
        'a folded line'      | '\r\n folded'
        'NUL'                | '\u0000'
        'a bell'             | '\u0007'
        'a tab'              | '\t'
        'a C1 CSI'           | '\u009B31m'
        'a next line'        | '\u0085'
        'delete'             | '\u007F'
        'UTF-8'              | new String('\u202Eнео\u2028'.getBytes('UTF-8'), 'ISO-8859-1')
        'a log4j lookup'     | '${jndi:ldap://127.0.0.1:1/a}'
        'a format'           | '%s%n{}{}%x'
        'markup'             | '<script>alert(1)</script>'
        'SQL'                | "'; DROP TABLE auth.users; --"
    }

    def "the trail keeps no agent that could harm who reads it: #what"() {
        given:
        Person boss = someone()
        staff.promote(boss)
        SignedIn chief = boss.signIn()

        when:
        Answer answer = Wire.request(service, 'POST', "/api/v1/users/$person.id/disable",
            ["Authorization: Bearer $chief.access", "User-Agent: before${bytes}after"])
        List<String> stored = chief.api.get("/audit-events?actor_id=$boss.id").json.items*.actor*.user_agent

        then:
        answer.status in [204, 400]
        stored.size() == (answer.status == 204 ? 1 : 0)
        stored.every { agent -> agent.length() <= 512 && agent.startsWith('before') && agent.codePoints().noneMatch { Character.isISOControl(it) } }

        where:
        what         | bytes
        'ANSI'       | '\u001B[31mred\u001B[0m'
        'a lone CR'  | '\r'
        'a tab'      | '\t'
        'a C1 CSI'   | '\u009B31m'
        '6 KB'       | 'x' * 6000
    }

    def "a sign-in without a User-Agent works"() {
        given:
        byte[] body = """{"login":"$person.login","password":"$person.password"}""".bytes

        expect:
        Wire.request(service, 'POST', '/api/v1/auth/login', ['Content-Type: application/json', "Content-Length: $body.length"], body)
            .status == 200
        device.api.get('/users/me/logins').json.items[0].user_agent == ''
    }

    def "SQL in #field finds nothing and breaks nothing"() {
        given:
        Map before = service.stored()

        when:
        Answer answer = api.post('/auth/login', [login: 'neo', password: "' OR 1=1 --"] + [(field): text])

        then:
        answer.problem == 'invalid-credentials'
        service.stored() == before

        where:
        field      | text
        'login'    | "' OR '1'='1"
        'login'    | "neo'; DROP TABLE auth.users; --"
        'login'    | "neo@example.com' OR 1=1 --"
        'login'    | '%'
        'password' | "' OR '1'='1"
    }

    def "CORS is not opened to anybody"() {
        when:
        Answer answer = device.api.with('Origin', 'https://evil.example').get('/users/me')

        then:
        answer.header('Access-Control-Allow-Origin') == null
        answer.status in [200, 403]
    }
}
