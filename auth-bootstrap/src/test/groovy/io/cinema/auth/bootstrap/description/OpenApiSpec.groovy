package io.cinema.auth.bootstrap.description

import io.cinema.auth.adapter.rest.problem.Problem
import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.token.RoutesSpec
import io.micronaut.web.router.Router
import org.yaml.snakeyaml.LoaderOptions
import org.yaml.snakeyaml.Yaml
import org.yaml.snakeyaml.constructor.SafeConstructor
import spock.lang.Shared

class OpenApiSpec extends FunctionalSpec {
    static final Set<String> ANONYMOUS = ['POST /api/v1/users', 'POST /api/v1/auth/login', 'POST /api/v1/auth/refresh',
        'POST /api/v1/auth/mfa', 'POST /api/v1/auth/mfa/totp', 'POST /api/v1/auth/mfa/totp/confirm', 'GET /api/v1/oauth/providers',
        'POST /api/v1/oauth/{provider}/authorizations', 'POST /api/v1/oauth/{provider}/callback',
        'GET /api/v1/oauth/{provider}/authorize', 'GET /api/v1/oauth/{provider}/callback']
    /** All that they hold may be left out, and so may they. */
    static final Set<String> OPTIONAL_BODIES = ['POST /api/v1/oauth/{provider}/authorizations',
        'POST /api/v1/users/me/social-links/{provider}/authorizations', 'DELETE /api/v1/users/me/social-links/{id}']
    static final Set<String> METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options']

    @Shared
    Map<String, Object> description

    def setup() {
        description = description ?: new Yaml(new SafeConstructor(new LoaderOptions())).load(api.get('//openapi.yaml').text)
    }

    def "anybody gets it, as YAML"() {
        when:
        Answer answer = api.get('//openapi.yaml')

        then:
        answer.status == 200
        answer.header('Content-Type').startsWith('application/yaml')
        description.openapi.startsWith('3.')
        description.info.title && description.info.version && description.info.description
        description.components.securitySchemes.bearer.with { type == 'http' && scheme == 'bearer' && bearerFormat == 'JWT' }
    }

    def "every route of ours is described, and nothing else is"() {
        given:
        Set<String> routes = service.bean(Router).uriRoutes().toList()
            .findAll { it.uriMatchTemplate.toPathString().startsWith('/api/v1') && it.httpMethodName != 'HEAD' }
            .collect { "$it.httpMethodName ${it.uriMatchTemplate.toPathString()}".toString() } as Set

        expect:
        routes.size() >= 13
        operations().keySet() == routes
    }

    def "every operation has a name of its own, a summary, a known tag and says who may call it"() {
        given:
        List<String> tags = description.tags*.name

        expect:
        operations()*.value*.operationId.toSet().size() == operations().size()
        operations().each { where, operation ->
            assert operation.operationId ==~ /[a-z][A-Za-z]+/: where
            assert operation.summary: where
            assert operation.tags && operation.tags.every { it in tags }: where
            assert operation.security == (where in ANONYMOUS ? [] : [[bearer: []]]): where
        }
    }

    def "every answer with a body has a schema or an example, and every error is a problem of the catalogue"() {
        expect:
        operations().each { where, operation ->
            assert operation.responses.any { it.key ==~ /[23]\d\d/ }: where
            operation.responses.each { status, response ->
                String what = "$where $status"
                assert response.description: what
                assert response.content || status in ['204', '303']: what
                response.content?.each { type, content ->
                    assert content.schema || content.examples || content.example: what
                }
                if (status >= '400') {
                    assert response.content.keySet() == ['application/problem+json'] as Set: what
                    assert response.content['application/problem+json'].examples: what
                    response.content['application/problem+json'].examples.each { slug, example ->
                        Problem problem = Problem.values().find { it.slug() == slug }
                        assert problem?.status() == (status as int): "$what $slug"
                        assert description.components.examples[slug].value.status == problem.status(): "$what $slug"
                    }
                }
            }
        }
    }

    def "an operation that wants a token says what happens without a good one; one with a body what happens to a bad one"() {
        expect:
        operations().each { where, operation ->
            List<String> slugs = problems(operation)
            if (operation.security) {
                assert slugs.containsAll(['token-missing', 'token-expired', 'token-invalid', 'token-revoked']): where
            }
            if (operation.requestBody) {
                assert slugs.containsAll(['malformed-request', 'invalid-request', 'payload-too-large', 'unsupported-media-type']): where
                assert (operation.requestBody.required == true) == !(where in OPTIONAL_BODIES): where
                assert operation.requestBody.content.keySet() == ['application/json'] as Set: where
            }
            assert slugs.containsAll(['internal-error', 'dependency-unavailable']): where
        }
    }

