package io.cinema.auth.bootstrap.outage

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Api
import io.cinema.auth.bootstrap.fixture.Eventually
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Log
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.bootstrap.fixture.Staff
import io.cinema.auth.bootstrap.token.RoutesSpec
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.devkit.PostgresServer
import io.cinema.auth.devkit.RedisServer
import java.time.Duration
import java.util.concurrent.Callable
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

    def "with Postgres stopped no route lets anybody do what its door can't ask about, and all are back when it is"() {
        given:
        List<List> routes = RoutesSpec.TABLE.findAll { it[2] != RoutesSpec.ANYBODY && it[2] != RoutesSpec.SIGNED_IN }
        SignedIn chief = new Staff(node).superuser()
        List<Closure<Answer>> requests = routes.collect { method, path, whom, body ->
            { -> chief.api.send(method, path.replace(Api.ROOT, '').replaceAll(/\{\w+}/, RoutesSpec.ID), body) }
        } + [
            { chief.api.get('/users/me/permissions') },
            { chief.api.post('/access/check', [checks: [[label: 'premiere']]]) },
            { chief.api.post('/access/check', [checks: [[permission: 'films:read']], user_id: person.id]) },
        ]
        postgres.stop()

        when:
        List<Answer> answers = Parallel.all(requests.collect { it as Callable })

        then:
        routes.size() > 10
        answers*.problem.unique() == ['dependency-unavailable']
        answers.every { it.header('Retry-After').toInteger() in 1..60 }
        answers*.took.max() < Duration.ofSeconds(10)

        when:
        postgres.start()

        then: "nobody signs in again, and nobody starts the service again"
        Eventually.holds(Duration.ofSeconds(30)) { requests.every { it.call().problem in [null, 'not-found', 'invalid-request'] } }
        chief.api.post('/access/check', [checks: [[label: 'premiere']]]).json.results == [[allowed: true, reason: 'superuser']]
    }

    def "what an administrator asked for while Postgres broke off is done in whole or not at all"() {
        given:
        SignedIn chief = new Staff(node).superuser()
        List<Person> people = (1..20).collect { Person.signedUp(node.api()) }
        List<SignedIn> devices = people*.signIn()
        String role = new Staff(node).role('films:read')

        when:
        Thread breaker = Thread.start { postgres.stop() }
        List<Answer> answers = Parallel.times(20) { i ->
            i % 2 ? chief.api.post("/users/${people[i].id}/disable") : chief.api.put("/users/${people[i].id}/roles/$role", null)
        }
        breaker.join()
        postgres.start()

        then:
        recovers()
        answers.every { it.status == 204 || it.problem == 'dependency-unavailable' }
        people.eachWithIndex { one, i ->
            List<String> told = chief.api.get("/audit-events?target_id=$one.id").json.items*.action
            boolean done = i % 2 ? signIn(one).problem == 'account-disabled' : chief.api.get("/users/$one.id").json.roles.size() == 1
            assert told == (done ? [i % 2 ? 'user.disabled' : 'role.granted'] : []): answers[i]
            assert done || answers[i].status == 503: answers[i]
            // Postgres may have gone before it could say that it is done; then the relay tells Redis.
            assert answers[i].status == 204 ? devices[i].standing() == 'token-revoked'
                : Eventually.holds { devices[i].standing() == (done ? 'token-revoked' : 'ok') }: answers[i]
        }
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
        with(node.api().get('//health/readiness')) { status == 503 && json == [status: 'DOWN'] }
        with(node.api().get('//health')) { status == 503 && json == [status: 'DOWN'] }
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

    private static Answer signIn(Person person) {
        person.api.post('/auth/login', [login: person.login, password: person.password])
    }

    private boolean recovers() {
        Eventually.holds { node.api().get('//health/readiness').status == 200 && device.standing() in ['ok', 'token-revoked'] }
    }
}
