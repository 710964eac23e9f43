package io.cinema.auth.bootstrap.outage

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.contracts.fixture.Parallel
import java.time.Duration
import java.util.concurrent.Callable
import spock.lang.AutoCleanup
import spock.lang.Shared

/** Passwords at their real price. */
class OverloadSpec extends FunctionalSpec {

    @Shared
    @AutoCleanup
    RunningService node = RunningService.onSharedBackends([:])

    def "200 sign-ins at once are each answered in time: let in, or sent away with word when to come again"() {
        given:
        Person person = Person.signedUp(node.api())
        SignedIn device = person.signIn()
        5.times { device.api.get('/users/me') }
        List<Callable<Answer>> logins = (1..200).collect {
            { -> node.api().post('/auth/login', [login: person.login, password: person.password]) } as Callable<Answer>
        }
        List<Callable<Answer>> looks = (1..20).collect { { -> device.api.get('/users/me') } as Callable<Answer> }

        when:
        List<Answer> answers = Parallel.all(logins + looks)

        then:
        answers.take(200)*.status as Set == [200, 503] as Set
        answers.take(200)*.problem.contains('overloaded')
        answers.take(200).findAll { it.status == 503 }*.took.max() < Duration.ofMillis(2500)

        and: "who is signed in does not notice"
        answers.drop(200)*.status.unique() == [200]
        answers.drop(200)*.took.max() < Duration.ofMillis(2500)

        and: "afterwards all is as before"
        person.signIn().standing() == 'ok'
        device.refreshed().standing() == 'ok'
    }

    def "an unknown login, a wrong password and an account without one take about the same time"() {
        given:
        Person person = Person.signedUp(node.api())
        Person social = Person.signedUp(node.api())
        node.sql { it.executeUpdate('UPDATE auth.users SET password_hash = NULL WHERE id = ?::uuid', social.id) }
        Map<String, String> logins = [wrong: person.login, unknown: 'nobody-' + UUID.randomUUID(), passwordless: social.login]
        logins.values().each { node.api().post('/auth/login', [login: it, password: 'a wrong password']) }

        when: "taken in turns, so that all of them meet the same machine"
        Map<String, List<Long>> times = [:].withDefault { [] }
        15.times {
            logins.each { kind, login ->
                // Who guessed too often is sent away before anything is hashed.
                node.sql { it.executeUpdate('DELETE FROM auth.login_attempts') }
                Answer answer = node.api().post('/auth/login', [login: login, password: 'a wrong password'])
                assert answer.status == 401
                times[kind] << answer.took.toNanos()
            }
        }
        Map<String, Long> medians = times.collectEntries { kind, taken -> [kind, taken.sort()[7]] }

        then:
        medians.values().max() < 2 * medians.values().min()
    }
}