    def "#operation says that it can answer #slugs"() {
        expect:
        problems(operations()[operation]).containsAll(slugs)

        where:
        operation                                 | slugs
        'POST /api/v1/users'                      | ['login-taken', 'email-taken', 'overloaded']
        'POST /api/v1/auth/login'                 | ['invalid-credentials', 'account-disabled', 'agent-not-allowed', 'mfa-required', 'too-many-attempts', 'overloaded']
        'POST /api/v1/auth/mfa'                   | ['mfa-invalid', 'too-many-attempts']
        'POST /api/v1/auth/mfa/totp'              | ['mfa-invalid']
        'POST /api/v1/auth/mfa/totp/confirm'      | ['mfa-invalid', 'not-found', 'too-many-attempts']
        'POST /api/v1/oauth/{provider}/authorizations' | ['not-found', 'provider-unavailable']
        'POST /api/v1/oauth/{provider}/callback'  | ['oauth-state-invalid', 'oauth-denied', 'social-email-taken', 'mfa-required', 'account-disabled', 'agent-not-allowed', 'provider-unavailable']
        'GET /api/v1/oauth/{provider}/callback'   | ['oauth-state-invalid', 'oauth-denied', 'social-email-taken', 'mfa-required', 'provider-unavailable']
        'DELETE /api/v1/users/me/social-links/{id}' | ['not-found', 'last-credential', 'step-up-required', 'invalid-credentials']
        'POST /api/v1/users/me/social-links/{provider}/authorizations' | ['step-up-required', 'invalid-credentials', 'not-found', 'provider-unavailable']
        'POST /api/v1/users/me/social-links/{provider}/callback' | ['social-link-taken', 'oauth-state-invalid', 'oauth-denied', 'provider-unavailable']
        'POST /api/v1/users/me/totp'              | ['invalid-credentials', 'step-up-required', 'totp-already-active', 'too-many-attempts', 'overloaded']
        'POST /api/v1/users/me/totp/confirm'      | ['mfa-invalid', 'not-found', 'totp-already-active', 'too-many-attempts']
        'DELETE /api/v1/users/me/totp'            | ['invalid-credentials', 'mfa-invalid', 'not-found', 'step-up-required', 'too-many-attempts', 'overloaded']
        'POST /api/v1/users/me/recovery-codes'    | ['invalid-credentials', 'mfa-invalid', 'not-found', 'step-up-required', 'too-many-attempts', 'overloaded']
        'PUT /api/v1/users/me/allowed-agents'     | ['invalid-credentials', 'step-up-required', 'too-many-attempts', 'overloaded']
        'POST /api/v1/auth/refresh'               | ['session-ended']
        'PATCH /api/v1/users/me'                  | ['invalid-credentials', 'step-up-required', 'too-many-attempts', 'login-taken', 'email-taken', 'overloaded']
        'PUT /api/v1/users/me/password'           | ['invalid-credentials', 'step-up-required', 'too-many-attempts', 'overloaded']
        'DELETE /api/v1/users/me/sessions/{id}'   | ['not-found']
        'POST /api/v1/access/check'               | ['forbidden', 'not-found']
        'POST /api/v1/roles'                      | ['role-name-taken']
        'GET /api/v1/roles/{id}'                  | ['not-found']
        'PUT /api/v1/roles/{id}'                  | ['role-name-taken', 'not-found']
        'DELETE /api/v1/roles/{id}'               | ['not-found']
        'GET /api/v1/users'                       | ['invalid-request']
        'GET /api/v1/users/{id}'                  | ['not-found']
        'GET /api/v1/users/{id}/permissions'      | ['not-found']
        'GET /api/v1/users/{id}/logins'           | ['not-found', 'invalid-request']
        'DELETE /api/v1/users/{id}/sessions'      | ['not-found']
        'POST /api/v1/users/{id}/disable'         | ['not-found', 'last-superuser']
        'POST /api/v1/users/{id}/enable'          | ['not-found']
        'PUT /api/v1/users/{id}/roles/{role_id}'  | ['not-found']
        'DELETE /api/v1/users/{id}/roles/{role_id}' | ['not-found']
        'GET /api/v1/audit-events'                | ['invalid-request']
    }

    def "#method #path names the permission that it needs, as the table of routes has it: #whom"() {
        given:
        Map operation = operations()["$method $path".toString()]
        String permission = whom in [RoutesSpec.ANYBODY, RoutesSpec.SIGNED_IN] ? null : whom

        expect:
        operation['x-permission'] == permission
        permission == null || operation.description.contains("`$permission`")
        permission == null || 'forbidden' in problems(operation)
        operation.security.empty == (whom == RoutesSpec.ANYBODY)

        where:
        [method, path, whom] << RoutesSpec.TABLE.findAll { it[1].startsWith('/api/v1') }*.take(3)
    }

    def "every parameter is described, and says what may be sent"() {
        given:
        Map<String, List<Map>> parameters = operations().collectEntries { where, operation -> [where, operation.parameters ?: []] }

        expect:
        parameters.each { where, all ->
            assert all.findAll { it.in == 'path' }*.name as Set == where.findAll(/(?<=\{)\w+(?=})/) as Set: where
            all.each {
                assert it.description && it.schema.type: "$where $it.name"
                assert it.in != 'path' || it.required && it.example: "$where $it.name"
                assert it.in == 'path' || !it.required: "$where $it.name"
            }
        }
        parameters.findAll { where, all -> all*.name.contains('cursor') }.each { where, all ->
            assert all.find { it.name == 'limit' }.schema.subMap('type', 'minimum', 'maximum', 'default') ==
                [type: 'integer', minimum: 1, maximum: 100, default: 20]: where
            assert all.find { it.name == 'cursor' }.schema.type == 'string': where
        }.size() == 4
    }

