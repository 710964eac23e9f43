package io.cinema.auth.cli.superuser

import static io.cinema.auth.application.superuser.ChangeSuperuser.Result.DONE
import static io.cinema.auth.application.superuser.ChangeSuperuser.Result.LAST_SUPERUSER
import static io.cinema.auth.application.superuser.ChangeSuperuser.Result.NO_SUCH_USER

import io.cinema.auth.cli.fixture.CommandSpec
import io.cinema.auth.cli.fixture.Ran
import io.cinema.auth.contracts.fixture.Users

class ChangeSuperuserSpec extends CommandSpec {
    private final neo = Users.user().login('Neo').build()

    def "#command ends with #code when it is #result"() {
        given:
        answering(named: Optional.of(neo), promote: result, demote: result)

        when:
        Ran ran = typed("superuser $command Neo")

        then:
        ran.code() == code
        (ran.out() + ran.err()).contains(said)
        useCases.changes == [[command, neo.id()]]

        where:
        command   | result         || code | said
        'promote' | DONE           || 0    | 'Neo is a superuser now'
        'promote' | NO_SUCH_USER   || 1    | 'there is no user Neo'
        'demote'  | DONE           || 0    | 'Neo is no superuser any more'
        'demote'  | NO_SUCH_USER   || 1    | 'there is no user Neo'
        'demote'  | LAST_SUPERUSER || 1    | "the last superuser can't be demoted"
    }

    def "nobody is promoted who is not there"() {
        given:
        answering(named: Optional.empty())

        expect:
        typed('superuser promote nobody') == new Ran(1, '', 'auth-cli: there is no user nobody\n')
    }

    def "all superusers are listed"() {
        given:
        answering(all: [neo])

        expect:
        typed('superuser list').lines()[1].startsWith('Neo ')
        typed('superuser list --json').json().items*.id == [neo.id().toString()]
    }
}
