package io.cinema.auth.cli.role

import io.cinema.auth.application.role.AssignRole
import io.cinema.auth.application.role.ChangeRole
import io.cinema.auth.application.role.CreateRole
import io.cinema.auth.application.role.DeleteRole
import io.cinema.auth.cli.fixture.CommandSpec
import io.cinema.auth.cli.fixture.Ran
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.role.PermissionSet
import io.cinema.auth.domain.role.Role
import io.cinema.auth.domain.role.RoleId
import io.cinema.auth.domain.role.RoleName

class RoleCommandsSpec extends CommandSpec {
    private static final EDITOR = new Role(new RoleId(TestIds.next()), new RoleName('editor'),
        PermissionSet.parse(['films:write', 'films:read']), 'Edits films')
    private static final BEYOND = PermissionSet.parse(['keys:write'])
    private final neo = Users.user().login('Neo').build()

    private void withEditor(Map<String, Object> more = [:]) {
        answering([findByName: { name -> name == EDITOR.name() ? Optional.of(EDITOR) : Optional.empty() },
                   find: { id -> id == EDITOR.id() ? Optional.of(EDITOR) : Optional.empty() }] + more)
    }

    def "roles are listed"() {
        given:
        answering(all: [EDITOR])

        expect:
        typed('role list').lines()[1] ==~ /editor +\S{36} +films:read, films:write +Edits films/
        typed('role list --json').json().items == [[
            id: EDITOR.id().toString(), role_name: 'editor', permission_set: ['films:read', 'films:write'],
            description: 'Edits films']]
    }

    def "a role is shown by its name or id"() {
        given:
        withEditor()

        expect:
        typed('role show editor').out() =~ /(?m)^Permissions +films:read, films:write$/
        typed("role show ${EDITOR.id()} --json").json().role_name == 'editor'
    }

    def "there is no role like that: #words"() {
        given:
        withEditor(named: Optional.of(neo))

        expect:
        run(*words) == new Ran(1, '', 'auth-cli: there is no role No-Such.Role!\n')
        useCases.changes == []

        where:
        words << [['role', 'show', 'No-Such.Role!'], ['role', 'delete', 'No-Such.Role!'],
                  ['role', 'change', 'No-Such.Role!', '--name', 'x'], ['role', 'grant', 'No-Such.Role!', 'Neo'],
                  ['role', 'revoke', 'No-Such.Role!', 'Neo']]
    }

    def "a role is made of what was said"() {
        given:
        answering(create: new CreateRole.Created(EDITOR))

        when:
        Ran ran = run('role', 'create', 'editor', '--permission', 'films:read', '--permission', 'films:write', '--description', 'Edits films')

        then:
        ran == new Ran(0, 'the role editor is made\n', '')
        useCases.calls == [['create', new CreateRole.Command(EDITOR.name(), EDITOR.permissions(), 'Edits films')]]

        and:
        typed('role create editor --json').json().id == EDITOR.id().toString()
        useCases.calls[1] == ['create', new CreateRole.Command(EDITOR.name(), PermissionSet.NONE, '')]
    }

    def "only what is named changes: #words"() {
        given:
        withEditor(change: new ChangeRole.Changed(EDITOR))

        expect:
        run('role', 'change', 'editor', *words).code() == 0
        useCases.changes == [['change', new ChangeRole.Command(EDITOR.id(), new RoleName(name), PermissionSet.parse(permissions), description)]]

        where:
        words                                                 || name     | permissions                   | description
        ['--name', 'writer']                                  || 'writer' | ['films:read', 'films:write'] | 'Edits films'
        ['--permission', 'a:b', '--permission', 'c:d']        || 'editor' | ['a:b', 'c:d']                | 'Edits films'
        ['--no-permissions']                                  || 'editor' | []                            | 'Edits films'
        ['--description', '']                                 || 'editor' | ['films:read', 'films:write'] | ''
    }

    def "a change must be one: #words"() {
        expect:
        run('role', 'change', 'editor', *words).code() == 2
        !wired

        where:
        words << [[], ['--permission', 'a:b', '--no-permissions']]
    }

    def "what stands against it is told: #words"() {
        given:
        withEditor(named: Optional.of(neo), create: result, change: result, delete: result, grant: result, revoke: result)

        expect:
        run('role', *words) == new Ran(1, '', "auth-cli: $said\n")

        where:
        words                                | result                        || said
        ['create', 'editor']                 | new CreateRole.NameTaken()    || 'another role is called editor already'
        ['create', 'editor']                 | new CreateRole.Beyond(BEYOND) || 'nobody grants what they do not hold: keys:write'
        ['change', 'editor', '--name', 'x']  | new ChangeRole.NameTaken()    || 'another role is called x already'
        ['change', 'editor', '--name', 'x']  | new ChangeRole.Beyond(BEYOND) || 'nobody grants what they do not hold: keys:write'
        ['change', 'editor', '--name', 'x']  | new ChangeRole.NotFound()     || 'there is no role editor'
        ['delete', 'editor']                 | DeleteRole.Result.NOT_FOUND   || 'there is no role editor'
        ['grant', 'editor', 'Neo']           | new AssignRole.NoSuchUser()   || 'there is no user Neo'
        ['grant', 'editor', 'Neo']           | new AssignRole.NoSuchRole()   || 'there is no role editor'
        ['grant', 'editor', 'Neo']           | new AssignRole.Beyond(BEYOND) || 'nobody grants what they do not hold: keys:write'
        ['revoke', 'editor', 'Neo']          | new AssignRole.Untouchable()  || 'superusers are touched only by superusers'
    }

    def "of the many that somebody lacks ten are named, and the rest counted: #count"() {
        given:
        List<String> words = (100..<100 + count).collect { "films:p$it".toString() }
        answering(create: new CreateRole.Beyond(PermissionSet.parse(words)))

        expect:
        typed('role create editor').err() ==
            "auth-cli: nobody grants what they do not hold: ${words.take(10).join(', ')}$rest\n".toString()

        where:
        count || rest
        10    || ''
        11    || ' and 1 more'
        500   || ' and 490 more'
    }

    def "done: #words"() {
        given:
        withEditor(named: Optional.of(neo), delete: DeleteRole.Result.DELETED,
            grant: new AssignRole.Assigned(), revoke: new AssignRole.Assigned())

        expect:
        run('role', *words) == new Ran(0, "$said\n", '')

        and:
        useCases.changes*.first() == [words.first()]
        words.first() == 'delete' || useCases.changes.first()[1] == new AssignRole.Command(neo.id(), EDITOR.id())

        where:
        words                       || said
        ['delete', 'editor']        || 'the role editor is deleted'
        ['grant', 'editor', 'Neo']  || 'Neo holds the role editor now'
        ['revoke', 'editor', 'Neo'] || 'Neo does not hold the role editor'
    }
}
