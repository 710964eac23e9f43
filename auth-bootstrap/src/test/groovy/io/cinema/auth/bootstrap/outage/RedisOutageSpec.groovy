package io.cinema.auth.bootstrap.outage

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Eventually
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.bootstrap.fixture.Staff
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.devkit.Backends
import io.cinema.auth.devkit.RedisServer
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared

/** Two nodes and a Redis that is not there. Postgres is. */
class RedisOutageSpec extends FunctionalSpec {
    static final Duration SLOWEST = Duration.ofMillis(500)

    @Shared
    @AutoCleanup
    RedisServer redis = RedisServer.temporary()

    @Shared
    @AutoCleanup
    RunningService node = RunningService.on(Backends.shared().postgres(), redis, 'redis_outage')

    @Shared
    @AutoCleanup
    RunningService neighbour = RunningService.on(Backends.shared().postgres(), redis, 'redis_outage')

    Person person = Person.signedUp(node.api())
    SignedIn alive = person.signIn()
    SignedIn dead = person.signIn()

    def setup() {
        assert dead.api.post('/auth/logout').status == 204
        // The first of all requests also pays for loading classes.
        5.times { alive.standing() }
    }

    def cleanup() {
        redis.resume()
        redis.start()
        assert Eventually.holds { node.redis { it.get('auth:epoch') } != null }
    }

    def "with Redis #broken, good tokens pass, dead ones do not, and nobody waits long"() {
        when:
        harm(redis)
        List<Answer> good = (1..40).collect { i -> alive.api.at(i % 2 ? node : neighbour).get('/users/me') }
        List<Answer> bad = (1..40).collect { i -> dead.api.at(i % 2 ? node : neighbour).get('/users/me') }

        then:
        good*.status.unique() == [200]
        bad*.problem.unique() == ['token-revoked']
        (good + bad)*.took.max() < SLOWEST

        where:
        broken         | harm
        'stopped'      | { RedisServer it -> it.stop() }
        'black-holed'  | { RedisServer it -> it.pause() }
        'emptied'      | { RedisServer it -> it.stop(); it.start() }
    }

    def "with Redis #broken, 50 requests at once are answered, none with an error of ours"() {
        given:
        harm(redis)

        when:
        List<Answer> answers = Parallel.times(50) { i -> (i % 2 ? alive : dead).api.get('/users/me') }

        then:
        answers.every { it.status == 200 || it.problem == 'token-revoked' }
        answers.count { it.status == 200 } == 25
        answers*.took.max() < Duration.ofSeconds(2)

        where:
        broken         | harm
        'stopped'      | { RedisServer it -> it.stop() }
        'black-holed'  | { RedisServer it -> it.pause() }
    }

    def "with Redis #broken, what is revoked is dead on both nodes at once, and stays dead when Redis is back"() {
        given:
        harm(redis)

        when:
        Answer logout = alive.api.post('/auth/logout')

        then:
        logout.status == 204
        logout.took < Duration.ofSeconds(1)
        alive.standing() == 'token-revoked'
        alive.standing(neighbour.api()) == 'token-revoked'
        alive.tryRefresh().problem == 'session-ended'

        when:
        redis.resume()
        redis.start()

        then: "before, while and after it is filled again"
        Eventually.holds {
            assert alive.standing() == 'token-revoked'
            assert alive.standing(neighbour.api()) == 'token-revoked'
            node.redis { it.get('auth:revoked:' + person.id) }?.contains(alive.session)
        }
        alive.standing(neighbour.api()) == 'token-revoked'

        where:
        broken         | harm
        'stopped'      | { RedisServer it -> it.stop() }
        'black-holed'  | { RedisServer it -> it.pause() }
    }

