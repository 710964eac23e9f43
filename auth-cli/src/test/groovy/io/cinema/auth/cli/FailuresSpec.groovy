package io.cinema.auth.cli

import io.cinema.auth.cli.fixture.CommandSpec
import io.cinema.auth.cli.fixture.Ran
import io.cinema.auth.cli.shell.Refusal
import io.cinema.auth.domain.diagnosis.Finding
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.value.InvalidValueException
import io.cinema.auth.film.etl.label.BadRulesException
import io.cinema.auth.film.etl.port.CatalogueMissingException
import java.time.Duration

class FailuresSpec extends CommandSpec {
    private static final ROOT = new IOException('connection refused')

    /** A disk without room. */
    private final OutputStream full = new OutputStream() {
        @Override
        void write(int octet) {
            throw new IOException('No space left on device')
        }
    }

    def "#failure.class.simpleName ends with #code and one line"() {
        given:
        answering(all: failure)

        when:
        Ran ran = typed('role list')

        then:
        ran.code() == code
        ran.out() == ''
        ran.err() == "auth-cli: $said\n"

        where:
        failure                                                             || code | said
        PortUnavailableException.down('RoleRepository', ROOT)               || 3    | 'Postgres is away: connection refused'
        new RuntimeException(PortUnavailableException.down('X', ROOT))      || 3    | 'Postgres is away: connection refused'
        PortUnavailableException.down('RevocationStore', ROOT)              || 3    | 'Redis is away: connection refused'
        new PortUnavailableException('PasswordHasher', PortUnavailableException.Reason.OVERLOADED, Duration.ofSeconds(2), null) ||
            3 | 'PasswordHasher is overloaded: try again in 2 s'
        new InvalidValueException('password', 'too_short', 'is too short')  || 1    | 'password is too short'
        PortUnavailableException.down('FilmLabels', ROOT)                   || 3    | 'Postgres is away: connection refused'
        new CatalogueMissingException(ROOT)                                 ||
            1 | 'there is no film catalogue with labels in this database, or this role may not read it; the film ETL makes one (`bin/run --films`)'
        new BadRulesException('rule 3: has no `label`')                     || 2    | 'rule 3: has no `label`'
        new Refusal('that will not do')                                     || 1    | 'that will not do'
        new IllegalStateException('with a detail for developers')           ||
            1 | 'internal error: java.lang.IllegalStateException; `auth-cli doctor` may know more, and AUTH_DEBUG=1 shows where'
    }

    def "what only the wiring knows is told as it explains it"() {
        given:
        answering(all: new IllegalStateException('sealed'))
        explanation = { failure -> new Refusal('AUTH_MASTER_KEY is another one') }

        when:
        Ran ran = typed('role list')

        then:
        ran.code() == 1
        ran.err() == 'auth-cli: AUTH_MASTER_KEY is another one\n'
    }

    def "where it happened is told on demand only"() {
        given:
        answering(all: new IllegalStateException('inside'))
        debug = true

        expect:
        typed('role list').err().contains('java.lang.IllegalStateException: inside\n\tat ')
    }

    def "every command acts as who is at the keyboard"() {
        given:
        answering(all: [])

        when:
        Ran ran = typed('role list')

        then:
        ran.code() == 0
        useCases.operators == ['operator'] as Set
    }

    def "an answer that can't be written is no success: #line"() {
        given:
        answering(all: [], findings: [Finding.away('Postgres', 'no answer', 'start it')])
        out = new PrintWriter(full)

        when:
        Ran ran = typed(line)

        then:
        ran.code() == 1
        ran.err() == "auth-cli: standard output can't be written to: the answer is not complete\n"

        where:
        line << ['role list', 'role list --json', '--help', 'user --help', '--version', 'completion', 'doctor']
    }

    def "nor is one that gets lost behind a buffer"() {
        given:
        answering(all: [])
        out = new PrintWriter(new PrintStream(new BufferedOutputStream(full)))

        expect:
        typed('role list --json').code() == 1
    }
}
