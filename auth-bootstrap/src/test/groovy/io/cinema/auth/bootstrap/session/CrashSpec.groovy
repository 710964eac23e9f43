package io.cinema.auth.bootstrap.session

import io.cinema.auth.bootstrap.fixture.Answer
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
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The service is killed outright, and Redis emptied, at the worst of moments. */
class CrashSpec extends Specification {
    static final int PEOPLE = 32

    @Shared
    @AutoCleanup
    RedisServer redis = RedisServer.temporary()

    /** Starting a JVM takes longer than this grace. */
    @Shared
    Map<String, String> environment = ServiceProcess.environment(Backends.shared().postgres(), redis, 'crash') +
        [AUTH_SESSION_GRACE: '1ms', AUTH_PASSWORD_MEMORY_KIB: '64', AUTH_PASSWORD_ITERATIONS: '1']

    def "what was rotated, signed out and changed before kill -9 is so after the restart, though Redis was emptied"() {
        given:
        ServiceProcess first = ServiceProcess.started(environment)
        Person person = Person.signedUp(first.api())
        Person careful = Person.signedUp(first.api())
        SignedIn rotated = person.signIn()
        SignedIn successor = rotated.refreshed()
        SignedIn signedOut = person.signIn()
        SignedIn changed = careful.signIn()
        changed.api.put('/users/me/password', [current_password: careful.password, new_password: 'there is no spoon at all'])
        signedOut.api.post('/auth/logout')

        when:
        first.kill()
        redis.stop()
        redis.start()
        ServiceProcess second = ServiceProcess.started(environment)

        then: "what was dead is dead"
        signedOut.standing(second.api()) == 'token-revoked'
        signedOut.tryRefresh(second.api()).problem == 'session-ended'
        changed.standing(second.api()) == 'token-revoked'

        and: "what lived lives"
        successor.standing(second.api()) == 'ok'
        changed.refreshed(second.api()).standing() == 'ok'

        and: "the token that was replaced is stolen goods, and takes its successor with it"
        rotated.tryRefresh(second.api()).problem == 'session-ended'
        successor.tryRefresh(second.api()).problem == 'session-ended'
        successor.standing(second.api()) == 'token-revoked'
        person.signIn(second.api()).api.get('/users/me/logins').json.items*.result.take(2) == ['success', 'refresh_token_reused']

        and: "nothing of this was told to the log"
        (first.said + second.said).findAll { Log.leaks(it) } == []
        second.said.findAll { it.contains(' ERROR ') } == []

        cleanup:
        first?.kill()
        second?.close()
    }

    def "what an administrator did before kill -9 is done, told and in force after the restart; what was cut off is all of it or nothing"() {
        given: "somebody made superuser from the shell"
        ServiceProcess first = ServiceProcess.started(environment)
        Person boss = Person.signedUp(first.api())
        Map<String, Object> settings = RunningService.settingsOf(Backends.shared().postgres(), redis, 'crash') + RunningService.CHEAP
        assert new Shell(settings, InstantSource.system()).run('superuser', 'promote', boss.login).exit == 0
        SignedIn chief = boss.signIn()

        and: "whom something is done to while the service is killed"
        String role = chief.api.post('/roles', [role_name: "crash-${UUID.randomUUID()}".toString(), permission_set: ['roles:read']]).json.id
        List<Person> people = (1..PEOPLE).collect { Person.signedUp(first.api()) }
        List<SignedIn> devices = people*.signIn()
        AtomicInteger count = new AtomicInteger()

        when:
        List<Boolean> answered = Parallel.times(PEOPLE) { i ->
            boolean done = act(chief, people[i], i % 2 == 0, role)
            if (done && count.incrementAndGet() == PEOPLE.intdiv(4)) {
                first.kill()
            }
            done
        }
        redis.stop()
        redis.start()
        ServiceProcess second = ServiceProcess.started(environment)
        SignedIn back = boss.signIn(second.api())

        then: "some were answered, and some were not"
        answered.any { it } && !answered.every { it }

        and:
        people.eachWithIndex { person, i ->
            boolean disabling = i % 2 == 0
            List<String> told = back.api.get("/audit-events?target_id=$person.id").json.items*.action
            boolean done = disabling ? devices[i].tryRefresh(second.api()).problem == 'session-ended' : back.api.get("/users/$person.id").json.roles.size() == 1
            assert done || !answered[i]
            assert told == (done ? [disabling ? 'user.disabled' : 'role.granted'] : [])
            assert devices[i].standing(second.api()) == (done ? 'token-revoked' : 'ok')
            if (disabling) {
                Answer login = second.api().post('/auth/login', [login: person.login, password: person.password])
                assert login.problem == (done ? 'account-disabled' : null)
            }
        }

        and:
        (first.said + second.said).findAll { Log.leaks(it) } == []
        second.said.findAll { it.contains(' ERROR ') } == []

        cleanup:
        first?.kill()
        second?.close()
    }

    /** Whether it was answered. */
    private static boolean act(SignedIn chief, Person person, boolean disabling, String role) {
        try {
            Answer answer = disabling ? chief.api.post("/users/$person.id/disable") : chief.api.put("/users/$person.id/roles/$role", null)
            assert answer.status == 204: answer
            return true
        } catch (IOException killed) {
            return false
        }
    }

    def "SIGTERM stops it in order"() {
        given:
        ServiceProcess service = ServiceProcess.started(environment)
        SignedIn device = Person.signedUp(service.api()).signIn()
        device.standing()

        when:
        service.close()

        then:
        service.process.exitValue() in [0, 143]
        service.said.findAll { it.contains(' ERROR ') || it.startsWith('\tat ') } == []
    }
}
