package io.cinema.auth.bootstrap.distribution

import io.cinema.auth.bootstrap.fixture.Eventually
import java.nio.file.Files
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** When a JVM is made to learn, and what becomes of it, seen by one that learns what a feature wants it to. */
class LearningSpec extends Specification {
    private static final String LEARNS = 'printf learned >"$output"; exit 0'

    @Shared
    @AutoCleanup
    Installation installed = new Installation()

    File cache = new File(Files.createTempDirectory(installed.directory.toPath(), 'learned').toFile(), 'aot')

    /** Told to learn it runs this, with $output; else it says its arguments. */
    private File javaThat(String learning, String version = '25') {
        File home = Files.createTempDirectory(installed.directory.toPath(), 'java').toFile()
        new File(home, 'release').text = "JAVA_VERSION=\"$version\"\n"
        File java = new File(home, 'bin/java')
        java.parentFile.mkdir()
        java.text = """\
            #!/bin/sh
            for word in "\$@"; do
              case \$word in -XX:AOTCacheOutput=*) output=\${word#*=} ;; esac
            done
            if [ -n "\${output:-}" ]; then
              $learning
            fi
            printf '%s\\n' "\$@"
            """.stripIndent()
        assert java.setExecutable(true)
        home
    }

    private Map<String, String> using(File java, Map<String, String> more = [:]) {
        [JAVA_HOME: java.path, AUTH_AOT_DIR: cache.path] + more
    }

    private List<String> getKept() {
        cache.list()?.toList() ?: []
    }

    def "#program learns #what at its first start, without a word on standard output, and uses it from then on"() {
        given:
        File java = javaThat(LEARNS)

        when:
        List<String> first = installed.run(program, using(java), *words).out().readLines()

        then:
        kept.size() == 1
        kept.first() ==~ /$what-\d+-\d+\.aot/
        first.contains("-XX:AOTCache=$cache/${kept.first()}".toString())

        when: 'it would not learn again'
        new File(java, 'bin/java').text = '#!/bin/sh\nprintf "%s\\n" "$@"\n'

        then:
        installed.run(program, using(java), *words).out().readLines() == first

        where:
        program       | words            || what
        'auth-server' | []               || 'server'
        'auth-cli'    | ['role', 'list'] || 'cli'
        'auth-cli'    | ['--help']       || 'cli-help'
    }

    def "what another #changed learned is replaced"() {
        given:
        installed.run('auth-server', using(javaThat(LEARNS)))
        List<String> before = kept

        when:
        installed.run('auth-server', using(javaThat(LEARNS, version), options))

        then:
        kept.size() == 1
        kept != before

        where:
        changed          | version  | options
        'JVM'            | '25.0.9' | [:]
        'set of options' | '25'     | [AUTH_JAVA_OPTS: '-XX:+UseZGC']
    }

    def "sizes and properties may change without learning anew"() {
        given:
        File java = javaThat(LEARNS)
        installed.run('auth-server', using(java))
        List<String> before = kept

        when:
        Installation.Ended ended = installed.run('auth-server', using(java, [AUTH_JAVA_OPTS: '-Xmx1g -XX:MaxRAMPercentage=70 -Da=*']))

        then:
        ended.out().contains("-XX:AOTCache=$cache/${before.first()}")
        kept == before
    }

    def "it learns with the options it will run with"() {
        when:
        installed.run('auth-server', using(javaThat('printf "%s\\n" "$@" >"$output"; exit 0'), [AUTH_JAVA_OPTS: '-Dtrust=store -Dany=*']))
        List<String> given = new File(cache, kept.first()).readLines()

        then:
        given.containsAll(['-Dtrust=store', '-Dany=*', 'io.cinema.auth.bootstrap.AuthServer', '--train'])
    }

    def "a training that fails keeps nothing, and the start goes on to say why"() {
        expect:
        with(installed.run('auth-server', using(javaThat('echo no backend; exit 69')))) {
            code() == 0
            out().contains('io.cinema.auth.bootstrap.AuthServer')
            !out().contains('-XX:AOTCache')
            kept == []
        }
    }

    def "a JVM that can't learn is not asked again"() {
        given:
        File java = javaThat('echo asked >>"$JAVA_HOME/asked"; exit 0')

        when:
        List<String> said = (1..2).collect { installed.run('auth-server', using(java)).out() }

        then:
        said.every { it.contains('io.cinema.auth.bootstrap.AuthServer') && !it.contains('-XX:AOTCache') }
        new File(java, 'asked').readLines() == ['asked']
    }

    def "--train says why it failed, and ends as it did"() {
        expect:
        with(installed.run('auth-server', using(javaThat('echo no backend; exit 69')), '--train')) {
            code() == 69
            err() == 'no backend\n'
        }
        with(installed.run('auth-server', using(javaThat(LEARNS), [AUTH_AOT_DIR: '/dev/null/aot']), '--train')) {
            code() == 78
            err().contains('/dev/null/aot')
        }
        installed.run('auth-server', using(javaThat(LEARNS)), '--train').code() == 0
        kept.collect { it.replaceAll(/-[0-9].*/, '') }.sort() == ['cli', 'cli-help', 'server']
    }

    def "a signal during the training ends it and the program, and leaves nothing"() {
        given:
        File java = javaThat('echo $$ >"$JAVA_HOME/pid"; printf half >"$output"; exec sleep 100')
        File pid = new File(java, 'pid')

        when:
        Process process = installed.start(installed.file('bin/auth-server'), using(java))
        boolean training = Eventually.holds { pid.file && pid.text.endsWith('\n') && kept.size() > 1 }
        process.destroy()

        then:
        training
        process.waitFor(Installation.PATIENCE_SECONDS, TimeUnit.SECONDS)
        process.exitValue() == 143
        !ProcessHandle.of(pid.text.trim() as long).map { it.alive }.orElse(false)
        kept == []
    }
}
