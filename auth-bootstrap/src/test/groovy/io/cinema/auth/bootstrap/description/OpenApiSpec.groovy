package io.cinema.auth.bootstrap.description

import io.cinema.auth.adapter.rest.problem.Problem
import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.micronaut.web.router.Router
import org.yaml.snakeyaml.LoaderOptions
import org.yaml.snakeyaml.Yaml
import org.yaml.snakeyaml.constructor.SafeConstructor
import spock.lang.Shared

class OpenApiSpec extends FunctionalSpec {
    static final Set<String> ANONYMOUS = ['POST /api/v1/users', 'POST /api/v1/auth/login', 'POST /api/v1/auth/refresh']
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
            assert (operation.security == null) == (where in ANONYMOUS): where
            assert operation.security in [null, [[bearer: []]]]: where
        }
    }

    def "every answer with a body has a schema or an example, and every error is a problem of the catalogue"() {
        expect:
        operations().each { where, operation ->
            assert operation.responses.any { it.key ==~ /2\d\d/ }: where
            operation.responses.each { status, response ->
                String what = "$where $status"
                assert response.description: what
                assert response.content || status == '204': what
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
                assert operation.requestBody.required: where
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
        'POST /api/v1/auth/login'                 | ['invalid-credentials', 'account-disabled', 'agent-not-allowed', 'overloaded']
        'POST /api/v1/auth/refresh'               | ['session-ended']
        'PATCH /api/v1/users/me'                  | ['invalid-credentials', 'login-taken', 'email-taken', 'overloaded']
        'PUT /api/v1/users/me/password'           | ['invalid-credentials', 'overloaded']
        'DELETE /api/v1/users/me/sessions/{id}'   | ['not-found']
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
        def device = someone().signIn()

        expect:
        description.components.schemas[schema].properties.keySet() == (sent(device) as Map).keySet()

        where:
        schema          | sent
        'User'          | { it.api.get('/users/me').json }
        'Tokens'        | { it.tryRefresh().json }
        'LoginHistory'  | { it.api.get('/users/me/logins').json }
        'LoginEvent'    | { it.api.get('/users/me/logins').json.items[0] }
        'Sessions'      | { it.api.get('/users/me/sessions').json }
        'Session'       | { it.api.get('/users/me/sessions').json.items[0] }
        'AllowedAgents' | { it.api.get('/users/me/allowed-agents').json }
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
