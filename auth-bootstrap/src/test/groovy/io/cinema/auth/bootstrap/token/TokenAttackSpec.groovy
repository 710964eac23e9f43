package io.cinema.auth.bootstrap.token

import com.sun.net.httpserver.HttpServer
import groovy.json.JsonOutput
import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.RealKey
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.contracts.fixture.ForgedTokens
import spock.lang.Shared

/** Tokens that somebody else made, or remade. */
class TokenAttackSpec extends FunctionalSpec {
    static final String ZEROES = 'A' * 86

    @Shared
    ForgedTokens forger = new ForgedTokens()

    SignedIn device = someone().signIn()
    RealKey key = RealKey.behind(service, device)

    def "the control: claims as they are, signed again with the service's own key, are accepted"() {
        expect:
        standing(key.sign(device.claims)) == 'ok'
    }

    def "without a signature a token is worth nothing, whatever it calls its algorithm: '#algorithm'"() {
        given:
        String header = JsonOutput.toJson([alg: algorithm, typ: 'at+jwt', kid: key.stored.id()])
        String unsigned = ForgedTokens.encoded(header) + '.' + payload()

        expect:
        standing("$unsigned.") == 'token-invalid'
        standing(unsigned) in ['token-invalid', 'token-missing']
        standing("$unsigned.$ZEROES") == 'token-invalid'
        standing("$unsigned.${signature()}") == 'token-invalid'

        where:
        algorithm << ['none', 'None', 'NONE', 'nOnE', 'none ', '', null, 'ES256', 'es256', 'ES256 ', 'HS256', 'RS256',
            'ES384', 'ES256K', 'PS256', 'EdDSA']
    }

    def "a token without an algorithm is refused"() {
        expect:
        standing(ForgedTokens.encoded(JsonOutput.toJson([typ: 'at+jwt', kid: key.stored.id()])) + '.' + payload() + '.' +
            signature()) == 'token-invalid'
    }

    def "a payload changed under an old signature is refused: #change"() {
        given:
        String changed = ForgedTokens.encoded(JsonOutput.toJson(device.claims + change))

        expect:
        standing("${device.access.split(/\./)[0]}.$changed.${signature()}") == 'token-invalid'

        where:
        change << [[superuser: true], [roles: ['admin']], [exp: 4102444800], [sub: UUID.randomUUID().toString()], [ver: 99]]
    }

    def "HMAC keyed with our public key as #form is refused"() {
        given:
        byte[] secret = ForgedTokens.publicKeyAs(form, key.stored)
        String header = JsonOutput.toJson([alg: 'HS256', typ: 'at+jwt', kid: key.stored.id()])

        expect:
        standing(ForgedTokens.hmacSigned(header, JsonOutput.toJson(device.claims + [superuser: true]), secret)) == 'token-invalid'

        where:
        form << ['jwk', 'der', 'pem', 'x', 'point']
    }

    def "a key brought along in '#member' is neither fetched nor trusted"() {
        given:
        int calls = 0
        HttpServer trap = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 10)
        trap.createContext('/') { exchange ->
            calls++
            byte[] keys = "{\"keys\":[${forger.jwk()}]}".bytes
            exchange.sendResponseHeaders(200, keys.length)
            exchange.responseBody.withCloseable { it.write(keys) }
        }
        trap.start()
        String address = "http://127.0.0.1:$trap.address.port/keys.json"
        String value = JsonOutput.toJson(members(address)).replace('"JWK"', forger.jwk())
        String header = """{"alg":"ES256","typ":"at+jwt","kid":"forged",${value[1..-2]}}"""

        expect:
        standing(forger.signed(header, JsonOutput.toJson(device.claims))) == 'token-invalid'
        standing(forger.signed(header.replace('"forged"', "\"${key.stored.id()}\""), JsonOutput.toJson(device.claims))) == 'token-invalid'
        calls == 0

        cleanup:
        trap?.stop(0)

