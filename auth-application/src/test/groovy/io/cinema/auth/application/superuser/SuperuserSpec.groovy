package io.cinema.auth.application.superuser

import static io.cinema.auth.application.superuser.ChangeSuperuser.Result.DONE
import static io.cinema.auth.application.superuser.ChangeSuperuser.Result.LAST_SUPERUSER
import static io.cinema.auth.application.superuser.ChangeSuperuser.Result.NO_SUCH_USER

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.TornTrail
import io.cinema.auth.application.token.AuthenticateToken.Revoked
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.EmailAddress
import io.cinema.auth.domain.account.Login
import io.cinema.auth.domain.audit.Actor
import io.cinema.auth.domain.credential.Password
import io.cinema.auth.domain.role.PermissionSet
import io.cinema.auth.domain.value.InvalidValueException
import spock.lang.Specification

class SuperuserSpec extends Specification {
    final AuthNode node = new AuthNode()

    private CreateSuperuser.Result create(String login = "root", String email = "root@example.com", String password = AuthNode.PASSWORD) {
        node.createSuperuser().create(node.console(),
            new CreateSuperuser.Command(Login.of(login), EmailAddress.of(email), Password.of(password)))
    }

    def "a superuser is made from the console, signs in, and may everything"() {
        when:
        def user = (create() as CreateSuperuser.Created).user()

        then:
        node.now(user).state().superuser()
        node.verified(node.signedIn(user)).superuser()
        node.readPermissions().own(user.id()).get().permissions() == PermissionSet.EVERYTHING
        node.audited()*.action()*.word() == ["superuser.created"]
        node.audited()*.actor() == [new Actor.Console("ada")]
    }

    def "the rules for passwords are everybody's"() {
        when:
        create("root", "root@example.com", password)

        then:
        thrown(InvalidValueException)
        node.directory.superusers() == []

        where:
        password << ["short", "password1", "root@example.com"]
    }

    def "a taken login says whose it is, a taken e-mail that it is"() {
        given:
        def holder = node.member(Users.user().login("Root").email("someone@example.com"))

        expect:
        create("ROOT", "root@example.com") == new CreateSuperuser.LoginTaken(holder)
        create("other", "SOMEONE@example.com") == new CreateSuperuser.EmailTaken()
        node.audited() == []
    }

    def "where the trail can't be written there is no superuser"() {
        given:
        node.auditEvents = new TornTrail()

        when:
        create()

        then:
        thrown(IllegalStateException)
        node.users.findByLogin(Login.of("root")).empty
    }

    def "an account can become a superuser and stop being one; its tokens say so from the next on"() {
        given:
        create()
        def user = node.member()
        def before = node.signedIn(user)

        expect:
        node.changeSuperuser().promote(node.console(), user.id()) == DONE
        node.authenticate(before) == new Revoked()

        when:
        def promoted = node.refreshed(before)

        then:
        node.verified(promoted).superuser()
        node.changeSuperuser().all(node.console())*.login()*.shown() as Set == ["root", user.login().shown()] as Set

        and:
        node.changeSuperuser().demote(node.console(), user.id()) == DONE
        node.authenticate(promoted) == new Revoked()
        !node.verified(node.refreshed(promoted)).superuser()
        node.auditedInShort() == ["superuser.created", "superuser.promoted", "superuser.demoted"]
    }

    def "what is so already kills no token"() {
        given:
        create()
        def user = node.member()
        def tokens = node.signedIn(user)

        expect:
        node.changeSuperuser().demote(node.console(), user.id()) == DONE
        node.counts(tokens)
        node.auditedInShort() == ["superuser.created"]
    }

    def "the last superuser stays one, also when all are demoted at once"() {
        given:
        def chiefs = (1..5).collect { node.member(Users.user().superuser()) }
        node.member(Users.user().superuser().disabledAt(node.clock.instant()))

        when:
        def results = Parallel.times(5) { i -> node.changeSuperuser().demote(node.console(), chiefs[i].id()) }

        then:
        results.count(DONE) == 4
        results.count(LAST_SUPERUSER) == 1
        chiefs.count { node.now(it).state().superuser() } == 1
        node.auditedInShort().count("superuser.demoted: last-superuser") == 1
    }

    def "nobody who is not there is promoted"() {
        expect:
        node.changeSuperuser().promote(node.console(), TestIds.user()) == NO_SUCH_USER
        node.changeSuperuser().demote(node.console(), TestIds.user()) == NO_SUCH_USER
    }
}
