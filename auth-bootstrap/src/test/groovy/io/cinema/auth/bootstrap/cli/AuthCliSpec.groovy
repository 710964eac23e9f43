package io.cinema.auth.bootstrap.cli

import groovy.json.JsonSlurper
import io.cinema.auth.bootstrap.AuthCli
import io.cinema.auth.bootstrap.fixture.RunningService
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

/** The command line in a JVM of its own, as it is before anything is configured. */
class AuthCliSpec extends Specification {
    private static final List<String> OPTIONS = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']

    @TempDir
    Path directory

    record Ended(int code, String out, String err) {}

    private static Ended run(Map<String, String> environment = [:], List<String> options = [], String... args) {
        def builder = new ProcessBuilder([Path.of(System.getProperty('java.home'), 'bin', 'java').toString(), *OPTIONS, *options,
            '-cp', System.getProperty('java.class.path'), AuthCli.name, *args])
        builder.environment().keySet().removeIf { it.startsWith('AUTH_') }
        builder.environment().putAll(environment)
        def process = builder.start()
        process.outputStream.close()
        def out = new StringBuilder(), err = new StringBuilder()
        process.waitForProcessOutput(out, err)
        assert process.waitFor(60, TimeUnit.SECONDS)
        new Ended(process.exitValue(), out.toString(), err.toString())
    }

    def "help needs nothing, and nothing else is said"() {
        when:
        def ended = run('--help')

        then:
        ended.code() == 0
        ended.out().startsWith('Usage: auth-cli')
        ended.err() == ''
    }

    def "a command without settings names what is missing"() {
        expect:
        with(run('role', 'list')) {
            code() == 1
            out() == ''
            err() ==~ /auth-cli: AUTH_MASTER_KEY is not set: .*\n/
        }
    }

    def "a setting that can't be used is named, and its value not told, not even to developers: #variable"() {
        given:
        def environment = [
            AUTH_ISSUER: RunningService.ISSUER, AUTH_MASTER_KEY: RunningService.MASTER_KEY, AUTH_REDIS_URI: 'redis://127.0.0.1:1',
            AUTH_DATABASE_URL: 'jdbc:postgresql://127.0.0.1:1/auth', AUTH_DATABASE_USER: 'auth', AUTH_DATABASE_PASSWORD: 's3cretpw',
            AUTH_DEBUG: '1',
        ]

        expect:
        with(run(environment + [(variable): value], [], *words)) {
            code() == 1
            out() == ''
            err().startsWith("auth-cli: $variable is no address of a ")
            !err().contains('s3cretpw')
            !err().contains('internal error')
        }

        where:
        variable            | value                                      | words
        'AUTH_DATABASE_URL' | 'postgresql://u:s3cretpw@h/db'             | ['user', 'list']
        'AUTH_DATABASE_URL' | 'jdbc:postgresql://u:s3cretpw@h/db'        | ['user', 'list']
        'AUTH_REDIS_URI'    | 'redis://:s3cretpw@local host:6379'        | ['user', 'disable', 'neo']
        'AUTH_REDIS_URI'    | 'http://:s3cretpw@localhost'               | ['user', 'list']
    }

    def "where bin/auth-cli looked for bin/run, that is told"() {
        given:
        def options = ['-Dauth.cli.dev-env=/data/dev.env']

        expect:
        with(run([:], options, 'role', 'list')) {
            code() == 3
            err() == 'auth-cli: AUTH_DATABASE_URL is not set, and bin/run is not running: no /data/dev.env\n'
        }
        with(run([:], options, 'doctor')) {
            code() == 3
            err() == ''
            out().contains('bin/run is not running')
        }
    }

    def "the doctor finds every setting that is missing"() {
        when:
        def ended = run('doctor', '--json')

        then:
        ended.code() == 1
        ended.err() == ''
        new JsonSlurper().parseText(ended.out()).items*.observed*.takeWhile { it != ' ' } as Set ==
            ['AUTH_DATABASE_URL', 'AUTH_DATABASE_USER', 'AUTH_DATABASE_PASSWORD', 'AUTH_REDIS_URI', 'AUTH_MASTER_KEY',
             'AUTH_ISSUER'] as Set
    }

    def "a mistake in the file of settings is told with its line: by any command, and by the doctor, who goes on to the next"() {
        given:
        Path file = Files.writeString(directory.resolve('auth.env'), 'AUTH_PROT=81\nAUTH_MODE=prod\n')
        def environment = [AUTH_CONFIG_FILE: file.toString()]
        def options = ['-Dauth.cli.dev-env=/data/dev.env']

        expect:
        with(run(environment, options, 'role', 'list')) {
            code() == 1
            err() == "auth-cli: AUTH_PROT in line 1 of $file is no setting: docs/configuration.md lists them\n"
        }
        with(run(environment, options, 'doctor', '--json')) {
            code() == 1
            def seen = new JsonSlurper().parseText(out()).items*.observed
            seen.contains("AUTH_PROT in line 1 of $file is no setting".toString())
            seen.contains("AUTH_MODE can't be read")
            seen.contains('AUTH_MASTER_KEY is not set')
        }
    }
}
