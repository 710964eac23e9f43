package io.cinema.auth.cli

import io.cinema.auth.cli.fixture.CommandSpec
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.TempDir

class CompletionSpec extends CommandSpec {
    @TempDir
    Path directory

    private List<String> bash(String script) {
        Process process = new ProcessBuilder('bash', '--norc', '-c', script).redirectErrorStream(true).start()
        process.outputStream.close()
        List<String> said = process.inputReader().readLines()
        assert process.waitFor() == 0: said
        said
    }

    private Path script() {
        def ran = typed('completion')
        assert ran.code() == 0
        Files.writeString(directory.resolve('completion'), ran.out())
    }

    def "it is a good bash script, and nothing is wired for it"() {
        expect:
        bash("bash -n '${script()}'") == []
        !wired
    }

    def "behind #words it offers #offered"() {
        given:
        def typed = ['auth-cli', *words, '']
        def script = """
            source '${script()}'
            COMP_WORDS=(${typed.collect { "'$it'" }.join(' ')})
            COMP_CWORD=${typed.size() - 1}
            COMP_LINE='${typed.join(' ')}'
            COMP_POINT=\${#COMP_LINE}
            _complete_auth-cli '' '' ''
            printf '%s\\n' "\${COMPREPLY[@]}"
        """

        expect:
        bash(script)*.strip().containsAll(offered)

        where:
        words                   || offered
        []                      || ['superuser', 'user', 'role', 'keys', 'audit', 'films', 'doctor', 'completion']
        ['superuser']           || ['create', 'list', 'promote', 'demote']
        ['user']                || ['list', 'show', 'disable', 'enable', 'sign-out']
        ['role']                || ['list', 'show', 'create', 'change', 'delete', 'grant', 'revoke']
        ['keys']                || ['list', 'rotate']
        ['films']               || ['label', 'labels']
        ['films', 'label']      || ['set', 'apply']
    }
}
