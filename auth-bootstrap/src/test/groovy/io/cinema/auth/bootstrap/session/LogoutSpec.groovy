package io.cinema.auth.bootstrap.session

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Eventually
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.contracts.fixture.Parallel
import io.lettuce.core.api.sync.RedisCommands

class LogoutSpec extends FunctionalSpec {
    Person person = someone()
    SignedIn device = person.signIn()

    def "after logout both tokens are dead on every node at once"() {
        when:
        Answer answer = device.api.post('/auth/logout')

        then:
        answer.status == 204
        answer.bytes.length == 0
        device.standing(other.api()) == 'token-revoked'
        device.standing() == 'token-revoked'
        device.tryRefresh().problem == 'session-ended'
        device.tryRefresh(other.api()).problem == 'session-ended'
    }

    def "so are the session's older access tokens"() {
        given:
        SignedIn next = device.refreshed()

        when:
        next.api.post('/auth/logout')

        then:
        device.standing() == 'token-revoked'
        next.standing() == 'token-revoked'
        next.tryRefresh().problem == 'session-ended'
    }

    def "other devices stay signed in, and signing in again works"() {
        given:
        SignedIn elsewhere = person.signIn()

        when:
        device.api.post('/auth/logout')

        then:
        elsewhere.standing() == 'ok'
        elsewhere.refreshed().standing() == 'ok'
        person.signIn().standing() == 'ok'
    }

    def "a refresh token that was just replaced gets nothing after logout, not even within the grace"() {
        given:
        SignedIn next = device.refreshed()

        when:
        next.api.post('/auth/logout')

        then:
        device.tryRefresh().problem == 'session-ended'
    }

    def "a second logout finds the token revoked"() {
        given:
        device.api.post('/auth/logout')

        expect:
        device.api.post('/auth/logout').problem == 'token-revoked'
    }

    def "of ten logouts at once none fails in any other way"() {
        when:
        List<Answer> answers = Parallel.times(10) { i -> device.api.at(i % 2 ? service : other).post('/auth/logout') }

        then:
        answers.every { it.status == 204 || it.problem == 'token-revoked' }
        answers.any { it.status == 204 }
        device.standing() == 'token-revoked'
    }

    def "a refresh that races a logout never leaves a token alive"() {
        when:
        List<Answer> answers = Parallel.all([
            { -> device.api.post('/auth/logout') },
            { -> device.tryRefresh(other.api()) },
            { -> device.tryRefresh() },
        ])

        then:
        answers[0].status == 204
        answers.tail().findAll { it.status == 200 }.every {
            SignedIn late = new SignedIn(api, it)
            late.standing() == 'token-revoked' && late.standing(other.api()) == 'token-revoked' &&
                late.tryRefresh().problem == 'session-ended'
        }

        where:
        round << (1..5)
    }

    def "logging out without a token is refused"() {
        expect:
        api.post('/auth/logout').problem == 'token-missing'
        device.standing() == 'ok'
    }

    def "in Redis the user's id holds what is dead, and is forgotten with the last access token"() {
        when:
        device.api.post('/auth/logout')

        then:
        service.redis { redis ->
            String key = keyOf(redis)
            assert redis.get(key).contains(device.claims.jti as String)
            assert redis.get(key).contains(device.session)
            long life = redis.ttl(key)
            assert life > 15 * 60 && life < 16 * 60
            true
        }
    }

    def "an emptied Redis forgets nothing that is dead"() {
        given:
        SignedIn elsewhere = person.signIn()
        device.api.post('/auth/logout')

        when:
        service.redis { it.flushall() }

        then: "at once, and while it is filled again, and after"
        device.standing() == 'token-revoked'
        elsewhere.standing() == 'ok'
        Eventually.holds {
            assert device.standing() == 'token-revoked'
            assert device.standing(other.api()) == 'token-revoked'
            service.redis { keyOf(it) } != null
        }
        device.standing() == 'token-revoked'
        elsewhere.standing() == 'ok'
    }

    private String keyOf(RedisCommands<String, String> redis) {
        redis.keys('*' + person.id + '*')[0]
    }
}
