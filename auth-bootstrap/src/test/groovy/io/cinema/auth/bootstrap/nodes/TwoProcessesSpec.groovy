package io.cinema.auth.bootstrap.nodes

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Api
import io.cinema.auth.bootstrap.fixture.Log
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.ServiceProcess
import io.cinema.auth.bootstrap.fixture.Shell
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.devkit.Backends
import io.cinema.auth.devkit.RedisServer
import java.time.InstantSource
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Two services that share nothing but Postgres and Redis behave as one. */
class TwoProcessesSpec extends Specification {
    static final int FREE_GUESSES = 5

    @Shared
    @AutoCleanup
    RedisServer redis = RedisServer.temporary()

    @Shared
    Map<String, String> environment = ServiceProcess.environment(Backends.shared().postgres(), redis, 'two_processes') +
        [AUTH_PASSWORD_MEMORY_KIB: '64', AUTH_PASSWORD_ITERATIONS: '1', AUTH_THROTTLE_ADDRESS_FREE: '1000000']

    @Shared
    List<ServiceProcess> nodes = []

    @Shared
    String role

    @Shared
    SignedIn chief

    Api here = nodes[0].api()
    Api there = nodes[1].api()
    Person person = Person.signedUp(here)

    def setupSpec() {
        // At one moment, on a database that has nothing yet: one migrates and makes the first key.
        nodes = Parallel.times(2) { ServiceProcess.started(environment) }
        Person boss = Person.signedUp(nodes[0].api())
        Map<String, Object> settings = RunningService.settingsOf(Backends.shared().postgres(), redis, 'two_processes') + RunningService.CHEAP
        assert new Shell(settings, InstantSource.system()).run('superuser', 'promote', boss.login).exit == 0
        chief = boss.signIn()
        role = chief.api.post('/roles', [role_name: 'clerk', permission_set: ['roles:read']]).json.id
    }

    def cleanupSpec() {
        nodes*.close()
        List<String> said = nodes.collectMany { it.said }
        assert said.findAll { Log.leaks(it) || it.contains(' ERROR ') } == []
    }

    def "who #what on one node is refused by the other in the very next request"() {
        given:
        List<Api> ways = [here, there]
        String nobody = null

        expect: "in either direction"
        (0..1).each { round ->
            Api acting = ways[round % 2]
            Api asked = ways[1 - round % 2]
            Person somebody = Person.signedUp(acting)
            SignedIn device = somebody.signIn(acting)
            assert device.standing(asked) == 'ok'
            Answer done = act(acting, chief.api.at(acting), somebody, device)
            assert done.status in [200, 204]: done
            assert device.standing(asked) == 'token-revoked'
            Answer refresh = device.tryRefresh(asked)
            assert refresh.problem == (ends ? 'session-ended' : nobody)
        }

        where:
        what                     | ends  | act
        'signs out'              | true  | { Api at, Api admin, Person who, SignedIn device -> device.api.at(at).post('/auth/logout') }
        'ends the session'       | true  | { Api at, Api admin, Person who, SignedIn device -> who.signIn(at).api.delete("/users/me/sessions/$device.session") }
        'ends all other sessions' | true | { Api at, Api admin, Person who, SignedIn device -> who.signIn(at).api.delete('/users/me/sessions?except=current') }
        'changes the password'   | true  | { Api at, Api admin, Person who, SignedIn device -> who.signIn(at).api.put('/users/me/password', [current_password: who.password, new_password: 'there is no spoon at all']) }
        'is signed out by staff' | true  | { Api at, Api admin, Person who, SignedIn device -> admin.delete("/users/$who.id/sessions") }
        'is disabled'            | true  | { Api at, Api admin, Person who, SignedIn device -> admin.post("/users/$who.id/disable") }
        'gets a role'            | false | { Api at, Api admin, Person who, SignedIn device -> admin.put("/users/$who.id/roles/$role", null) }
    }

    def "a role that is revoked on one node opens nothing on the other in the very next request"() {
        given:
        chief.api.at(here).put("/users/$person.id/roles/$role", null)
        SignedIn device = person.signIn(there)
        assert device.api.get('/roles').status == 200

        when:
        chief.api.at(here).delete("/users/$person.id/roles/$role")

        then:
        device.api.get('/roles').problem == 'token-revoked'
        device.refreshed(there).api.get('/roles').problem == 'forbidden'
    }

    def "of forty refreshes at once with one token one rotates, and all get the same successor"() {
        given:
        SignedIn device = person.signIn()

        when:
        List<Answer> answers = Parallel.times(40) { i -> device.tryRefresh(i % 2 ? here : there) }

        then:
        answers*.status.unique() == [200]
        answers*.json.refresh_token.unique().size() == 1

        when: "both nodes have rotated once more, the first of them comes back"
        SignedIn latest = new SignedIn(here, answers.first()).refreshed(there).refreshed(here)

        then: "it is stolen goods to either, and takes the last with it everywhere"
        device.tryRefresh(there).problem == 'session-ended'
        [here, there].collect { latest.standing(it) }.unique() == ['token-revoked']
        [here, there].collect { latest.tryRefresh(it).problem }.unique() == ['session-ended']
    }

    def "wrong guesses count together"() {
        when:
        List<Answer> guesses = (1..FREE_GUESSES).collect { i -> login(i % 2 ? here : there, 'wrong pass phrase') }

        then: "two on one node and three on the other"
        guesses*.problem.unique() == ['invalid-credentials']

        and: "the right one is not looked at, on neither"
        [here, there].collect { login(it, person.password).problem }.unique() == ['too-many-attempts']
    }

    def "both show the same keys, and either's tokens count on both"() {
        expect:
        [here, there].collect { it.get('//.well-known/jwks.json').json }.unique().size() == 1
        [here, there].collect { from -> [here, there].collect { person.signIn(from).standing(it) } }.flatten().unique() == ['ok']
    }

    private Answer login(Api at, String password) {
        at.post('/auth/login', [login: person.login, password: password])
    }
}