        where:
        member    | members
        'jwk'     | { it -> [jwk: 'JWK'] }
        'jku'     | { it -> [jku: it] }
        'x5u'     | { it -> [x5u: it] }
        'x5c'     | { it -> [x5c: ['MIIB']] }
        'all'     | { it -> [jwk: 'JWK', jku: it, x5u: it, 'x5t#S256': 'AAAA'] }
    }

    def "a kid like #kid opens nothing"() {
        given:
        String header = JsonOutput.toJson([alg: 'ES256', typ: 'at+jwt', kid: kid])

        expect:
        standing(forger.signed(header, JsonOutput.toJson(device.claims))) == 'token-invalid'

        where:
        kid << ['forged', '', null, '../../../../dev/null', "' OR 1=1 --", 'http://127.0.0.1:1/key', 5, ['a'], [a: 'b'],
            '\u0000', 'x' * 3000]
    }

    def "a header with '#members' is refused, although our own key signed it"() {
        expect:
        standing(key.signWithHeader(members, device.claims)) == 'token-invalid'

        where:
        members << [[crit: ['exp'], exp: 1], [cty: 'JWT'], [jku: 'http://127.0.0.1:1'], [custom: true]]
    }

    def "#what is no token"() {
        expect:
        standing(mangled(device.access)) in ['token-invalid', 'token-missing']
        device.standing() == 'ok'

        where:
        what                               | mangled
        'half a token'                     | { it -> it.take(it.length().intdiv(2)) }
        'a token less its last character'  | { it -> it[0..-2] }
        'a token with one more'            | { it -> it + 'A' }
        'a token with padding'             | { it -> it + '==' }
        'a token with a fourth part'       | { it -> it + '.e30' }
        'a token with five parts'          | { it -> it + '.e30.e30' }
        'only its header'                  | { it -> it.split(/\./)[0] }
        'only dots'                        | { it -> '..' }
        'a token in quotes'                | { it -> '"' + it + '"' }
        'a word'                           | { it -> 'token' }
        'a token twice'                    | { it -> it + it }
        'two tokens with a comma'          | { it -> it + ', Bearer ' + it }
        'two tokens with a space'          | { it -> it + ' ' + it }
        'a token in base64 of its own'     | { it -> ForgedTokens.encoded(it) }
        'JSON serialisation'               | { it ->
            def (h, p, s) = it.tokenize('.')
            JsonOutput.toJson([protected: h, payload: p, signature: s])
        }
    }

    def "the last character of a signature has one spelling only"() {
        given:
        String alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
        int last = alphabet.indexOf(device.access[-1])

        expect: "the same bytes, written with other spare bits"
        (1..15).collect { standing(device.access[0..-2] + alphabet[(last & 0x30) | ((last + it) & 0x0F)]) }.unique() == ['token-invalid']
    }

    def "signed by us, but #what: #problem"() {
        given:
        Map claims = device.claims
        long now = clock.instant().epochSecond
        Map forged = claims + (change instanceof Closure ? change(now) : change)

        expect:
        standing(key.sign(forged.findAll { it.value != 'NONE' })) == problem

        where:
        what                          | change                                   || problem
        'expired'                     | { it -> [exp: it - 1] }                  || 'token-expired'
        'expiring this second'        | { it -> [exp: it] }                      || 'token-expired'
        'expired in 1970'             | [exp: 0]                                 || 'token-expired'
        'without exp'                 | [exp: 'NONE']                            || 'token-invalid'
        'with exp null'               | [exp: null]                              || 'token-invalid'
        'with exp a text'             | [exp: '4102444800']                      || 'token-invalid'
        'with exp true'               | [exp: true]                              || 'token-invalid'
        'with exp a list'             | [exp: [4102444800]]                      || 'token-invalid'
        'with exp a fraction'         | [exp: 4102444800.5]                      || 'token-invalid'
        'with exp below zero'         | [exp: -1]                                || 'token-invalid'
        'with exp beyond all time'    | [exp: new BigInteger('9' * 30)]          || 'token-invalid'
        'with exp at the end of Long' | [exp: Long.MAX_VALUE]                    || 'token-invalid'
        'with nbf an hour ahead'      | { it -> [nbf: it + 3600] }               || 'token-invalid'
        'with nbf within the skew'    | { it -> [nbf: it + 20] }                 || 'ok'
        'with nbf a text'             | [nbf: 'now']                             || 'token-invalid'
        'with iat an hour ahead'      | { it -> [iat: it + 3600] }               || 'token-invalid'
        'without iat'                 | [iat: 'NONE']                            || 'token-invalid'
        'without iss'                 | [iss: 'NONE']                            || 'token-invalid'
        'by another issuer'           | [iss: 'https://auth.example.com']        || 'token-invalid'
        'by us with a slash'          | [iss: 'https://auth.cinema.test/']       || 'token-invalid'
        'by us in capitals'           | [iss: 'HTTPS://AUTH.CINEMA.TEST']        || 'token-invalid'
        'with iss a list'             | [iss: ['https://auth.cinema.test']]      || 'token-invalid'
        'without aud'                 | [aud: 'NONE']                            || 'token-invalid'
        'for another audience'        | [aud: 'theatre']                         || 'token-invalid'
        'for no audience'             | [aud: []]                                || 'token-invalid'
        'for many audiences'          | [aud: ['theatre', 'cinema']]             || 'ok'
        'with aud a number'           | [aud: 5]                                 || 'token-invalid'
        'with aud an object'          | [aud: [cinema: true]]                    || 'token-invalid'
        'without sub'                 | [sub: 'NONE']                            || 'token-invalid'
        'with sub a word'             | [sub: 'admin']                           || 'token-invalid'
        'with sub a number'           | [sub: 1]                                 || 'token-invalid'
        'without sid'                 | [sid: 'NONE']                            || 'token-invalid'
        'without jti'                 | [jti: 'NONE']                            || 'token-invalid'
        'without ver'                 | [ver: 'NONE']                            || 'token-invalid'
        'with ver a text'             | [ver: '1']                               || 'token-invalid'
        'without auth_time'           | [auth_time: 'NONE']                      || 'token-invalid'
        'with roles a text'           | [roles: 'admin']                         || 'token-invalid'
        'with roles of numbers'       | [roles: [1]]                             || 'token-invalid'
        'with superuser a text'       | [superuser: 'true']                      || 'token-invalid'
    }

    def "signed by us as typ #type: #standing"() {
        expect:
        this.standing(key.sign(device.claims, type)) == standing

        where:
        type                 || standing
        'at+jwt'             || 'ok'
        'application/at+jwt' || 'ok'
        'JWT'                || 'token-invalid'
        null                 || 'token-invalid'
        'mfa+jwt'            || 'token-invalid'
        'rt+jwt'             || 'token-invalid'
        'at+jwt '            || 'token-invalid'
    }

    def "a payload that is #what is refused, although our own key signed it"() {
        expect:
        standing(key.signText(text)) == 'token-invalid'

        where:
        what             | text
        'a list'         | '[]'
        'null'           | 'null'
        'a word'         | 'claims'
        'an empty object' | '{}'
        'deep'           | '{"a":' * 500 + '1' + '}' * 500
        'broken'         | '{"iss":'
    }

    def "a refresh token as bearer is refused"() {
        expect:
        standing(device.refresh) == 'token-invalid'
    }

    def "an access token at /auth/refresh is refused, and harms nothing"() {
        expect:
        api.post('/auth/refresh', [refresh_token: device.access]).problem == 'session-ended'
        device.refreshed().standing() == 'ok'
    }

    def "forged tokens are refused on every route that wants one"() {
        given:
        Map before = service.stored()
        String forged = forger.signed(JsonOutput.toJson([alg: 'ES256', typ: 'at+jwt', kid: key.stored.id()]), JsonOutput.toJson(device.claims))

        when:
        Answer answer = api.bearing(forged).send(method, path, body)

        then:
        answer.status == 401
        answer.problem == 'token-invalid'
        answer.json.detail == 'The token does not count: its signature is wrong.'
        service.stored() == before

        where:
        method   | path                                | body
        'POST'   | '/auth/logout'                      | null
        'GET'    | '/users/me'                         | null
        'PATCH'  | '/users/me'                         | [first_name: 'Smith']
        'PUT'    | '/users/me/password'                | [current_password: 'a password', new_password: 'another one']
        'GET'    | '/users/me/logins'                  | null
        'GET'    | '/users/me/sessions'                | null
        'DELETE' | '/users/me/sessions'                | null
        'DELETE' | '/users/me/sessions/' + UUID.randomUUID() | null
        'GET'    | '/users/me/allowed-agents'          | null
        'PUT'    | '/users/me/allowed-agents'          | [allowed_agents: []]
    }

    private String standing(String token) {
        Answer answer = api.bearing(token).get('/users/me')
        answer.status == 200 ? 'ok' : answer.problem
    }

    private String payload() {
        device.access.split(/\./)[1]
    }

    private String signature() {
        device.access.split(/\./)[2]
    }
}
