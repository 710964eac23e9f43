package io.cinema.auth.bootstrap.cli

import io.cinema.auth.bootstrap.AuthServer
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.ServiceProcess
import io.cinema.auth.bootstrap.fixture.Shell
import io.cinema.auth.devkit.Backends
import io.cinema.auth.devkit.PostgresServer
import io.cinema.auth.devkit.RedisServer
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What the doctor says of a service that has just been set up, on the machine's own clock, and of mistakes with it. */
class DoctorSpec extends Specification {
    @Shared
    PostgresServer postgres = Backends.shared().postgres()

    @Shared
    RedisServer redis = Backends.shared().redis()

    @Shared
    @AutoCleanup
    ServiceProcess service = ServiceProcess.started(ServiceProcess.environment(postgres, redis, 'doctor'))

    private Shell shell(Map<String, Object> settings = [:]) {
        new Shell(RunningService.settingsOf(postgres, redis, 'doctor') + settings, AuthServer.systemClock())
    }

    def "it says how to make the first superuser, and then that all is well"() {
        expect:
        shell().run('doctor').with { exit == 0 && err == '' && out.contains('auth-cli superuser create') }
        shell().typing('a pass phrase for röot\n', 'superuser', 'create', '--login', 'root', '--email', 'root@example.com', '--password-stdin', '--json')
            .with { exit == 0 && err == '' && json.is_superuser }

        when:
        def ran = shell().run('doctor', '--json')

        then:
        ran.exit == 0
        ran.json.items*.verdict.unique() == ['well']
        ran.json.items*.subject.containsAll(['settings', 'signing keys', 'superusers'])
        !ran.out.contains(RunningService.MASTER_KEY)
        service.api().post('/auth/login', [login: 'root', password: 'a pass phrase for röot']).status == 200
    }

    def "it tells of #what, and what to do"() {
        when:
        def ran = shell(settings).run('doctor')

        then:
        ran.exit == code
        ran.out.contains(told)
        !ran.out.contains('Exception') && ran.err == ''

        where:
        what                     | settings                                                             || code | told
        'another master key'     | ['auth.master-key': RunningService.keyNamed('another')]              || 1    | 'AUTH_MASTER_KEY'
        'a master key of an example' | ['auth.master-key': Base64.encoder.encodeToString(('z' * 32).bytes)] || 1 | 'AUTH_MASTER_KEY is an example'
        'a password that anybody would try' | ['auth.database.password': 'postgres']                      || 1    | 'AUTH_DATABASE_PASSWORD is one that anybody would try'
        'what the service would not start with' | ['auth.session.keep': '4m']                             || 1    | 'AUTH_SESSION_KEEP'
        'half of the settings of films' | ['auth.films.opensearch.url': 'https://search:9200', 'auth.films.database.url': 'jdbc:postgresql://films/films'] || 1 | 'AUTH_FILMS_DATABASE_USER'
        'a broken master key'    | ['auth.master-key': 'short']                                         || 1    | 'AUTH_MASTER_KEY'
        'no address of a Redis'  | ['auth.redis.uri': 'http://localhost']                               || 1    | 'AUTH_REDIS_URI'
        'a wrong password'       | ['auth.database.password': 'wrong']                                  || 1    | 'AUTH_DATABASE_PASSWORD'
        'no Redis there'         | ['auth.redis.uri': 'redis://127.0.0.1:1']                            || 3    | 'AUTH_REDIS_URI'
        'no Postgres there'      | ['auth.database.url': 'jdbc:postgresql://127.0.0.1:1/auth']          || 3    | 'AUTH_DATABASE_URL'
    }

    def "on a database that was never migrated it says who does that"() {
        given:
        postgres.createDatabase('never_migrated')
        def ran = { String... words -> shell('auth.database.url': postgres.jdbcUrl('never_migrated')).run(words) }

        expect:
        ran('doctor').with { exit == 1 && out.contains('AUTH_MIGRATION_USER') }
        ran('user', 'list').with { exit == 1 && err.readLines().size() == 1 }
    }
}
