package io.cinema.auth.cli.user

import io.cinema.auth.application.user.DisableUser
import io.cinema.auth.application.user.ResetSecondFactor
import io.cinema.auth.application.user.SignOutUser
import io.cinema.auth.cli.fixture.CommandSpec
import io.cinema.auth.cli.fixture.Ran
import io.cinema.auth.contracts.fixture.LoginEvents
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.access.Authority
import io.cinema.auth.domain.account.UserQuery
import io.cinema.auth.domain.login.LoginResult
import io.cinema.auth.domain.login.Origin
import io.cinema.auth.domain.login.UserAgent
import io.cinema.auth.domain.paging.Cursor
import io.cinema.auth.domain.paging.Page
import io.cinema.auth.domain.paging.PageRequest
import io.cinema.auth.domain.role.PermissionSet
import io.cinema.auth.domain.role.Role
import io.cinema.auth.domain.role.RoleId
import io.cinema.auth.domain.role.RoleName

class UserCommandsSpec extends CommandSpec {
    private static final AT = MutableClock.START
    private final neo = Users.user().login('Neo').email('neo@example.com').build()
    private final trinity = Users.user().login('Trinity').withoutEmail().build()
    private final cursor = new Cursor(AT, TestIds.next())

    def "a list shows all, whole and aligned, and how to go on"() {
        given:
        answering(search: new Page([neo, trinity], cursor))

        when:
        def lines = typed('user list').lines()

        then:
        lines[0] ==~ /LOGIN +E-MAIL +ROLES +SUPERUSER +DISABLED +LAST LOGIN +ID/
        lines[1].startsWith('Neo      neo@example.com  ')
        lines[2].startsWith('Trinity  -                ')
        [neo, trinity].indexed(1).every { i, user -> lines[i].endsWith(user.id().toString()) }
        lines.last() == "There is more: --cursor ${cursor.word()}"
    }

    def "for programs it is spelled as the HTTP API does"() {
        given:
        answering(search: new Page([neo], cursor))

        when:
        def json = typed('user list --json').json()

        then:
        json.next_cursor == cursor.word()
        json.items == [[
            id: neo.id().toString(), login: 'Neo', email: 'neo@example.com', first_name: null, last_name: null,
            created_at: AT.toString(), last_login: null, roles: [], is_superuser: false, totp_enabled: false,
            disabled_at: null]]
    }

    def "what is asked for is handed on"() {
        given:
        answering(search: new Page([], null))

        when:
        Ran ran = typed("user list --query NEO --limit 7 --cursor ${cursor.word()}")

        then:
        ran.code() == 0
        useCases.calls == [['search', new UserQuery('neo'), new PageRequest(7, cursor)]]

        and:
        typed('user list --json').json() == [items: [], next_cursor: null]
    }

    def "an account is shown with what it may do and its last sign-ins"() {
        given:
        def role = new Role(new RoleId(TestIds.next()), new RoleName('editor'), PermissionSet.parse(['films:*', 'docs:read']), '')
        def login = LoginEvents.failure(neo.id(), AT, new Origin('203.0.113.7', new UserAgent('Mozilla')), LoginResult.WRONG_PASSWORD)
        answering(named: Optional.of(neo), of: Optional.of(new Authority(neo.id(), false, false, [role])),
            logins: Optional.of(new Page([login], null)))

        when:
        def text = typed('user show neo@example.com').out()
        def json = typed('user show neo@example.com --json').json()

        then:
        text =~ /(?m)^Login +Neo$/
        text =~ /(?m)^Permissions +docs:read, films:\*$/
        text =~ /wrong_password +password +203\.0\.113\.7 +no +Mozilla/

        and:
        json.login == 'Neo'
        json.permissions == ['docs:read', 'films:*']
        json.last_logins*.subMap('at', 'result', 'method', 'provider', 'ip', 'user_agent', 'new_agent', 'session_id') == [[
            at: AT.toString(), result: 'wrong_password', method: 'password', provider: null, ip: '203.0.113.7',
            user_agent: 'Mozilla', new_agent: false, session_id: null]]
        useCases.calls.first() == ['named', 'neo@example.com']
    }

    def "#command ends with #code when it is #result"() {
        given:
        answering(named: Optional.of(neo), disable: result, enable: result, signOut: result, reset: result)

        when:
        Ran ran = typed("user $command Neo")

        then:
        ran.code() == code
        (ran.out() + ran.err()).contains(said)
        useCases.changes == [[method, neo.id()]]

        where:
        command      | result                                || code | said
        'disable'    | DisableUser.Result.DONE               || 0    | 'Neo is disabled'
        'disable'    | DisableUser.Result.NO_SUCH_USER       || 1    | 'there is no user Neo'
        'disable'    | DisableUser.Result.UNTOUCHABLE        || 1    | 'only by superusers'
        'disable'    | DisableUser.Result.LAST_SUPERUSER     || 1    | "the last superuser can't be disabled"
        'enable'     | DisableUser.Result.DONE               || 0    | 'Neo is enabled'
        'sign-out'   | SignOutUser.Result.SIGNED_OUT         || 0    | 'Neo is signed out everywhere'
        'sign-out'   | SignOutUser.Result.NO_SUCH_USER       || 1    | 'there is no user Neo'
        'sign-out'   | SignOutUser.Result.UNTOUCHABLE        || 1    | 'only by superusers'
        'reset-totp' | ResetSecondFactor.Result.DONE         || 0    | 'Neo has no second factor and is signed out everywhere'
        'reset-totp' | ResetSecondFactor.Result.NO_SUCH_USER || 1    | 'there is no user Neo'
        'reset-totp' | ResetSecondFactor.Result.NOT_ACTIVE   || 1    | 'Neo has no second factor'
        'reset-totp' | ResetSecondFactor.Result.UNTOUCHABLE  || 1    | 'only by superusers'
        method = ['sign-out': 'signOut', 'reset-totp': 'reset'].getOrDefault(command, command)
    }

    def "#command of nobody is refused"() {
        given:
        answering(named: Optional.empty())

        expect:
        typed("user $command nobody") == new Ran(1, '', 'auth-cli: there is no user nobody\n')

        where:
        command << ['show', 'disable', 'enable', 'sign-out', 'reset-totp']
    }
}
