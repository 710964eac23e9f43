package io.cinema.auth.bootstrap.description

import groovy.json.JsonOutput
import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Described
import io.cinema.auth.bootstrap.fixture.DescriptionCoverage
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import java.time.Duration

/** All specs hold what they see against the description. Here: that it would be noticed. */
class AnswersSpec extends FunctionalSpec {
    static final Map USER = [id: '019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e', login: 'neo', email: null, first_name: null, last_name: null,
        created_at: '2026-01-31T18:00:00Z', last_login: null, roles: [], is_superuser: false, totp_enabled: false]

    def "an answer as described passes"() {
        when:
        check('GET', '/api/v1/users/me', answer(200, USER))

        then:
        noExceptionThrown()
    }

    def "it is noticed when #what"() {
        when:
        check(method, path, answer)

        then:
        AssertionError error = thrown()
        error.message.contains(said)

        where:
        what                             | method   | path                       | answer                                      || said
        'a property is not described'    | 'GET'    | '/api/v1/users/me'         | answer(200, USER + [shoe_size: 44])         || 'shoe_size'
        'one is missing'                 | 'GET'    | '/api/v1/users/me'         | answer(200, USER.findAll { it.key != 'id' }) || '["id"]'
        'one is null that can not be'    | 'GET'    | '/api/v1/users/me'         | answer(200, USER + [login: null])           || '/login'
        'one is of another form'         | 'GET'    | '/api/v1/users/me'         | answer(200, USER + [created_at: 'at noon']) || '/created_at'
        'a status is not described'      | 'GET'    | '/api/v1/users/me'         | answer(202, USER)                           || '202'
        'a type of content is not'       | 'GET'    | '/api/v1/users/me'         | answer(200, USER, 'text/html')              || 'text/html'
        'there is a body instead of none' | 'POST'  | '/api/v1/auth/logout'      | answer(204, USER)                           || 'No response body is expected'
        'a header is missing'            | 'POST'   | '/api/v1/users'            | answer(201, USER)                           || 'Location'
        'an operation is not described'  | 'DELETE' | '/api/v1/users/me'         | answer(200, USER)                           || 'is not described'
        'a path is not described'        | 'GET'    | '/api/v1/films'            | answer(200, USER)                           || 'is not described'
        'a request was taken that is not as described' | 'GET' | '/api/v1/users?limit=x' | answer(200, [items: [], next_cursor: null]) || 'took'
    }

    def "what was described and never answered is told, of #told where #seen was seen"() {
        expect:
        DescriptionCoverage.unseen(told, seen) == unseen

        where:
        told                                            | seen                       || unseen
        [a: ['200', 'not-found']]                       | [a: ['200']]               || ['a: not-found']
        [a: ['200', 'not-found']]                       | [:]                        || ['a: 200', 'a: not-found']
        [a: ['200', 'internal-error']]                  | [a: ['200']]               || []
        [a: ['malformed-request']]                      | [b: ['malformed-request']] || []
        [a: ['malformed-request'], b: ['not-found']]    | [b: ['not-found']]         || ['a: malformed-request']
    }

    private void check(String method, String target, Answer answer) {
        Described.by(api.address).check(method, target, [Authorization: 'Bearer abc'], null, answer)
    }

    private static Answer answer(int status, Object body, String type = 'application/json') {
        new Answer('GET', '/', status, ['Content-Type': [type]], JsonOutput.toJson(body).bytes, Duration.ZERO)
    }
}
