package io.cinema.auth.cli.superuser

import io.cinema.auth.application.superuser.CreateSuperuser
import io.cinema.auth.cli.fixture.CommandSpec
import io.cinema.auth.cli.fixture.FakeTerminal
import io.cinema.auth.cli.fixture.Ran
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.value.InvalidValueException
import java.time.Instant

class CreateSuperuserSpec extends CommandSpec {
    private static final String PASSWORD = 'correct horse battery'
    private static final String CREATE = 'superuser create --login Neo --email neo@example.com'

    private final List<String> revealed = []

    private static User neo(boolean superuser = true) {
        def neo = Users.user().login('Neo').email('neo@example.com').build()
        neo.withState(neo.state().withSuperuser(superuser))
    }

    private void creating(Map<String, Object> more = [:]) {
        answering([create: { CreateSuperuser.Command it ->
            revealed << it.password().reveal()
            new CreateSuperuser.Created(neo())
        }] + more)
    }

    def "a person is asked twice, and nothing is shown"() {
        given:
        creating()
        terminal = FakeTerminal.typing(PASSWORD, PASSWORD)

        when:
        Ran ran = typed(CREATE)

        then:
        ran == new Ran(0, 'Neo is a superuser now\n', '')
        revealed == [PASSWORD]
        terminal.prompts.size() == 2
        with(useCases.changes.first()[1] as CreateSuperuser.Command) {
            login().shown() == 'Neo'
            email().shown() == 'neo@example.com'
        }
    }

    def "who mistypes is asked again, three times in all: #answers"() {
        given:
        creating()
        terminal = FakeTerminal.typing(answers as String[])

        when:
        Ran ran = typed(CREATE)

        then:
        ran.code() == code
        revealed == (code == 0 ? [PASSWORD] : [])
        terminal.prompts.size() == answers.size()
        ran.err() == said

        where:
        answers                                              || code | said
        ['one-thing', 'another', PASSWORD, PASSWORD]         || 0    | ''
        ['a', 'b', 'c', 'd', PASSWORD, PASSWORD]             || 0    | ''
        ['a', 'b', 'c', 'd', 'e', 'f']                       || 1    | 'auth-cli: the passwords differ\n'
        [null]                                               || 1    | 'auth-cli: no password was given\n'
        ['a', null]                                          || 1    | 'auth-cli: no password was given\n'
    }

    def "without a terminal it says how, and touches nothing"() {
        when:
        Ran ran = typed(CREATE)

        then:
        ran.code() == 2
        ran.err().contains('--password-stdin')
        !wired
    }

    def "from standard input one line end is cut, and nothing else: #piped.inspect()"() {
        given:
        creating()
        terminal = FakeTerminal.piping(piped)

        expect:
        typed("$CREATE --password-stdin").code() == 0
        revealed == [password]

        where:
        piped                     || password
        'correct horse'           || 'correct horse'
        'correct horse\n'         || 'correct horse'
        'correct horse\r\n'       || 'correct horse'
        ' correct horse \n'       || ' correct horse '
        'pässwörd–größe 🦄\n'      || 'pässwörd–größe 🦄'
    }

    def "what is no password on standard input is a usage error: #what"() {
        given:
        creating()
        terminal = FakeTerminal.piping(piped as byte[])

        when:
        Ran ran = typed("$CREATE --password-stdin")

        then:
        ran.code() == 2
        ran.err().contains(said)
        revealed == []

        where:
        what        | piped                       || said
        'empty'     | []                          || 'needs a password'
        'a line end' | '\n'.bytes                 || 'needs a password'
        'too long'  | ('x' * 4097).bytes          || '4096 bytes'
        'no UTF-8'  | [0xff, 0xfe, 0x41]          || 'not UTF-8'
    }

    def "what can't be a password is refused, by name of the rule and never of the password: #what"() {
        given:
        creating()
        terminal = FakeTerminal.piping(piped)

        when:
        Ran ran = typed("$CREATE --password-stdin")

        then:
        ran.code() == 1
        ran.err() == "auth-cli: password $said\n"
        revealed == []

        where:
        what          | piped             || said
        'too long'    | 'x' * 257         || 'must have at most 256 characters'
        'two lines'   | 'horse\nbattery\n' || 'must not hold control, bidirectional or unpaired surrogate characters'
    }

    def "what the policy refuses is told in a sentence"() {
        given:
        answering(create: new InvalidValueException('password', 'common_password', 'is one of the commonest passwords'))
        terminal = FakeTerminal.piping('password')

        expect:
        typed("$CREATE --password-stdin") == new Ran(1, '', 'auth-cli: password is one of the commonest passwords\n')
    }

    def "a taken name is refused, and the way out is told: #what"() {
        given:
        answering(create: result)
        terminal = FakeTerminal.piping(PASSWORD)

        when:
        Ran ran = typed("$CREATE --password-stdin")

        then:
        ran.code() == 1
        ran.out() == ''
        ran.err() == "auth-cli: $said\n"

        where:
        what             | result                                      || said
        'a plain login'  | new CreateSuperuser.LoginTaken(neo(false))  || 'an account has the login Neo already; to make it one: superuser promote Neo'
        'a superuser'    | new CreateSuperuser.LoginTaken(neo())       || 'an account has the login Neo already, and is a superuser'
        'an e-mail'      | new CreateSuperuser.EmailTaken()            || 'another account has this e-mail already'
    }

    def "if absent, a superuser that is there stays as it is, and no password is asked for"() {
        given:
        creating(named: Optional.of(neo()))
        terminal = FakeTerminal.typing()

        when:
        Ran ran = typed("$CREATE --if-absent")

        then:
        ran == new Ran(0, 'Neo is a superuser already; nothing was changed\n', '')
        useCases.changes == []
        terminal.prompts == []
    }

    def "if absent, an account that is no superuser is refused, and the way out is told"() {
        given:
        creating(named: Optional.of(neo(false)))

        when:
        Ran ran = typed("$CREATE --if-absent")

        then:
        ran.code() == 1
        ran.err().contains('superuser promote Neo')
        useCases.changes == []
    }

    def "if absent, one that is there and disabled is told of"() {
        given:
        def disabled = neo()
        creating(named: Optional.of(disabled.withState(disabled.state().withDisabledAt(Instant.EPOCH))))

        when:
        Ran ran = typed("$CREATE --if-absent")

        then:
        ran.code() == 0
        ran.err().contains('disabled')
    }

    def "if absent and it is absent, it is made: #found"() {
        given:
        creating(named: Optional.ofNullable(found))
        terminal = FakeTerminal.piping(PASSWORD)

        expect:
        typed("$CREATE --if-absent --password-stdin").out() == 'Neo is a superuser now\n'
        revealed == [PASSWORD]

        where:
        found << [null, Users.user().login('somebody').build()]
    }

    def "if absent, one that another made meanwhile counts as there"() {
        given:
        answering(named: Optional.empty(), create: new CreateSuperuser.LoginTaken(neo(superuser)))
        terminal = FakeTerminal.piping(PASSWORD)

        expect:
        typed("$CREATE --if-absent --password-stdin").code() == code

        where:
        superuser || code
        true      || 0
        false     || 1
    }

    def "for programs the account is printed, without its password"() {
        given:
        creating()
        terminal = FakeTerminal.piping(PASSWORD)

        when:
        Ran ran = typed("$CREATE --password-stdin --json")

        then:
        ran.json().login == 'Neo'
        ran.json().is_superuser
        !ran.out().contains('argon2')
    }
}
