package io.cinema.auth.cli

import io.cinema.auth.cli.fixture.CommandSpec
import io.cinema.auth.cli.fixture.Ran
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.TempDir

class UsageSpec extends CommandSpec {
    @TempDir
    Path directory

    def "called wrongly, it says so in a line and asks nobody: #line"() {
        when:
        Ran ran = typed(line)

        then:
        ran.code() == 2
        ran.out() == ''
        ran.err().startsWith('auth-cli: ')
        ran.err().contains(said)
        ran.err().contains('--help')
        !wired

        where:
        line                                            || said
        'usr'                                           || 'Did you mean'
        'user lst'                                      || 'lst'
        'user list --limt 3'                            || '--limt'
        'user list extra'                               || 'extra'
        'user list --limit 0'                           || '--limit'
        'user list --limit 101'                         || 'between 1 and 100'
        'user list --limit many'                        || 'must be a number'
        'user list --cursor nonsense'                   || '--cursor'
        'user show'                                     || '<user>'
        'user disable a b'                              || "'b'"
        'superuser create --login neo'                  || '--email'
        'superuser create --login n --email n@x.de'     || 'at least 3 characters'
        'superuser create --login neo --email nowhere'  || 'must be an e-mail address'
        'superuser create --login a@b --email n@x.de'   || '--login'
        'role create'                                   || '<name>'
        'role create UPPER'                             || 'lower-case word'
        'role create editor --permission films'         || 'resource:action'
        'role grant editor'                             || '<user>'
        'keys rotate now'                               || 'now'
        'audit list --since yesterday'                  || '2026-01-31T12:00:00Z'
        'audit list --outcome maybe'                    || 'done or refused'
        'audit list --action granted'                   || 'thing.done'
        'films label Heat'                              || 'Heat'
        'films label set Heat'                          || '<label>'
        'films label set Heat Public'                   || 'lower-case word'
        'films label set Heat public extra'             || 'extra'
        'films label apply'                             || '<file>'
        'audit list --target ' + 'x' * 65               || 'at most 64 characters'
    }

    def "an argument can't steer the terminal it is quoted on"() {
        when:
        Ran ran = run('user', "\u001b[31mred\u0007")

        then:
        ran.code() == 2
        !ran.err().contains('\u001b')
        !ran.err().contains('\u0007')
    }

    def "a word that may be a password is not repeated: #words"() {
        when:
        Ran ran = run('superuser', 'create', '--login', 'neo', '--email', 'neo@example.com', *words)

        then:
        ran.code() == 2
        ran.out() == ''
        ran.err().contains('--password-stdin')
        !ran.err().contains('horse')
        !wired

        where:
        words << [['--password', 'horse-battery'], ['--password=horse-battery'], ['--passwd=horse', '--json'],
                  ['--password-stdin=horse'], ['--json=horse'], ['--if-absent=horse'], ['horse'], ['-p', 'horse'], ['-phorse'],
                  ['--pw=horse'], ['--pw', 'horse'], ['--password-stdin', 'horse'], ['--', 'horse'], ['@horse'], ['--if-absnt', 'horse']]
    }

    def "nor is it where another word is wrong as well: #words"() {
        when:
        Ran ran = run(*words)

        then:
        ran.code() == 2
        ran.err().contains(said)
        !ran.err().contains('horse')
        !wired

        where:
        words                                                                                   || said
        ['superuser', 'create', '--login', '--password-stdin=horse']                            || 'missing: --login=<login>'
        ['superuser', 'create', '--login', 'neo', '--password=horse']                           || 'missing: --email=<e-mail>'
        ['superuser', 'create', '--login', 'n', '--email', 'n@x.de', '--pw=horse']              || 'at least 3 characters'
        ['superuser', 'create', '--login', 'neo', '--email', 'n@x.de', '--login=horse']         || 'only once'
        ['superuser', 'horse', 'create', '--login', 'neo', '--email', 'n@x.de']                 || '--help'
        ['superuser', 'craete', '--login', 'neo', '--password-stdin=horse']                     || 'superuser create'
        ['supruser', 'create', '--login', 'neo', '--email', 'neo@example.com', '-p', 'horse']   || "'supruser'"
        ['--pw=horse', 'superuser', 'create', '--login', 'neo', '--email', 'neo@example.com']   || '--help'
    }

    def "a word that starts with @ is a word, not a file to read words from"() {
        given:
        Path file = Files.writeString(directory.resolve('words'), '--json --limit 3')

        when:
        Ran ran = run(*words, "@$file".toString())

        then:
        ran.code() == 2
        ran.err().contains("@$file")

        where:
        words << [['user', 'list'], ['keys', 'rotate'], []]
    }
}
