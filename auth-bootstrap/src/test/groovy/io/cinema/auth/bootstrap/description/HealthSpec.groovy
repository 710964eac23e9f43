package io.cinema.auth.bootstrap.description

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec

class HealthSpec extends FunctionalSpec {

    def "#path is good and tells nothing of the inside"() {
        when:
        Answer answer = api.get(path)

        then:
        answer.status == 200
        answer.json == [status: 'UP']

        where:
        path << ['//health', '//health/liveness', '//health/readiness']
    }

    def "no other window of the framework is open: #path"() {
        expect:
        api.get(path).problem == 'not-found'
        someone().signIn().api.get(path).problem == 'not-found'

        where:
        path << ['//beans', '//env', '//loggers', '//routes', '//info', '//refresh', '//stop', '//threaddump', '//caches',
            '//metrics', '//login', '//logout', '//oauth/access_token', '//token_info', '//keys', '//swagger',
            '//swagger-ui', '//views', '//server-stop']
    }
}
