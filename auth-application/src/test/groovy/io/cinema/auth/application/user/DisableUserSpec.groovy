package io.cinema.auth.application.user

import static io.cinema.auth.application.user.DisableUser.Result.DONE
import static io.cinema.auth.application.user.DisableUser.Result.LAST_SUPERUSER
import static io.cinema.auth.application.user.DisableUser.Result.NO_SUCH_USER
import static io.cinema.auth.application.user.DisableUser.Result.UNTOUCHABLE

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.access.Administrator
import io.cinema.auth.application.session.RefreshSession.Ended
import io.cinema.auth.application.signin.Opening
import io.cinema.auth.application.signin.SignIn.Proved
import io.cinema.auth.application.token.AuthenticateToken.Revoked
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.audit.AuditTarget
import io.cinema.auth.domain.session.EndReason
import spock.lang.Specification

class DisableUserSpec extends Specification {
    final AuthNode node = new AuthNode()
    final AuthNode neighbour = AuthNode.beside(node)
    final Administrator by = node.administrator("users:write")
    final User user = node.member()

    def "who is disabled is out at once, everywhere, and does not get in again"() {
        given:
        def tokens = node.signedIn(user)

        expect:
        node.disableUser().disable(by, user.id()) == DONE
        node.now(user).state().disabledAt() == node.clock.instant()
        node.authenticate(tokens) == new Revoked()
        neighbour.authenticate(tokens) == new Revoked()
        node.session(tokens).ended().reason() == EndReason.ACCOUNT_DISABLED
        neighbour.tryRefresh(tokens) == new Ended()
        node.trySignIn(user.login().shown()) == new Proved(new Opening.AccountDisabled())
    }

    def "who is enabled again signs in anew; what they held before stays dead"() {
        given:
        def tokens = node.signedIn(user)
        node.disableUser().disable(by, user.id())

        expect:
        node.disableUser().enable(by, user.id()) == DONE
        node.now(user).state().disabledAt() == null
        node.counts(node.signedIn(user))
        node.authenticate(tokens) == new Revoked()
        node.tryRefresh(tokens) == new Ended()
    }

    def "what is so already is left as it is"() {
        given:
        node.disableUser().disable(by, user.id())
        def since = node.now(user).state()
        node.clock.advance(java.time.Duration.ofDays(1))

        expect:
        node.disableUser().disable(by, user.id()) == DONE
        node.now(user).state() == since
        node.disableUser().enable(by, user.id()) == DONE
        node.disableUser().enable(by, user.id()) == DONE
        node.auditedInShort() == ["user.disabled", "user.enabled"]
        node.audited()*.target().unique() == [AuditTarget.of(user.id())]
    }

    def "superusers are touched only by superusers"() {
        given:
        def chief = node.member(Users.user().superuser())
        node.member(Users.user().superuser())

        expect:
        node.disableUser().disable(by, chief.id()) == UNTOUCHABLE
        node.disableUser().enable(by, chief.id()) == UNTOUCHABLE
        node.signOutUser().signOut(by, chief.id()) == SignOutUser.Result.UNTOUCHABLE
        node.now(chief).state() == chief.state()
        node.auditedInShort() == ["user.disabled: superuser", "user.enabled: superuser", "user.signed_out: superuser"]
        node.disableUser().disable(node.console(), chief.id()) == DONE
    }

    def "the last superuser who is enabled stays, from the console too"() {
        given:
        def chief = node.member(Users.user().superuser())
        def disabled = node.member(Users.user().superuser().disabledAt(node.clock.instant()))

        expect:
        node.disableUser().disable(node.console(), chief.id()) == LAST_SUPERUSER
        node.now(chief).state() == chief.state()
        node.auditedInShort() == ["user.disabled: last-superuser"]

        when:
        node.disableUser().enable(node.console(), disabled.id())

        then:
        node.disableUser().disable(node.console(), chief.id()) == DONE
        node.disableUser().disable(node.console(), disabled.id()) == LAST_SUPERUSER
    }

    def "of superusers who disable each other at once one stays"() {
        given:
        def chiefs = (1..5).collect { node.member(Users.user().superuser()) }

        when:
        def results = Parallel.times(5) { i -> node.disableUser().disable(node.console(), chiefs[i].id()) }

        then:
        results.count(DONE) == 4
        results.count(LAST_SUPERUSER) == 1
        chiefs.count { node.now(it).state().disabledAt() == null } == 1
    }

    def "somebody can be signed out of all devices, and in again"() {
        given:
        def tokens = (1..3).collect { node.signedIn(user) }

        expect:
        node.signOutUser().signOut(by, user.id()) == SignOutUser.Result.SIGNED_OUT
        tokens.every { node.authenticate(it) == new Revoked() && neighbour.authenticate(it) == new Revoked() && node.tryRefresh(it) == new Ended() }
        node.counts(node.signedIn(user))
        node.auditedInShort() == ["user.signed_out"]
    }

    def "nobody who is not there is touched"() {
        expect:
        node.disableUser().disable(by, TestIds.user()) == NO_SUCH_USER
        node.disableUser().enable(by, TestIds.user()) == NO_SUCH_USER
        node.signOutUser().signOut(by, TestIds.user()) == SignOutUser.Result.NO_SUCH_USER
        node.audited() == []
    }
}
