package io.cinema.auth.bootstrap.account

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn

class AllowedAgentsSpec extends FunctionalSpec {
    Person person = someone()
    SignedIn device = person.signIn(api.calledBy('Nebuchadnezzar/1.0'))

    def "at first any agent may sign in"() {
        expect:
        device.api.get('/users/me/allowed-agents').json == [allowed_agents: []]
        person.signIn(api.calledBy('Anything')).standing() == 'ok'
    }

    def "what is set is shown"() {
        given:
        List<String> patterns = ['Nebuchadnezzar/*', 'Логос *', '*']

        when:
        Answer answer = allow(patterns)

        then:
        answer.status == 200
        answer.json == [allowed_agents: patterns]
        device.api.get('/users/me/allowed-agents').json == answer.json
    }

    def "with #patterns, '#agent' #may sign in"() {
        given:
        allow(patterns)

        when:
        Answer answer = signIn(agent)

        then:
        answer.status == status
        answer.problem == (status == 200 ? null : 'agent-not-allowed')

        where:
        patterns                  | agent                || status
        ['Nebuchadnezzar/*']      | 'Nebuchadnezzar/2.0' || 200
        ['nebuchadnezzar/*']      | 'NEBUCHADNEZZAR/2.0' || 200
        ['Nebuchadnezzar/*']      | 'Logos/1.0'          || 403
        ['Nebuchadnezzar']        | 'Nebuchadnezzar/2.0' || 403
        ['*/2.0']                 | 'Nebuchadnezzar/2.0' || 200
        ['Logos*', '*nezzar*']    | 'Nebuchadnezzar/2.0' || 200
        ['.*']                    | 'Nebuchadnezzar/2.0' || 403
        ['Nebuchadnezza?/2.0']    | 'Nebuchadnezzar/2.0' || 403
        ['*']                     | 'Anything'           || 200
        []                        | 'Anything'           || 200
        may = status == 200 ? 'may' : 'may not'
    }

    def "a refusal opens no session and stands in the history"() {
        given:
        allow(['Nebuchadnezzar/*'])

        when:
        Answer answer = signIn('Logos/1.0')
        Map latest = device.api.get('/users/me/logins').json.items[0]

        then:
        answer.problem == 'agent-not-allowed'
        latest.result == 'agent_not_allowed'
        latest.user_agent == 'Logos/1.0'
        latest.session_id == null
        device.api.get('/users/me/sessions').json.items.size() == 1
    }

    def "a wrong password is told first, so that nobody learns the rule without it"() {
        given:
        allow(['Nebuchadnezzar/*'])

        expect:
        api.calledBy('Logos/1.0').post('/auth/login', [login: person.login, password: 'a wrong password']).problem ==
            'invalid-credentials'
    }

    def "open sessions meet the rule at their next refresh"() {
        given:
        SignedIn television = person.signIn(api.calledBy('Television/1'))
        allow(['Nebuchadnezzar/*'])

        expect:
        television.standing() == 'ok'
        television.tryRefresh().problem == 'session-ended'
        television.standing() == 'token-revoked'
        device.refreshed().standing() == 'ok'
    }

    def "a pattern of many stars over a long agent is decided in no time"() {
        given:
        allow(['*a' * 100])

        expect:
        signIn('a' * 500 + 'b').took.toMillis() < 2000
    }

    def "#what is refused: #errors, and the patterns stay"() {
        given:
        allow(['Nebuchadnezzar/*'])

        when:
        Answer answer = device.api.put('/users/me/allowed-agents', body)

        then:
        answer.status == 422
        answer.errors == errors
        device.api.get('/users/me/allowed-agents').json == [allowed_agents: ['Nebuchadnezzar/*']]

        where:
        what                       | body                                          || errors
        'nothing'                  | [:]                                           || [allowed_agents: 'required']
        'null'                     | [allowed_agents: null]                        || [allowed_agents: 'required']
        '21 patterns'              | [allowed_agents: (1..21).collect { "a$it" }]  || [allowed_agents: 'too_many']
        'an empty pattern'         | [allowed_agents: ['']]                        || [allowed_agents: 'too_short']
        'a pattern of 201'         | [allowed_agents: ['x' * 201]]                 || [allowed_agents: 'too_long']
        'a pattern with a control' | [allowed_agents: ['a\u0007']]                 || [allowed_agents: 'unsafe_text']
        'a stranger property'      | [allowed_agents: [], user_id: 'x']            || [user_id: 'unknown']
    }

    def "a value of the wrong type is malformed: #body"() {
        expect:
        device.api.put('/users/me/allowed-agents', body).problem == 'malformed-request'

        where:
        body << [[allowed_agents: 'Nebuchadnezzar/*'], [allowed_agents: [1]], [allowed_agents: [null]],
            [allowed_agents: [['a']]], [allowed_agents: [a: 'b']], ['Nebuchadnezzar/*']]
    }

    private Answer allow(List<String> patterns) {
        device.api.put('/users/me/allowed-agents', [allowed_agents: patterns])
    }

    private Answer signIn(String agent) {
        api.calledBy(agent).post('/auth/login', [login: person.login, password: person.password])
    }
}
