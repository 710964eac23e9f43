package io.cinema.auth.bootstrap.throttle

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Api
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.contracts.fixture.Parallel
import java.time.Duration

class ThrottleSpec extends FunctionalSpec {
    Person person = someone()

    def "five wrong passwords lock the account on every node and under every name; the right one meets the same answer"() {
        given:
        [person.login, person.email, person.login.toUpperCase(), person.email.toUpperCase(), person.login].each {
            assert wrong(it).problem == 'invalid-credentials'
        }

        when:
        Answer locked = right()
        List<Answer> others = [right(api.at(other)), wrong(person.email), wrong(person.login, api.at(other))]

        then:
        locked.status == 429
        locked.problem == 'too-many-attempts'
        (locked.header('Retry-After') as int) in 29..30
        others*.problem.unique() == ['too-many-attempts']

        when:
        pass(Duration.ofSeconds(30))

        then:
        right().status == 200
    }

    def "names that nobody has are locked alike"() {
        given:
        String nobody = "nobody-${UUID.randomUUID()}"

        expect:
        5.times { assert wrong(nobody).problem == 'invalid-credentials' }
        wrong(nobody.toUpperCase()).problem == 'too-many-attempts'
        service.sql { sql -> sql.rows('SELECT t::text AS row FROM auth.login_attempts AS t')*.row.every { !it.contains(nobody.take(10)) } }
    }

    def "a restart forgives nothing"() {
        given:
        5.times { wrong() }
        RunningService fresh = RunningService.onSharedBackends()

        expect:
        right(api.at(fresh)).status == 429

        cleanup:
        fresh?.close()
    }

    def "of forty wrong ones in parallel, over two nodes, five are told to be wrong"() {
        when:
        List<Answer> answers = Parallel.times(40) { i -> wrong(i % 3 ? person.login : person.email, i % 2 ? api : api.at(other)) }

        then:
        answers.countBy { it.problem }.with {
            // A node that has no room to hash says so, and counts nothing.
            it['invalid-credentials'] == 5 && it.keySet() - 'overloaded' == ['invalid-credentials', 'too-many-attempts'] as Set
        }
    }

    def "wrong passwords of who is signed in count as well, and the trail tells of them: #call"() {
        given:
        SignedIn device = person.signIn()

        when:
        5.times { assert ask(device, 'a wrong password').problem == 'invalid-credentials' }

        then:
        ask(device, person.password).problem == 'too-many-attempts'
        right().problem == 'too-many-attempts'
        device.standing() == 'ok'
        reasons(call) == ['invalid-credentials'] * 5 + ['too-many-attempts']

        where:
        call                 | ask
        'email.changed'      | { d, p -> d.api.patch('/users/me', [email: "new-${UUID.randomUUID()}@example.com".toString(), current_password: p]) }
        'password.changed'   | { d, p -> d.api.put('/users/me/password', [new_password: 'quite another one', current_password: p]) }
        'agents.changed'     | { d, p -> d.api.put('/users/me/allowed-agents', [allowed_agents: [], current_password: p]) }
        'totp.enabled'       | { d, p -> d.api.post('/users/me/totp', [password: p]) }
        'totp.disabled'      | { d, p -> d.api.delete('/users/me/totp', [password: p, code: '123456']) }
        'recovery_codes.renewed' | { d, p -> d.api.post('/users/me/recovery-codes', [password: p, code: '123456']) }
    }

    def "the history tells wrong passwords and the lock apart, the lock once"() {
        given:
        SignedIn device = person.signIn()

        when:
        5.times { wrong() }
        4.times { right() }

        then:
        device.api.get('/users/me/logins').json.items*.result == ['locked'] + ['wrong_password'] * 5 + ['success']
    }

    def "one address that guesses at many is locked; its neighbours by /64 with it, others not"() {
        given:
        RunningService limited = RunningService.onSharedBackends(RunningService.CHEAP +
            ['auth.throttle.address.free': 10, 'auth.proxy.trusted': '127.0.0.1'])
        String net = "2001:db8:${Integer.toHexString(new Random().nextInt(65536))}:1"
        Api from = limited.api()
        10.times {
            assert wrong("nobody-${UUID.randomUUID()}", from.with('X-Forwarded-For', "$net::$it")).problem == 'invalid-credentials'
        }

        expect:
        right(from.with('X-Forwarded-For', "$net:1234::1")).problem == 'too-many-attempts'
        right(from.with('X-Forwarded-For', "${net.replaceAll(/1$/, '2')}::1")).status == 200
        right(from).status == 200

        cleanup:
        limited?.close()
    }

    private Answer wrong(String name = person.login, Api from = api) {
        from.post('/auth/login', [login: name, password: 'a wrong password'])
    }

    private Answer right(Api from = api) {
        from.post('/auth/login', [login: person.login, password: person.password])
    }

    private List<String> reasons(String action) {
        service.sql {
            it.rows('SELECT reason FROM auth.audit_events WHERE action = ? AND actor_id = ?::uuid ORDER BY at, id', action, person.id)*.reason
        }
    }
}
