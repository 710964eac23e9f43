package io.cinema.auth.bootstrap.distribution

import io.cinema.auth.bootstrap.fixture.Api
import io.cinema.auth.bootstrap.fixture.Eventually
import io.cinema.auth.bootstrap.fixture.ServiceProcess
import io.cinema.auth.devkit.Backends
import java.time.Duration
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise

/** The archive, as an operator runs it: against real backends, with nothing of this build on its class path. */
@Stepwise
class InstalledServiceSpec extends Specification {
    private static final String PASSWORD = 'a long walk to the cinema'
    /** With this the JVM refuses to go on with a cache that it can't use. Not in AUTH_JAVA_OPTS: the training has these too. */
    private static final Map<String, String> CACHE_NEEDED = [JDK_JAVA_OPTIONS: '-XX:AOTMode=on']
    /** Whoever lives for seconds has no use for the better compiler. */
    private static final Map<String, String> QUICKER = [AUTH_JAVA_OPTS: '-XX:TieredStopAtLevel=1']
    private static final Duration PATIENCE = Duration.ofSeconds(Installation.PATIENCE_SECONDS)

    @Shared
    @AutoCleanup
    Installation installed = new Installation()

    @Shared
    Map<String, String> environment = ServiceProcess.environment(Backends.shared().postgres(), Backends.shared().redis(), 'distribution') + QUICKER

    /** A server that was started by its script. */
    private static final class Served {
        final Process process
        private final Queue<String> said = new ConcurrentLinkedQueue<>()

        Served(Process process) {
            this.process = process
            Thread.ofVirtual().start { process.errorReader().eachLine { said << it } }
            Thread.ofVirtual().start { process.inputReader().eachLine { said << it } }
            boolean _ = Eventually.holds(PATIENCE) { !process.alive || up }
            assert up: said.join('\n')
        }

        private String getUp() {
            said.find { it.startsWith('auth is up: ') }
        }

        Api getApi() {
            new Api(URI.create((up =~ /(http:[^ ]+)\/api\/v1/).with { it.find() ? it.group(1) : '' }))
        }

        /** SIGTERM to the process that was started. */
        int stopped() {
            process.destroy()
            assert process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            process.exitValue()
        }
    }

    private Served served(Map<String, String> changed, File program = installed.file('bin/auth-server')) {
        new Served(installed.start(program, environment + changed))
    }

    def "where nothing can be kept it starts and stops as well"() {
        given: 'a file where the directory would be: root may write anywhere else'
        File cache = installed.file('cache')
        assert cache.createNewFile()

        when:
        Served service = served([:])

        then:
        service.api.get('//health/readiness').status == 200
        service.stopped() == 143
        cache.length() == 0

        cleanup:
        service?.process?.destroyForcibly()
        cache.delete()
    }

    /** What the JVM learned so far, and how much. */
    private Map<String, Long> getLearned() {
        (installed.file('cache').listFiles() ?: []).collectEntries { [(it.name.replaceAll(/-[0-9].*/, '')): it.length()] }
    }

    def "the first start trains the JVM, serves by a link, and ends on SIGTERM"() {
        when:
        Served service = served([:], installed.linked('auth-server'))

        then: 'the script is gone: signals reach the JVM itself'
        service.process.info().command().orElse('').endsWith('/java')
        service.api.get('//health/liveness').status == 200
        service.api.get('//health/readiness').status == 200
        learned.keySet() == ['server'] as Set
        learned.server > 1_000_000

        when: 'its superuser is made by the program beside it'
        def created = installed.typing("$PASSWORD\n", 'auth-cli', environment,
            'superuser', 'create', '--login', 'chief', '--email', 'chief@cinema.test', '--password-stdin')

        then:
        created.code() == 0
        learned.keySet() == ['server', 'cli'] as Set
        learned.cli > 1_000_000
        with(service.api.post('/auth/login', [login: 'chief', password: PASSWORD])) {
            status == 200
            service.api.bearing(json.access_token).get('/users/me').json.is_superuser
        }

        and:
        service.stopped() == 143

        cleanup:
        service?.process?.destroyForcibly()
    }

    def "what was learned is used: the next start, and the next command"() {
        given:
        Map<String, Long> before = learned

        when:
        Served service = served(CACHE_NEEDED)
        def listed = installed.run('auth-cli', environment + CACHE_NEEDED, 'superuser', 'list', '--json')

        then:
        service.process.info().arguments().orElse([] as String[]).any { it.startsWith('-XX:AOTCache=') }
        service.api.get('//health/readiness').status == 200
        listed.code() == 0
        listed.out().contains('chief')
        learned == before

        and:
        service.stopped() == 143

        cleanup:
        service?.process?.destroyForcibly()
    }

    def "it does not start on the example of a configuration as it is"() {
        expect:
        with(installed.run('auth-server', installed.example + [AUTH_AOT_DIR: 'off'])) {
            code() == 78
            err() =~ /auth can't start: .*AUTH_/
        }
    }
}
