package io.cinema.auth.application.role

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.TornTrail
import io.cinema.auth.application.access.Administrator
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.domain.audit.AuditOutcome
import io.cinema.auth.domain.audit.AuditTarget
import io.cinema.auth.domain.role.PermissionSet
import io.cinema.auth.domain.role.Role
import io.cinema.auth.domain.role.RoleId
import io.cinema.auth.domain.role.RoleName
import io.cinema.auth.domain.value.InvalidValueException
import spock.lang.Specification

class RolesSpec extends Specification {
    final AuthNode node = new AuthNode()
    final Administrator by = node.administrator("roles:write", "roles:read", "films:*")

    private CreateRole.Result create(String name, List<String> permissions, String description = "") {
        node.createRole().create(by, new CreateRole.Command(new RoleName(name), PermissionSet.parse(permissions), description))
    }

    private ChangeRole.Result change(RoleId id, String name, List<String> permissions, String description = "") {
        node.changeRole().change(by, new ChangeRole.Command(id, new RoleName(name), PermissionSet.parse(permissions), description))
    }

    def "a role is made, read, changed and deleted, and the trail tells of each"() {
        when:
        def role = (create("critic", ["films:read"], "Writes reviews") as CreateRole.Created).role()

        then:
        node.readRoles().find(by, role.id()).get() == role
        node.readRoles().findByName(by, new RoleName("critic")).get() == role
        role in node.readRoles().all(by)

        when:
        def changed = (change(role.id(), "film-critic", ["films:watch:press"], "Sees it first") as ChangeRole.Changed).role()

        then:
        changed == new Role(role.id(), new RoleName("film-critic"), PermissionSet.parse(["films:watch:press"]), "Sees it first")
        node.readRoles().find(by, role.id()).get() == changed

        when:
        def deleted = node.deleteRole().delete(by, role.id())

        then:
        deleted == DeleteRole.Result.DELETED
        node.readRoles().find(by, role.id()).empty

        and:
        with(node.audited()) {
            it*.action()*.word() == ["role.created", "role.changed", "role.deleted"]
            it*.actor().unique() == [by.actor()]
            it*.target().unique() == [AuditTarget.of(role.id())]
            it*.outcome().unique() == [AuditOutcome.DONE]
            it*.detail() == [
                [role_name: "critic", permissions: "films:read"],
                [role_name: "film-critic", role_name_before: "critic", permissions_added: "films:watch:press", permissions_removed: "films:read"],
                [role_name: "film-critic", permissions: "films:watch:press"],
            ]
        }
    }

    def "a name is given once"() {
        given:
        create("critic", [])
        def other = (create("viewer", ["films:read"]) as CreateRole.Created).role()

        expect:
        create("critic", []) == new CreateRole.NameTaken()
        change(other.id(), "critic", []) == new ChangeRole.NameTaken()
        node.readRoles().find(by, other.id()).get() == other
        change(other.id(), "viewer", []) instanceof ChangeRole.Changed
        node.auditedInShort() == ["role.created", "role.created", "role.created: role-name-taken", "role.changed: role-name-taken", "role.changed"]
    }

    def "nobody puts into a role what they do not hold: #permissions"() {
        given:
        def role = (create("critic", ["films:read"]) as CreateRole.Created).role()

        expect:
        create("editor", permissions) == new CreateRole.Beyond(PermissionSet.parse(lacking))
        change(role.id(), "critic", permissions) == new ChangeRole.Beyond(PermissionSet.parse(lacking))
        node.readRoles().findByName(by, new RoleName("editor")).empty
        node.readRoles().find(by, role.id()).get() == role
        node.auditedInShort() == ["role.created", "role.created: beyond-own-permissions", "role.changed: beyond-own-permissions"]

        where:
        permissions                  || lacking
        ["users:read"]               || ["users:read"]
        ["films:read", "users:read"] || ["users:read"]
        ["*"]                        || ["*"]
        ["roles:*"]                  || ["roles:*"]
        ["*:read"]                   || ["*:read"]
    }

    def "what a role has already may stay or go, whoever changes it"() {
        given:
        def role = node.role("users:write", "billing:*")

        expect:
        change(role.id(), "accountant", ["users:write", "billing:*", "films:read"]) instanceof ChangeRole.Changed
        change(role.id(), "accountant", ["billing:*"]) instanceof ChangeRole.Changed
        change(role.id(), "accountant", ["billing:*", "users:write"]) == new ChangeRole.Beyond(PermissionSet.parse(["users:write"]))
    }

    def "a role that is not there is not found, and nothing is said of it in the trail"() {
        expect:
        change(TestIds.role(), "critic", []) == new ChangeRole.NotFound()
        node.deleteRole().delete(by, TestIds.role()) == DeleteRole.Result.NOT_FOUND
        node.readRoles().find(by, TestIds.role()).empty
        node.audited() == []
    }

    def "a change shows at once in what its holders may do"() {
        given:
        def role = node.role("films:read")
        def user = node.member()
        node.grants.grant(user.id(), role.id())

        when:
        change(role.id(), "press", ["films:watch:press"])

        then:
        node.readPermissions().own(user.id()).get().permissions().words() == ["films:watch:press"]
        node.readPermissions().own(user.id()).get().roles()*.name()*.value() == ["press"]

        when:
        node.deleteRole().delete(by, role.id())

        then:
        node.readPermissions().own(user.id()).get().permissions() == PermissionSet.NONE
        node.now(user).state().roles() == [] as Set
    }

    def "where the trail can't be written nothing is done"() {
        given:
        def role = node.role("films:read")
        node.auditEvents = new TornTrail()

        when:
        act(this, role)

        then:
        thrown(IllegalStateException)
        node.roles.find(role.id()).get() == role
        node.roles.findByName(new RoleName("editor")).empty

        where:
        act << [
            { spec, one -> spec.create("editor", []) },
            { spec, one -> spec.change(one.id(), "other", []) },
            { spec, one -> spec.node.deleteRole().delete(spec.by, one.id()) },
        ]
    }

    def "a description that is too long is malformed, before anything is asked"() {
        when:
        create("critic", [], "x" * 501)

        then:
        thrown(InvalidValueException)
        node.audited() == []
    }

    def "the trail tells of many permissions the first twenty and how many more"() {
        when:
        create("critic", (10..<60).collect { "films:watch:l$it".toString() })

        then:
        node.audited()[0].detail().permissions == (10..<30).collect { "films:watch:l$it" }.join(" ") + " and 30 more"
    }
}
