package io.cinema.auth.application.access

import static io.cinema.auth.domain.access.AdminPermission.AUDIT_READ
import static io.cinema.auth.domain.access.AdminPermission.ROLES_WRITE
import static io.cinema.auth.domain.access.AdminPermission.USERS_READ

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.audit.ReadAuditEventsService
import io.cinema.auth.application.role.AssignRole
import io.cinema.auth.application.role.ChangeRole
import io.cinema.auth.application.role.CreateRole
import io.cinema.auth.contracts.fixture.Roles
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.access.AdminPermission
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.audit.Actor
import io.cinema.auth.domain.audit.AuditFilter
import io.cinema.auth.domain.paging.PageRequest
import io.cinema.auth.domain.role.PermissionSet
import spock.lang.Specification

class AdmissionSpec extends Specification {
    final AuthNode node = new AuthNode()
    final User user = node.member()

    def "who holds #held gets in for #needed: #admitted"() {
        given:
        node.grants.grant(user.id(), node.role(*held).id())

        expect:
        (node.admit(user, needed) instanceof AdmitAdministrator.Admitted) == admitted

        where:
        held                          | needed      || admitted
        ["roles:write"]               | ROLES_WRITE || true
        ["roles:*"]                   | ROLES_WRITE || true
        ["*"]                         | AUDIT_READ  || true
        ["*:read"]                    | AUDIT_READ  || true
        ["roles:read", "roles:assign"]| ROLES_WRITE || false
        ["films:*"]                   | ROLES_WRITE || false
        []                            | ROLES_WRITE || false
    }

    def "a superuser gets in everywhere, with everything; so does the console"() {
        given:
        def chief = node.member(Users.user().superuser())

        expect:
        AdminPermission.values().every { needed ->
            def administrator = (node.admit(chief, needed) as AdmitAdministrator.Admitted).administrator()
            administrator.superuser() && administrator.permissions() == PermissionSet.EVERYTHING &&
                administrator.actor() == new Actor.Person(chief.id(), Sessions.HOME)
        }
        node.console().superuser()
        node.console().actor() == new Actor.Console("ada")
    }

    def "what counts is what the account may do now, not what its token says"() {
        given:
        def role = node.role("roles:write")
        node.grants.grant(user.id(), role.id())
        def token = node.verified(node.signedIn(user))
        def admit = { node.admitAdministrator().admit(token, Sessions.HOME, ROLES_WRITE) }

        expect:
        admit() instanceof AdmitAdministrator.Admitted

        when:
        node.grants.revoke(user.id(), role.id())

        then:
        admit() == new AdmitAdministrator.Refused()

        when:
        node.grants.grant(user.id(), role.id())
        node.change(user) { Users.disabled(it, node.clock.instant()) }

        then:
        admit() == new AdmitAdministrator.Refused()
    }

    def "an administrator who is stopped leaves a line in the trail; anybody else does not"() {
        given:
        node.grants.grant(user.id(), node.role(*held).id())

        when:
        node.admit(user, ROLES_WRITE)

        then:
        node.audited().collect { [it.actor(), it.action().word(), it.target(), it.reason(), it.detail()] } ==
            (told ? [[new Actor.Person(user.id(), Sessions.HOME), "access.denied", null, "permission-missing", [permission: "roles:write"]]] : [])

        where:
        held           || told
        ["roles:read"] || true
        ["*:read"]     || true
        ["films:*"]    || false
        []             || false
    }

    def "who was let in for one thing does not get at another"() {
        given:
        def reader = node.administrator("users:read")

        when:
        reader.require(ROLES_WRITE)

        then:
        thrown(IllegalStateException)

        when:
        reader.requireSuperuser()

        then:
        thrown(IllegalStateException)

        when:
        new ReadAuditEventsService(node.auditEvents).read(reader, AuditFilter.ALL, new PageRequest(10, null))

        then:
        thrown(IllegalStateException)

        and:
        reader.require(USERS_READ)
    }

