package io.cinema.auth.cli

import io.cinema.auth.cli.fixture.CommandSpec
import io.cinema.auth.cli.fixture.FakeTerminal
import io.cinema.auth.cli.fixture.Ran
import io.cinema.auth.cli.shell.Shell
import picocli.CommandLine

class HelpSpec extends CommandSpec {
    private static final CommandLine ROOT = Cli.over(
        new Shell({ null }, '', FakeTerminal.piping(''), new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter())),
        { null }, false)

    private static List<CommandLine> allUnder(CommandLine line) {
        [line, *line.subcommands.values().collectMany { allUnder(it) }]
    }

    private static List<String> words(CommandLine line) {
        line.commandSpec.qualifiedName().split(' ').tail()
    }

    def "all commands are there"() {
        expect:
        allUnder(ROOT).findAll { it.subcommands.isEmpty() }*.commandSpec*.qualifiedName(' ')*.minus('auth-cli ') as Set == [
            'superuser create', 'superuser list', 'superuser promote', 'superuser demote',
            'user list', 'user show', 'user disable', 'user enable', 'user sign-out', 'user reset-totp',
            'role list', 'role show', 'role create', 'role change', 'role delete', 'role grant', 'role revoke',
            'keys list', 'keys rotate', 'audit list', 'films label set', 'films label apply', 'films labels',
            'doctor', 'completion'] as Set
    }

    def "#words explains itself, and nothing is wired for it"() {
        when:
        Ran ran = run(*words, '--help')

        then:
        ran.code() == 0
        ran.err() == ''
        ran.out().startsWith("Usage: auth-cli${words ? ' ' : ''}${words.join(' ')}")
        !wired

        where:
        words << allUnder(ROOT).collect { words(it) }
    }

    def "#name and each of its options has a description"() {
        expect:
        command.commandSpec.usageMessage().description().any { !it.blank }
        command.commandSpec.options().every { it.description().any { !it.blank } }
        command.commandSpec.positionalParameters().every { it.description().any { !it.blank } }

        where:
        command << allUnder(ROOT)
        name = command.commandSpec.qualifiedName()
    }

    def "what reads can print JSON: #name"() {
        expect:
        command.commandSpec.findOption('--json') != null

        where:
        command << allUnder(ROOT).findAll { it.commandName in ['list', 'show', 'doctor', 'create', 'labels', 'set', 'apply'] }
        name = command.commandSpec.qualifiedName()
    }

    def "no option takes a password"() {
        expect:
        allUnder(ROOT)*.commandSpec.collectMany { it.options() }
            .findAll { it.longestName().contains('password') }*.arity()*.max().every { it == 0 }
    }

    def "the root tells the exit codes"() {
        expect:
        ['0  done', '1  refused', '2  called wrongly', '3  a backend is down'].every { run('--help').out().contains(it) }
    }

    def "the version is that of the build"() {
        when:
        Ran ran = run('--version')

        then:
        ran.code() == 0
        ran.out() ==~ /auth-cli \d+\.\d+\.\d+\S*\n/
        !wired
    }

    def "a group by itself shows what there is, and is a usage error: #line"() {
        when:
        Ran ran = typed(line)

        then:
        ran.code() == 2
        ran.out() == ''
        ran.err().startsWith("Usage: auth-cli")
        !wired

        where:
        line << ['', 'superuser', 'user', 'role', 'keys', 'audit', 'films', 'films label']
    }
}
