package io.cinema.auth.bootstrap.token

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Api
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.domain.access.AdminPermission
import io.micronaut.web.router.Router
import java.time.Duration

/** Who gets in where. A route that is missing from the table fails the build. */
class RoutesSpec extends FunctionalSpec {
    static final String ID = '019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e'
    static final String ANYBODY = 'anybody'
    static final String SIGNED_IN = 'who is signed in'

    /** Has a password of its own, whatever the token: MetricsSpec. */
    static final String OF_THE_PLATFORM = 'GET /prometheus'

    /** Method, path and who may call it: anybody, whoever is signed in, or who holds a permission; and a body. */
    static final List<List<Object>> TABLE = [
        ['POST', '/api/v1/users', ANYBODY, [:]],
        ['POST', '/api/v1/auth/login', ANYBODY, [:]],
        ['POST', '/api/v1/auth/refresh', ANYBODY, [:]],
        ['POST', '/api/v1/auth/mfa', ANYBODY, [:]],
        ['POST', '/api/v1/auth/mfa/totp', ANYBODY, [:]],
        ['POST', '/api/v1/auth/mfa/totp/confirm', ANYBODY, [:]],
        ['POST', '/api/v1/auth/logout', SIGNED_IN, null],
        ['GET', '/api/v1/users/me', SIGNED_IN, null],
        ['PATCH', '/api/v1/users/me', SIGNED_IN, [:]],
        ['PUT', '/api/v1/users/me/password', SIGNED_IN, [:]],
        ['GET', '/api/v1/users/me/logins', SIGNED_IN, null],
        ['GET', '/api/v1/users/me/sessions', SIGNED_IN, null],
        ['DELETE', '/api/v1/users/me/sessions', SIGNED_IN, null],
        ['DELETE', '/api/v1/users/me/sessions/{id}', SIGNED_IN, null],
        ['GET', '/api/v1/users/me/permissions', SIGNED_IN, null],
        ['GET', '/api/v1/users/me/allowed-agents', SIGNED_IN, null],
        ['PUT', '/api/v1/users/me/allowed-agents', SIGNED_IN, [:]],
        ['GET', '/api/v1/users/me/totp', SIGNED_IN, null],
        ['POST', '/api/v1/users/me/totp', SIGNED_IN, [:]],
        ['POST', '/api/v1/users/me/totp/confirm', SIGNED_IN, [:]],
        ['DELETE', '/api/v1/users/me/totp', SIGNED_IN, [:]],
        ['POST', '/api/v1/users/me/recovery-codes', SIGNED_IN, [:]],
        ['GET', '/api/v1/users/me/social-links', SIGNED_IN, null],
        ['DELETE', '/api/v1/users/me/social-links/{id}', SIGNED_IN, null],
        ['POST', '/api/v1/users/me/social-links/{provider}/authorizations', SIGNED_IN, [:]],
        ['POST', '/api/v1/users/me/social-links/{provider}/callback', SIGNED_IN, [:]],
        ['GET', '/api/v1/oauth/providers', ANYBODY, null],
        ['POST', '/api/v1/oauth/{provider}/authorizations', ANYBODY, [:]],
        ['POST', '/api/v1/oauth/{provider}/callback', ANYBODY, [:]],
        ['GET', '/api/v1/oauth/{provider}/authorize', ANYBODY, null],
        ['GET', '/api/v1/oauth/{provider}/callback', ANYBODY, null],
        ['POST', '/api/v1/access/check', SIGNED_IN, [:]],
        ['GET', '/api/v1/roles', 'roles:read', null],
        ['POST', '/api/v1/roles', 'roles:write', [:]],
        ['GET', '/api/v1/roles/{id}', 'roles:read', null],
        ['PUT', '/api/v1/roles/{id}', 'roles:write', [role_name: 'critic', permission_set: []]],
        ['DELETE', '/api/v1/roles/{id}', 'roles:write', null],
        ['GET', '/api/v1/users', 'users:read', null],
        ['GET', '/api/v1/users/{id}', 'users:read', null],
        ['POST', '/api/v1/users/{id}/disable', 'users:write', null],
        ['POST', '/api/v1/users/{id}/enable', 'users:write', null],
        ['DELETE', '/api/v1/users/{id}/sessions', 'users:write', null],
        ['GET', '/api/v1/users/{id}/logins', 'users:read', null],
        ['GET', '/api/v1/users/{id}/permissions', 'users:read', null],
        ['PUT', '/api/v1/users/{id}/roles/{role_id}', 'roles:assign', null],
        ['DELETE', '/api/v1/users/{id}/roles/{role_id}', 'roles:assign', null],
        ['GET', '/api/v1/audit-events', 'audit:read', null],
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
        routes - OF_THE_PLATFORM == TABLE.collect { "${it[0]} ${it[1]}".toString() } as Set
        OF_THE_PLATFORM in routes
    }

    def "without a token that counts, #method #path answers as it should to #whom"() {
        given:
        Person person = someone()
        SignedIn expired = person.signIn()
        pass(Duration.ofMinutes(16))
        SignedIn revoked = person.signIn()
        revoked.api.post('/auth/logout')
        Map before = service.stored()

        when:
        Map<String, Answer> refused = [
            'token-missing': sent(api, method, path, body),
            'token-expired': sent(expired.api, method, path, body),
            'token-revoked': sent(revoked.api, method, path, body),
            'token-invalid': sent(api.bearing('abc'), method, path, body),
        ]

        then:
        service.stored() == before
        refused.every { problem, answer ->
            whom == ANYBODY ? answer.status != 401 && answer.status != 403 : answer.status == 401 && answer.problem == problem
        }

        where:
        [method, path, whom, body] << TABLE
    }

    def "#method #path lets in who holds #permission, and superusers; nobody else, whatever they send"() {
        given:
        List<String> others = AdminPermission.values()*.toString() - permission
        Map<String, SignedIn> outsiders = [
            'a plain user': someone().signIn(),
            'a subscriber': staff.holding('films:watch:subscription'),
            'who holds all other permissions': staff.holding(*others),
        ]
        List<SignedIn> insiders = [staff.holding(permission), staff.holding(permission.replaceAll(/:.*/, ':*')), staff.superuser()]
        Map before = service.stored()

        expect:
        outsiders.each { who, device ->
            [body, 'no JSON', null].each { shown ->
                Answer answer = sent(device.api, method, path, shown)
                assert answer.status == 403 && answer.problem == 'forbidden': who
                assert answer.json.detail.contains(permission): who
            }
        }
        service.stored() == before
        insiders.each { device ->
            Answer answer = sent(device.api, method, path, body)
            assert !(answer.status in [401, 403]): answer
        }

        where:
        [method, path, permission, body] << TABLE.findAll { it[2] != ANYBODY && it[2] != SIGNED_IN }
    }

    private static Answer sent(Api api, String method, String path, Object body) {
        String place = path.replace('{id}', ID).replace('{role_id}', ID).replace('{slug}', 'token-expired').replace('{provider}', 'yandex').replace('{selector}', 'liveness')
        api.send(method, '/' + place, body)
    }
}
