package io.cinema.auth.application.role

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.TornTrail
import io.cinema.auth.application.access.Administrator
import io.cinema.auth.application.signin.IssuedTokens
import io.cinema.auth.application.token.AuthenticateToken.Revoked
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.audit.AuditTarget
import io.cinema.auth.domain.role.PermissionSet
import io.cinema.auth.domain.role.Role
import io.cinema.auth.domain.session.Revocation
import spock.lang.Specification

class AssignRoleSpec extends Specification {
    final AuthNode node = new AuthNode()
    final AuthNode neighbour = AuthNode.beside(node)
    final Administrator by = node.administrator("roles:assign", "films:*")
    final User user = node.member()
    final Role role = node.role("films:read")

    private AssignRole.Result grant(Administrator who = by, User to = user, Role what = role) {
        node.assignRole().grant(who, new AssignRole.Command(to.id(), what.id()))
    }

    private AssignRole.Result revoke(Administrator who = by, User from = user, Role what = role) {
        node.assignRole().revoke(who, new AssignRole.Command(from.id(), what.id()))
    }

    def "a role that is granted is in the next token, and the old one is dead on every node"() {
        given:
        def tokens = node.signedIn(user)

        when:
        def result = grant()

        then:
        result == new AssignRole.Assigned()
        node.authenticate(tokens) == new Revoked()
        neighbour.authenticate(tokens) == new Revoked()
        node.revoked(user) == [new Revocation.Below(2)]

        when:
        IssuedTokens next = neighbour.refreshed(tokens)

        then:
        node.verified(next).roles() == [role.name()] as Set
        node.readPermissions().own(user.id()).get().permissions() == role.permissions()
    }

    def "a role that is revoked is not in the next token, and the old one is dead"() {
        given:
        grant()
        def tokens = node.signedIn(user)

        when:
        def result = revoke()

        then:
        result == new AssignRole.Assigned()
        node.authenticate(tokens) == new Revoked()
        node.verified(node.refreshed(tokens)).roles() == [] as Set
        node.readPermissions().own(user.id()).get().permissions() == PermissionSet.NONE
    }

    def "what is so already changes nothing, and no token dies for it"() {
        given:
        grant()
        def tokens = node.signedIn(user)

        expect:
        grant() == new AssignRole.Assigned()
        revoke(by, user, node.role("films:write")) == new AssignRole.Assigned()
        node.counts(tokens)
        node.auditedInShort() == ["role.granted"]
    }

    def "the trail tells who got what from whom"() {
        when:
        grant()
        revoke()

        then:
        node.audited()*.action()*.word() == ["role.granted", "role.revoked"]
        node.audited()*.actor().unique() == [by.actor()]
        node.audited()*.target().unique() == [AuditTarget.of(user.id())]
        node.audited()*.detail().unique() == [[role_name: role.name().value(), role_id: role.id().toString()]]
    }

    def "nobody grants what they do not hold; to take it away they need not"() {
        given:
        def chief = node.role("films:read", "users:write", "*")

        expect:
        grant(by, user, chief) == new AssignRole.Beyond(PermissionSet.parse(["users:write", "*"]))
        node.now(user).state().roles() == [] as Set
        node.now(user).state().tokenVersion() == 1
        node.auditedInShort() == ["role.granted: beyond-own-permissions"]

        when:
        node.grants.grant(user.id(), chief.id())

        then:
        revoke(by, user, chief) == new AssignRole.Assigned()
        node.now(user).state().roles() == [] as Set
    }

    def "superusers are touched only by superusers"() {
        given:
        def chief = node.member(Users.user().superuser())

        expect:
        grant(by, chief) == new AssignRole.Untouchable()
        revoke(by, chief) == new AssignRole.Untouchable()
        node.now(chief).state() == chief.state()
        node.auditedInShort() == ["role.granted: superuser", "role.revoked: superuser"]

        and:
        grant(node.console(), chief) == new AssignRole.Assigned()
        node.now(chief).state().roles() == [role.name()] as Set
    }

    def "nobody and nothing that is not there gets or is a role"() {
        expect:
        node.assignRole().grant(by, new AssignRole.Command(TestIds.user(), role.id())) == new AssignRole.NoSuchUser()
        node.assignRole().revoke(by, new AssignRole.Command(TestIds.user(), role.id())) == new AssignRole.NoSuchUser()
        node.assignRole().grant(by, new AssignRole.Command(user.id(), TestIds.role())) == new AssignRole.NoSuchRole()
        node.assignRole().revoke(by, new AssignRole.Command(user.id(), TestIds.role())) == new AssignRole.NoSuchRole()
        node.audited() == []
    }

    def "where the trail can't be written the grant does not stand, and no token dies"() {
        given:
        def tokens = node.signedIn(user)
        node.auditEvents = new TornTrail()

        when:
        grant()

        then:
        thrown(IllegalStateException)
        node.now(user).state() == user.state()
        node.counts(tokens)
        neighbour.counts(tokens)
    }
}
