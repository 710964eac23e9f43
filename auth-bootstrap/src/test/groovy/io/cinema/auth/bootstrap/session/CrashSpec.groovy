package io.cinema.auth.bootstrap.session

import io.cinema.auth.bootstrap.fixture.Log
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.ServiceProcess
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.devkit.Backends
import io.cinema.auth.devkit.RedisServer
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The service is killed outright, and Redis emptied, at the worst of moments. */
class CrashSpec extends Specification {

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