    def "with Redis #broken, whom an administrator stops is stopped on both nodes at once, and stays so when Redis is back, and when it is emptied"() {
        given:
        Staff staff = new Staff(node)
        SignedIn chief = staff.superuser()
        String role = staff.role('roles:read')
        List<Person> people = (1..4).collect { Person.signedUp(node.api()) }
        people.take(2).each { staff.grant(it, role) }
        List<SignedIn> devices = people*.signIn()
        String changed = staff.role('audit:read')
        Person editor = Person.signedUp(node.api())
        staff.grant(editor, changed)
        SignedIn keeping = editor.signIn()
        [*devices, keeping].each { assert it.standing() == 'ok' && it.standing(neighbour.api()) == 'ok' }
        harm(redis)

        when:
        List<Answer> acts = chief.api.with {
            [delete("/users/${people[0].id}/roles/$role"), post("/users/${people[1].id}/disable"),
                delete("/users/${people[2].id}/sessions"), put("/users/${people[3].id}/roles/$role", null),
                put("/roles/$changed", [role_name: "changed-$changed".toString(), permission_set: []])]
        }

        then:
        acts*.status == [204, 204, 204, 204, 200]
        acts*.took.max() < SLOWEST
        [node, neighbour].each { stopped(devices, keeping, it) }

        and: "the next token has what was granted, and not what was taken"
        devices[0].refreshed(neighbour.api()).api.get('/roles').problem == 'forbidden'
        devices[1].tryRefresh(neighbour.api()).problem == 'session-ended'
        devices[2].tryRefresh(neighbour.api()).problem == 'session-ended'
        devices[3].refreshed(neighbour.api()).with { it.api.get('/roles').status == 200 && it.api.at(node).get('/roles').status == 200 }

        when: "Redis is back"
        redis.resume()
        redis.start()

        then: "before, while and after it is filled again"
        Eventually.holds {
            [node, neighbour].each { stopped(devices, keeping, it) }
            node.redis { it.get('auth:revoked:' + people[1].id) } != null
        }

        when: "and once more loses all it knew"
        redis.stop()
        redis.start()

        then:
        [node, neighbour].each { stopped(devices, keeping, it) }

        where:
        broken         | harm
        'stopped'      | { RedisServer it -> it.stop() }
        'black-holed'  | { RedisServer it -> it.pause() }
        'emptied'      | { RedisServer it -> it.stop(); it.start() }
    }

    /** None of these tokens counts, and the one that still does has lost the permission of its role. */
    private static void stopped(List<SignedIn> devices, SignedIn keeping, RunningService at) {
        List<Answer> answers = devices.collect { it.api.at(at).get('/users/me') } + [keeping.api.at(at).get('/audit-events')]
        assert answers*.problem == ['token-revoked'] * 4 + ['forbidden']
        assert answers*.took.max() < SLOWEST
    }

    def "with Redis #broken, signing up, signing in, refreshing and changing the password work"() {
        given:
        harm(redis)

        when:
        Person newcomer = Person.signedUp(node.api())
        SignedIn device = newcomer.signIn()
        SignedIn next = device.refreshed()
        Answer change = next.api.put('/users/me/password', [current_password: newcomer.password, new_password: 'there is no spoon at all'])

        then:
        change.status == 204
        [device, next]*.standing().unique() == ['token-revoked']
        [device, next].collect { it.standing(neighbour.api()) }.unique() == ['token-revoked']
        next.refreshed().standing(neighbour.api()) == 'ok'

        where:
        broken         | harm
        'stopped'      | { RedisServer it -> it.stop() }
        'black-holed'  | { RedisServer it -> it.pause() }
    }

    def "without Redis the service is ready all the same"() {
        given:
        redis.stop()

        expect:
        node.api().get('//health/readiness').status == 200
        node.api().get('//health').status == 200
    }

    def "a node that starts without Redis works"() {
        given:
        redis.stop()

        when:
        RunningService late = RunningService.on(Backends.shared().postgres(), redis, 'redis_outage')

        then:
        alive.standing(late.api()) == 'ok'
        dead.standing(late.api()) == 'token-revoked'
        Person.signedUp(late.api()).signIn().standing() == 'ok'

        cleanup:
        late?.close()
    }
}
