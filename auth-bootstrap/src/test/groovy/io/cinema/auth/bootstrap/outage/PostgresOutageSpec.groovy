package io.cinema.auth.bootstrap.outage

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Eventually
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Log
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.devkit.PostgresServer
import io.cinema.auth.devkit.RedisServer
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared

class PostgresOutageSpec extends FunctionalSpec {

    @Shared
    @AutoCleanup
    PostgresServer postgres = PostgresServer.temporary()

    @Shared
    @AutoCleanup
    RedisServer redis = RedisServer.temporary()

    @Shared
    @AutoCleanup
    RunningService node = RunningService.on(postgres, redis)

    @Shared
    Person person

    @Shared
    SignedIn device

    @Shared
    SignedIn dead

    def setup() {
        if (person == null) {
            person = Person.signedUp(node.api())
            dead = person.signIn()
            dead.api.post('/auth/logout')
        }
        device = person.signIn()
    }

    def cleanup() {
        postgres.resume()
        postgres.start()
        redis.resume()
        redis.start()
        assert recovers()
    }

    def "with Postgres stopped everything that needs it says so and when to come again: #what"() {
        given:
        postgres.stop()

        when:
        Answer answer = request(person, device)

        then:
        answer.status == 503
        answer.problem == 'dependency-unavailable'
        answer.header('Retry-After').toInteger() in 1..60
        answer.took < Duration.ofSeconds(4)

        where:
        what               | request
        'signing up'       | { p, d -> p.api.post('/users', Person.form()) }
        'signing in'       | { p, d -> p.api.post('/auth/login', [login: p.login, password: p.password]) }
        'refreshing'       | { p, d -> d.tryRefresh() }
        'logging out'      | { p, d -> d.api.post('/auth/logout') }
        'personal data'    | { p, d -> d.api.get('/users/me') }
        'a change'         | { p, d -> d.api.patch('/users/me', [first_name: 'Neo']) }
        'the history'      | { p, d -> d.api.get('/users/me/logins') }
        'the sessions'     | { p, d -> d.api.get('/users/me/sessions') }
        'ending a session' | { p, d -> d.api.delete("/users/me/sessions/$d.session") }
        'the agents'       | { p, d -> d.api.get('/users/me/allowed-agents') }
    }

    def "what needs no Postgres goes on: #path"() {
        given:
        postgres.stop()

        expect:
        node.api().get(path).status == 200

        where:
        path << ['//health/liveness', '//.well-known/jwks.json', '//openapi.yaml', '//problems/dependency-unavailable', '//docs/']
    }

    def "readiness tells, liveness does not, and both are good again within 30 seconds of its return, without a restart"() {
        given:
        postgres.stop()

        expect:
        node.api().get('//health/readiness').status == 503
        node.api().get('//health').status == 503
        node.api().get('//health/liveness').status == 200

        when:
        postgres.start()

        then:
        recovers()
        node.api().get('//health').status == 200
        device.standing() == 'ok'
        dead.standing() == 'token-revoked'
        device.refreshed().standing() == 'ok'
        person.signIn().standing() == 'ok'
    }

    def "with Postgres stopped 50 requests at once are all answered in time, and bad tokens are still told apart"() {
        given:
        postgres.stop()

        when:
        List<Answer> answers = Parallel.times(50) { i -> (i % 2 ? device : dead).api.get('/users/me') }

        then:
        answers*.problem as Set == ['dependency-unavailable', 'token-revoked'] as Set
        answers*.took.max() < Duration.ofSeconds(10)
        node.api().get('/users/me').problem == 'token-missing'
        node.api().bearing('abc').get('/users/me').problem == 'token-invalid'
    }

    def "with Postgres and Redis away nothing is let through"() {
        given:
        postgres.stop()
        redis.stop()

        expect:
        device.standing() == 'dependency-unavailable'
        dead.standing() == 'dependency-unavailable'
    }

    def "a Postgres that takes connections and never answers is an outage, too"() {
        given:
        postgres.pause()

        when:
        Answer answer = node.api().post('/auth/login', [login: person.login, password: person.password])

        then:
        answer.problem == 'dependency-unavailable'
        answer.took < Duration.ofSeconds(12)
        node.api().get('//health/liveness').status == 200
    }

    def "an outage is told in the log without a stack trace for each request"() {
        given:
        postgres.stop()
        Parallel.times(50) { device.api.get('/users/me') }
        int before = Log.lines().size()

        when: "the connections that broke are gone"
        2.times { device.api.get('/users/me') }

        then:
        Log.lines().drop(before).every { !it.startsWith('ERROR') && !it.contains('\tat ') }
    }

    private boolean recovers() {
        Eventually.holds { node.api().get('//health/readiness').status == 200 && device.standing() in ['ok', 'token-revoked'] }
    }
}
