package io.cinema.auth.bootstrap.token

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Api
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.micronaut.web.router.Router
import java.time.Duration

/** Who gets in where. A route that is missing from the table fails the build. */
class RoutesSpec extends FunctionalSpec {
    static final String ID = '019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e'
    static final String ANYBODY = 'anybody'
    static final String SIGNED_IN = 'who is signed in'

    /** Method, path and who may call it, with a body that a route takes. */
    static final List<List<Object>> TABLE = [
        ['POST', '/api/v1/users', ANYBODY, [:]],
        ['POST', '/api/v1/auth/login', ANYBODY, [:]],
        ['POST', '/api/v1/auth/refresh', ANYBODY, [:]],
        ['POST', '/api/v1/auth/logout', SIGNED_IN, null],
        ['GET', '/api/v1/users/me', SIGNED_IN, null],
        ['PATCH', '/api/v1/users/me', SIGNED_IN, [:]],
        ['PUT', '/api/v1/users/me/password', SIGNED_IN, [:]],
        ['GET', '/api/v1/users/me/logins', SIGNED_IN, null],
        ['GET', '/api/v1/users/me/sessions', SIGNED_IN, null],
        ['DELETE', '/api/v1/users/me/sessions', SIGNED_IN, null],
        ['DELETE', '/api/v1/users/me/sessions/{id}', SIGNED_IN, null],
        ['GET', '/api/v1/users/me/allowed-agents', SIGNED_IN, null],
        ['PUT', '/api/v1/users/me/allowed-agents', SIGNED_IN, [:]],
        ['GET', '/.well-known/jwks.json', ANYBODY, null],
        ['GET', '/.well-known/oauth-authorization-server', ANYBODY, null],
        ['GET', '/openapi.yaml', ANYBODY, null],
        ['GET', '/problems/{slug}', ANYBODY, null],
        ['GET', '/health', ANYBODY, null],
        ['GET', '/health/{selector}', ANYBODY, null],
    ]

    def "the table has every route of the service"() {
        given:
        Set<String> routes = service.bean(Router).uriRoutes().toList()
            .findAll { it.httpMethodName != 'HEAD' }
            .collect { "$it.httpMethodName ${it.uriMatchTemplate.toPathString()}".toString() } as Set

        expect:
        routes == TABLE.collect { "${it[0]} ${it[1]}".toString() } as Set
    }

    def "#method #path is for #whom"() {
        given:
        Person person = someone()
        SignedIn expired = person.signIn()
        pass(Duration.ofMinutes(16))
        SignedIn revoked = person.signIn()
        revoked.api.post('/auth/logout')
        Map before = service.stored()

        when:
        Map<String, Answer> refused = [
            'token-missing': call(api, method, path, body),
            'token-expired': call(expired.api, method, path, body),
            'token-revoked': call(revoked.api, method, path, body),
            'token-invalid': call(api.bearing('abc'), method, path, body),
        ]

        then:
        service.stored() == before
        refused.every { problem, answer ->
            whom == SIGNED_IN ? answer.status == 401 && answer.problem == problem : answer.status != 401 && answer.status != 403
        }

        where:
        [method, path, whom, body] << TABLE
    }

    private static Answer call(Api api, String method, String path, Object body) {
        api.send(method, '/' + path.replace('{id}', ID).replace('{slug}', 'token-expired').replace('{selector}', 'liveness'), body)
    }
}
