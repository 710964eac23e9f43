package io.cinema.auth.devkit

import static java.nio.file.attribute.PosixFilePermissions.toString as symbolic

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** What is to be had while it runs. */
class DevBackendsSpec extends Specification {

    @Shared
    @TempDir
    Path data

    @Shared
    @AutoCleanup
    DevBackendsProcess backends

    def setupSpec() {
        Files.writeString(data.resolve('dev.env'), 'AUTH_DATABASE_URL=jdbc:postgresql://127.0.0.1:1/stale\n')
        backends = DevBackendsProcess.ready(data)
    }

    def "dev.env has all that the service needs"() {
        expect:
        backends.env().keySet() == [
            'AUTH_MODE', 'AUTH_DATABASE_URL', 'AUTH_DATABASE_USER', 'AUTH_DATABASE_PASSWORD',
            'AUTH_MIGRATION_USER', 'AUTH_MIGRATION_PASSWORD', 'AUTH_REDIS_URI', 'AUTH_MASTER_KEY',
            'AUTH_OAUTH_OIDC', 'AUTH_OAUTH_DEMO_ISSUER', 'AUTH_OAUTH_DEMO_CLIENT_ID', 'AUTH_OAUTH_DEMO_CLIENT_SECRET',
        ] as Set
        backends.env().AUTH_MODE == 'dev'
        backends.env().AUTH_MASTER_KEY.decodeBase64().length == 32
    }

    def "what it says is true"() {
        expect:
        backends.asApp { it.firstRow('SELECT current_user AS name').name } == 'auth_app'
        backends.asOwner { it.firstRow('SELECT current_user AS name').name } == 'auth_owner'
        new Socket('127.0.0.1', URI.create(backends.env().AUTH_REDIS_URI).port).close()
        URI.create("${backends.env().AUTH_OAUTH_DEMO_ISSUER}/.well-known/openid-configuration").toURL().text
            .contains(backends.env().AUTH_OAUTH_DEMO_ISSUER)
    }

    def "a shell can source it"() {
        given:
        List<String> shell = ['sh', '-c', '. "$1" && printf "%s %s" "$AUTH_DATABASE_URL" "$AUTH_MASTER_KEY"', 'sh']

        expect:
        [*shell, data.resolve('dev.env').toString()].execute().text ==
            "${backends.env().AUTH_DATABASE_URL} ${backends.env().AUTH_MASTER_KEY}"
    }

    def "#path is for its owner only"() {
        expect:
        symbolic(Files.getPosixFilePermissions(data.resolve(path))) == mode

        where:
        path          || mode
        'dev.env'     || 'rw-------'
        'dev.secrets' || 'rw-------'
        'postgres'    || 'rwx------'
        'redis'       || 'rwx------'
    }

    def "a second one on the same data says who has it and leaves the first alone"() {
        given:
        Map<String, String> before = backends.env()

        when:
        DevBackendsProcess second = DevBackendsProcess.on(data)

        then:
        second.says() == "${data.toRealPath()} is in use by process ${backends.process.pid()}"
        second.exit() == 1
        backends.process.alive
        backends.env() == before
        backends.asApp { it.firstRow('SELECT 1 AS x').x } == 1
    }

    def "without a data directory it explains itself"() {
        given:
        DevBackendsProcess lost = DevBackendsProcess.withoutArguments()

        expect:
        lost.process.errorReader().readLine() == 'usage: DevBackends <data directory> [--films]'
        lost.exit() == 2
    }
}
