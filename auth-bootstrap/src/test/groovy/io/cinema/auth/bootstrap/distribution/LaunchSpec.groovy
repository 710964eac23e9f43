package io.cinema.auth.bootstrap.distribution

import java.nio.file.Files
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** How the programs find a JVM and what they hand to it, seen by one that says what it was given. */
class LaunchSpec extends Specification {
    private static final String MAIN = 'io.cinema.auth.bootstrap'

    @Shared
    @AutoCleanup
    Installation installed = new Installation()

    /** Says its arguments, a line each, and the name of the configuration file, and exits with 42. */
    private File javaOf(String version) {
        File home = Files.createTempDirectory(installed.directory.toPath(), 'java').toFile()
        new File(home, 'release').text = "JAVA_VERSION=\"$version\"\n"
        File java = new File(home, 'bin/java')
        java.parentFile.mkdir()
        java.text = '''\
            #!/bin/sh
            printf '%s\\n' "$@"
            echo "AUTH_CONFIG_FILE=${AUTH_CONFIG_FILE:-}"
            exit 42
            '''.stripIndent()
        assert java.setExecutable(true)
        home
    }

    private Map<String, String> using(File home) {
        [JAVA_HOME: home.path, AUTH_AOT_DIR: 'off']
    }

    def "#program starts #main with its arguments, and ends as the JVM does"() {
        when:
        def ended = installed.run(program, using(javaOf('25.0.1')), *words)

        then:
        ended.code() == 42
        List<String> said = ended.out().readLines()
        said.indexOf("$MAIN.$main".toString()) > 0
        said.subList(said.indexOf("$MAIN.$main".toString()) + 1, said.size() - 1) == words
        ended.err() == ''

        where:
        program         | main          | words
        'auth-server'   | 'AuthServer'  | []
        'auth-cli'      | 'AuthCli'     | ['user', 'show', 'a b', '$HOME', '']
        'auth-film-etl' | 'AuthFilmEtl' | ['import', 'my films.json']
    }

    def "#program is found from anywhere by a link to a link"() {
        when:
        Process process = installed.start(installed.linked(program), using(javaOf('25')))
        String said = process.inputReader().text

        then:
        process.waitFor() == 42
        said.contains("$installed.home/lib/")

        where:
        program << ['auth-server', 'auth-cli', 'auth-film-etl']
    }

    def "AUTH_JAVA_OPTS comes after the options of ours, which it may change"() {
        when:
        List<String> said = installed.run('auth-server', using(javaOf('25')) + [AUTH_JAVA_OPTS: '-Xmx2g -Dfirst=1']).out().readLines()

        then:
        List<Integer> places = [said.findIndexOf { it.endsWith('auth-server.options') }, said.indexOf('-Xmx2g')]
        places[0] >= 0
        places[0] < places[1]
        said.indexOf('-Dfirst=1') == said.indexOf('-Xmx2g') + 1
        said.indexOf('-Dfirst=1') < said.indexOf("${MAIN}.AuthServer".toString())
    }

    def "a Java of the version #version is refused in a sentence that names it: #program"() {
        given:
        File java = javaOf(version)

        expect:
        with(installed.run(program, using(java))) {
            code() == 78
            out() == ''
            err() ==~ /$program: .*\Q$java\E.* Java $feature: .*25.*\n/
        }

        where:
        program         | version   || feature
        'auth-server'   | '24.0.2'  || '24'
        'auth-cli'      | '17.0.12' || '17'
        'auth-film-etl' | '9'       || '9'
    }

    def "a JAVA_HOME without a Java is refused, whatever Java is on the path"() {
        expect:
        with(installed.run('auth-server', [JAVA_HOME: '/nowhere'])) {
            code() == 78
            err().contains('JAVA_HOME is /nowhere')
        }
    }

    def "without JAVA_HOME the Java of the path is taken"() {
        given:
        File java = javaOf('25')

        expect:
        with(installed.run('auth-cli', [JAVA_HOME: '', AUTH_AOT_DIR: 'off', PATH: "$java/bin:${System.getenv('PATH')}".toString()], '--help')) {
            code() == 42
            out().contains("${MAIN}.AuthCli\n--help\n")
        }
    }

    def "conf/auth.env is what is read where there is one, unless AUTH_CONFIG_FILE names another: #variable"() {
        given:
        File conf = installed.file('conf/auth.env')

        expect:
        installed.run('auth-cli', using(javaOf('25')) + variable).out().readLines().last() == "AUTH_CONFIG_FILE=${variable.AUTH_CONFIG_FILE ?: ''}"

        when:
        conf.text = ''

        then:
        installed.run('auth-cli', using(javaOf('25')) + variable).out().readLines().last() == "AUTH_CONFIG_FILE=${variable.AUTH_CONFIG_FILE ?: conf}"

        cleanup:
        conf.delete()

        where:
        variable << [[:], [AUTH_CONFIG_FILE: '/etc/auth.env']]
    }

    def "the version is told, and no backend is asked for it: #program"() {
        expect:
        with(installed.run(program, [AUTH_AOT_DIR: 'off'], '--version')) {
            code() == 0
            out() == "$program $installed.version\n"
            err() == ''
        }

        where:
        program << ['auth-server', 'auth-cli', 'auth-film-etl']
    }

    def "what auth-server does not know is a wrong usage, and its help says what it knows"() {
        expect:
        installed.run('auth-server', [:], '--trian').code() == 2
        with(installed.run('auth-server', [:], '--help')) {
            code() == 0
            out().startsWith('usage: auth-server')
            out().contains('AUTH_AOT_DIR')
        }
    }
}