    def "every body is of a described schema, whose properties are #schema: #properties, and of them required #required"() {
        given:
        Map described = description.components.schemas[schema]

        expect:
        described.type == 'object'
        described.properties.keySet() == properties as Set
        (described.required ?: []) as Set == required as Set
        operations().values().count { it.requestBody?.content?.get('application/json')?.schema?.get('$ref') == "#/components/schemas/$schema" } == uses

        where:
        schema     | properties                                    || required                        | uses
        'RoleForm' | ['role_name', 'permission_set', 'description'] || ['role_name', 'permission_set'] | 2
        'Checks'   | ['checks', 'user_id']                         || ['checks']                      | 1
        'Check'    | ['permission', 'label']                       || []                              | 0
    }

    def "the limits that the description tells of #schema.#property are those that hold"() {
        given:
        def chief = staff.superuser()
        Map described = description.components.schemas[schema].properties[property]
        int most = described.maxItems ?: described.maxLength

        expect:
        most == told
        chief.api.post(path, body(most)).status < 300
        chief.api.post(path, body(most + 1)).errors == [(property): rule]

        where:
        schema     | property         | path            | told | rule       | body
        'RoleForm' | 'role_name'      | '/roles'        | 64   | 'bad_name' | { [role_name: (UUID.randomUUID().toString().replace('-', 'x') * 3).replaceAll(/^./, 'a').take(it), permission_set: []] }
        'RoleForm' | 'permission_set' | '/roles'        | 500  | 'too_many' | { [role_name: "r-${UUID.randomUUID()}".toString(), permission_set: (1..it).collect { n -> "a:b$n".toString() }] }
        'RoleForm' | 'description'    | '/roles'        | 500  | 'too_long' | { [role_name: "r-${UUID.randomUUID()}".toString(), permission_set: [], description: 'é' * it] }
        'Checks'   | 'checks'         | '/access/check' | 200  | 'too_many' | { [checks: [[label: 'public']] * it] }
    }

    def "every reference leads somewhere"() {
        given:
        List<String> references = []
        collect(description, references)

        expect:
        references.size() > 20
        references.unique().each { reference ->
            assert reference.startsWith('#/')
            assert reference.substring(2).split('/').inject(description) { node, name -> node[name] } != null: reference
        }
    }

    def "the schema of #schema has the properties that are sent"() {
        given:
        def device = staff.superuser()

        expect:
        description.components.schemas[schema].properties.keySet() == (sent(device) as Map).keySet()

        where:
        schema          | sent
        'User'          | { signedIn ->
            String id = someone().id
            signedIn.api.post("/users/$id/disable")
            // Who is not disabled is sent without disabled_at.
            assert signedIn.api.get('/users/me').json.keySet() + 'disabled_at' == signedIn.api.get("/users/$id").json.keySet()
            signedIn.api.get("/users/$id").json
        }
        'Tokens'        | { it.tryRefresh().json }
        'LoginHistory'  | { it.api.get('/users/me/logins').json }
        'LoginEvent'    | { it.api.get('/users/me/logins').json.items[0] }
        'Sessions'      | { it.api.get('/users/me/sessions').json }
        'Session'       | { it.api.get('/users/me/sessions').json.items[0] }
        'AllowedAgents' | { it.api.get('/users/me/allowed-agents').json }
        'Roles'         | { staff.role('a:b'); it.api.get('/roles').json }
        'Role'          | { it.api.get("/roles/${staff.role('a:b')}").json }
        'Users'         | { it.api.get('/users').json }
        'Permissions'   | { it.api.get('/users/me/permissions').json }
        'Verdicts'      | { it.api.post('/access/check', [checks: [[label: 'public']]]).json }
        'Verdict'       | { it.api.post('/access/check', [checks: [[label: 'public']]]).json.results[0] }
        'AuditEvents'   | { it.api.get('/audit-events').json }
        'AuditEvent'    | { it.api.get('/audit-events').json.items[0] }
        'AuditActor'    | { it.api.get('/audit-events').json.items[0].actor }
        'AuditTarget'   | { it.api.get('/audit-events?action=superuser.promoted').json.items[0].target }
    }

    private Map<String, Map> operations() {
        description.paths.collectEntries { path, item ->
            item.findAll { it.key in METHODS }.collectEntries { method, operation ->
                ["${method.toUpperCase()} $path".toString(), operation]
            }
        }
    }

    private static List<String> problems(Map operation) {
        operation.responses.values().collectMany { it.content?.get('application/problem+json')?.examples?.keySet() ?: [] }
    }

    private static void collect(Object node, List<String> references) {
        if (node instanceof Map) {
            node.each { key, value ->
                if (key == '$ref') {
                    references << (value as String)
                } else {
                    collect(value, references)
                }
            }
        } else if (node instanceof List) {
            node.each { collect(it, references) }
        }
    }
}