    def "no use case of administrators can be had without its permission: #what"() {
        given:
        def by = node.administrator("audit:read")

        when:
        act(node, by, node.member())

        then:
        thrown(IllegalStateException)
        node.audited() == []

        where:
        what                  | act
        "list roles"          | { n, who, u -> n.readRoles().all(who) }
        "find a role"         | { n, who, u -> n.readRoles().find(who, n.role().id()) }
        "find a named role"   | { n, who, u -> n.readRoles().findByName(who, n.role().name()) }
        "create a role"       | { n, who, u -> n.createRole().create(who, null) }
        "change a role"       | { n, who, u -> n.changeRole().change(who, null) }
        "delete a role"       | { n, who, u -> n.deleteRole().delete(who, n.role().id()) }
        "grant a role"        | { n, who, u -> n.assignRole().grant(who, null) }
        "revoke a role"       | { n, who, u -> n.assignRole().revoke(who, null) }
        "search users"        | { n, who, u -> n.findUsers().search(who, null, null) }
        "read a user"         | { n, who, u -> n.findUsers().find(who, u.id()) }
        "read a named user"   | { n, who, u -> n.findUsers().named(who, u.login().shown()) }
        "read a history"      | { n, who, u -> n.findUsers().logins(who, u.id(), null) }
        "read permissions"    | { n, who, u -> n.readPermissions().of(who, u.id()) }
        "disable a user"      | { n, who, u -> n.disableUser().disable(who, u.id()) }
        "enable a user"       | { n, who, u -> n.disableUser().enable(who, u.id()) }
        "sign a user out"     | { n, who, u -> n.signOutUser().signOut(who, u.id()) }
        "create a superuser"  | { n, who, u -> n.createSuperuser().create(who, null) }
        "promote"             | { n, who, u -> n.changeSuperuser().promote(who, u.id()) }
        "demote"              | { n, who, u -> n.changeSuperuser().demote(who, u.id()) }
        "list superusers"     | { n, who, u -> n.changeSuperuser().all(who) }
        "list keys"           | { n, who, u -> n.listKeys().list(who) }
        "rotate keys"         | { n, who, u -> n.rotateKeys().rotate(who, null) }
    }

    def "who lost the right after they were let in does nothing: #what"() {
        given:
        def boss = node.member()
        def rights = node.role("roles:write", "roles:assign", "users:write", "films:read")
        node.grants.grant(boss.id(), rights.id())
        def by = (node.admit(boss, ROLES_WRITE) as AdmitAdministrator.Admitted).administrator()
        def role = node.role("films:read")
        def tokens = node.signedIn(user)
        if (how == "disabled") {
            node.change(boss) { Users.disabled(it, node.clock.instant()) }
        } else {
            node.grants.revoke(boss.id(), rights.id())
        }
        def roles = node.roles.all()

        when:
        act(node, by, user, role)

        then:
        thrown(AdmissionWithdrawnException)
        node.roles.all() == roles
        node.now(user).state() == user.state()
        node.counts(tokens)
        node.audited() == []

        where:
        [what, act, how] << [
            "create a role": { n, who, u, r -> n.createRole().create(who, new CreateRole.Command(Roles.name(), PermissionSet.NONE, "")) },
            "change a role": { n, who, u, r -> n.changeRole().change(who, new ChangeRole.Command(r.id(), r.name(), PermissionSet.NONE, "")) },
            "delete a role": { n, who, u, r -> n.deleteRole().delete(who, r.id()) },
            "grant a role" : { n, who, u, r -> n.assignRole().grant(who, new AssignRole.Command(u.id(), r.id())) },
            "revoke a role": { n, who, u, r -> n.assignRole().revoke(who, new AssignRole.Command(u.id(), r.id())) },
            "disable"      : { n, who, u, r -> n.disableUser().disable(who, u.id()) },
            "enable"       : { n, who, u, r -> n.disableUser().enable(who, u.id()) },
            "sign out"     : { n, who, u, r -> n.signOutUser().signOut(who, u.id()) },
        ].collectMany { name, closure -> [[name, closure, "disabled"], [name, closure, "revoked"]] }
    }

    def "what counts are the rights of the moment of the act, fewer or more than at the door"() {
        given:
        def boss = node.member()
        def rights = node.role("roles:write", "films:*")
        node.grants.grant(boss.id(), rights.id())
        def by = (node.admit(boss, ROLES_WRITE) as AdmitAdministrator.Admitted).administrator()
        node.roles.update(Roles.allowing(rights, "roles:write"))

        expect:
        node.createRole().create(by, new CreateRole.Command(Roles.name(), PermissionSet.parse(["films:read"]), "")) ==
            new CreateRole.Beyond(PermissionSet.parse(["films:read"]))
    }
}
