package io.cinema.auth.bootstrap.nodes

import groovy.sql.Sql
import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Api
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.ServiceProcess
import io.cinema.auth.bootstrap.fixture.Shell
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.bootstrap.fixture.Stored
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.devkit.Backends
import io.cinema.auth.devkit.RedisServer
import java.time.InstantSource
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise

/**
 * Another release and this one on one database and one Redis: ours migrates while the other one serves, both serve side
 * by side, and the other one can be started again on what ours has made of the schema. The class path of the other one
 * comes from bin/upgrade-check.
 */
@Stepwise
class UpgradeCheck extends Specification {
    static final String DATABASE = 'upgrade'
    static final String OTHER = System.getProperty('auth.upgrade.from')

    @Shared
    @AutoCleanup
    RedisServer redis = RedisServer.temporary()

    @Shared
    Map<String, String> environment = ServiceProcess.environment(Backends.shared().postgres(), redis, DATABASE) +
        [AUTH_PASSWORD_MEMORY_KIB: '64', AUTH_PASSWORD_ITERATIONS: '1', AUTH_THROTTLE_ADDRESS_FREE: '1000000', AUTH_SHUTDOWN_DELAY: '1s']

    @Shared
    ServiceProcess older

    @Shared
    ServiceProcess newer

    @Shared
    Load before

    @Shared
    List<Person> people

    @Shared
    List<SignedIn> devices

    def cleanupSpec() {
        before?.close()
        [older, newer].findAll()*.close()
    }

    def "the other release serves by itself"() {
        when:
        older = ServiceProcess.ofRelease(OTHER, environment)
        people = (1..10).collect { Person.signedUp(older.api()) }
        devices = people*.signIn()
        before = Load.on { older.api() }
        before.goOn()

        then:
        before.failures == []
        println "schema: ${schema()}"
    }

    def "this one migrates and starts meanwhile, and nobody notices"() {
        when:
        newer = ServiceProcess.started(environment)
        before.goOn()
        before.close()

        then:
        before.failures == []
        devices.every { it.standing(older.api()) == 'ok' && it.standing(newer.api()) == 'ok' }
        println "schema: ${schema()}, ${before.rounds} rounds on the other release alone"
    }

    def "requests go to both in turn"() {
        when:
        Load load = Load.on { alternating() }
        10.times { load.goOn() }
        load.close()

        then:
        load.failures == []
        println "${load.rounds} rounds on both"

        cleanup:
        load?.close()
    }

    def "of refreshes at once on both one rotates, and all get the same successor"() {
        when:
        devices = devices.collect { device ->
            List<Answer> answers = Parallel.times(10) { i -> device.tryRefresh((i % 2 ? older : newer).api()) }
            assert answers*.status.unique() == [200]
            assert answers*.json.refresh_token.unique().size() == 1
            new SignedIn(older.api(), answers.first())
        }

        then:
        devices.every { it.standing(older.api()) == 'ok' && it.standing(newer.api()) == 'ok' }
    }

    def "what one revokes the other refuses: #what"() {
        given:
        Person boss = Person.signedUp(older.api())
        promote(boss)
        SignedIn chief = boss.signIn(newer.api())
        String role = chief.api.post('/roles', [role_name: "clerk-${UUID.randomUUID()}".toString(), permission_set: ['roles:read']]).json.id

        expect:
        [[older, newer], [newer, older]].every { acting, asked ->
            Person somebody = Person.signedUp(acting.api())
            SignedIn device = somebody.signIn(acting.api())
            Answer done = act(acting.api(), chief.api.at(acting.api()), somebody, device, role)
            assert done.status in [200, 204]: done
            device.standing(asked.api()) == 'token-revoked'
        }

        where:
        what           | act
        'a session'    | { Api at, Api admin, Person who, SignedIn device, String given -> device.api.at(at).post('/auth/logout') }
        'a password'   | { Api at, Api admin, Person who, SignedIn device, String given -> who.signIn(at).api.put('/users/me/password', [current_password: who.password, new_password: 'there is no spoon at all']) }
        'an account'   | { Api at, Api admin, Person who, SignedIn device, String given -> admin.post("/users/$who.id/disable") }
        'other rights' | { Api at, Api admin, Person who, SignedIn device, String given -> admin.put("/users/$who.id/roles/$given", null) }
    }

    def "both show the same keys, and either reads what the other has written of somebody"() {
        expect:
        [older, newer].collect { it.api().get('//.well-known/jwks.json').json }.unique().size() == 1
        people.every { person ->
            Api mine = person.signIn(newer.api()).api
            ['/users/me', '/users/me/logins', '/users/me/sessions', '/users/me/permissions'].every { path ->
                mine.at(older.api()).get(path).status == 200 && mine.at(newer.api()).get(path).status == 200
            }
        }
    }

    def "the other one can be started again, as when an upgrade is taken back"() {
        when:
        older.close()
        older = ServiceProcess.ofRelease(OTHER, environment)
        Load load = Load.on { alternating() }
        load.goOn()
        load.close()

        then:
        load.failures == []
        devices.every { it.refreshed(older.api()).standing(newer.api()) == 'ok' }

        cleanup:
        load?.close()
    }

    def "neither logged an error"() {
        expect:
        [older, newer].collectMany { it.said }.findAll { it.contains(' ERROR ') } == []
    }

    private int turn

    private synchronized Api alternating() {
        (turn++ % 2 ? older : newer).api()
    }

    private void promote(Person person) {
        Map<String, Object> settings = RunningService.settingsOf(Backends.shared().postgres(), redis, DATABASE) + RunningService.CHEAP
        assert new Shell(settings, InstantSource.system()).run('superuser', 'promote', person.login).exit == 0
    }

    private static String schema() {
        Sql sql = Stored.connect(Backends.shared().postgres().jdbcUrl(DATABASE))
        sql.withCloseable { 'V' + it.firstRow('SELECT max(version::int) AS version FROM auth.flyway_schema_history WHERE success').version }
    }
}
