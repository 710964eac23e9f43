package io.cinema.auth.application.account

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.InterruptedUsers
import io.cinema.auth.application.ObservedHasher
import io.cinema.auth.application.TornTrail
import io.cinema.auth.application.account.ChangePassword.Changed
import io.cinema.auth.application.account.ChangePassword.Gone
import io.cinema.auth.application.account.ChangePassword.Unproved
import io.cinema.auth.application.proof.ProofFailure
import io.cinema.auth.application.session.RefreshSession.Ended
import io.cinema.auth.application.signin.IssuedTokens
import io.cinema.auth.application.signin.SignIn.InvalidCredentials
import io.cinema.auth.application.signin.SignIn.Proved
import io.cinema.auth.application.token.AuthenticateToken.Revoked
import io.cinema.auth.contracts.fixture.AccessTokens
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.contracts.memory.MemoryPasswordHasher
import io.cinema.auth.domain.account.PersonName
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.audit.Actor
import io.cinema.auth.domain.audit.AuditTarget
import io.cinema.auth.domain.credential.Password
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.session.EndReason
import io.cinema.auth.domain.session.Revocation
import io.cinema.auth.domain.token.VerifiedAccessToken
import io.cinema.auth.domain.value.InvalidValueException
import spock.lang.Specification

class ChangePasswordSpec extends Specification {
    static final String NEW = "the owner's new one"
    static final CHANGED = new Changed()
    static final GONE = new Gone()
    static final WRONG_PASSWORD = new Unproved(new ProofFailure.WrongPassword())

    final AuthNode node = new AuthNode()
    final AuthNode neighbour = AuthNode.beside(node)
    final User user = node.member(Users.user().login("ada").email("lovelace@example.com"))
    final IssuedTokens here = node.signedIn(user)
    final VerifiedAccessToken token = node.verified(here)
    final ObservedHasher hasher = node.hasher = new ObservedHasher()

    private ChangePassword.Result change(String current = AuthNode.PASSWORD, String chosen = NEW) {
        node.changePassword().change(
            new ChangePassword.Command(token, Sessions.HOME, Password.of(current), Password.of("new_password", chosen)))
    }

    private boolean nothingChanged() {
        node.now(user).passwordHash() == user.passwordHash() &&
            node.now(user).state() == user.state() &&
            node.revoked(user) == [] &&
            node.counts(here)
    }

    def "from then on the new password signs in and the old one does not"() {
        expect:
        change() == CHANGED
        node.trySignIn("ada") == new InvalidCredentials()
        node.trySignIn("ada", NEW) instanceof Proved
    }

    def "every access token so far dies on every node; this session goes on, the others end"() {
        given:
        def there = node.signedIn(user)
        def stranger = node.signedIn(node.member())

        when:
        change()

        then:
        [here, there].every { node.authenticate(it) == new Revoked() && neighbour.authenticate(it) == new Revoked() }
        node.revoked(user) == [new Revocation.Below(2)]
        node.now(user).state().tokenVersion() == 2

        and:
        node.tryRefresh(there) == new Ended()
        node.session(there).ended().reason() == EndReason.PASSWORD_CHANGED

        and:
        def next = node.refreshed(here)
        neighbour.counts(next)
        node.claims(next).version() == 2
        neighbour.counts(stranger)
    }

    def "a sign-in in the same instant as the change has tokens that count"() {
        when:
        change()

        then:
        neighbour.counts(AuthNode.opened(node.trySignIn("ada", NEW)))
    }

    def "a wrong current password changes nothing and hashes nothing new"() {
        expect:
        change("not the password") == WRONG_PASSWORD
        hasher.compared() == 1
        hasher.hashed() == 0
        nothingChanged()
    }

    def "an account without a password has none to change, at the same cost"() {
        given:
        def social = Users.user().withoutPassword().build()
        node.users.add(social)
        def session = Sessions.opened(social, node.clock.instant())
        def its = AccessTokens.verified(session, social.state(), node.clock.instant())

        expect:
        node.changePassword().change(
            new ChangePassword.Command(its, Sessions.HOME, Password.of(NEW), Password.of(NEW))) == WRONG_PASSWORD
        hasher.compared() == 1
        node.now(social) == social
    }

    def "a password that may not be chosen is refused before anything is hashed: #rule"() {
        when:
        change("whatever is current", chosen)

        then:
        def refusal = thrown(InvalidValueException)
        refusal.field() == "new_password"
        refusal.rule() == rule
        hasher.compared() == 0
        hasher.hashed() == 0
        nothingChanged()

        where:
        chosen                 || rule
        "seven 7"              || "too_short"
        "QwertyUIOP"           || "common_password"
        "Lovelace@Example.com" || "own_name"
        "lovelace"             || "own_name"
    }

    def "of ten changes at once one is made, and its password is the one that counts"() {
        when:
        def answers = Parallel.times(10) { change(AuthNode.PASSWORD, "$NEW $it") }

        then:
        answers.count { it == CHANGED } == 1
        node.now(user).state().tokenVersion() == 2

        and: "who came after it was wrong, and is counted as such where it began after it"
        (answers - CHANGED).every { it == WRONG_PASSWORD || it.why() instanceof ProofFailure.TooMany }
        node.clock.advance(node.throttleRule.memory())
        node.trySignIn("ada", "$NEW ${answers.indexOf(CHANGED)}") instanceof Proved
    }

    def "a password that was changed after the check is not replaced"() {
        given:
        hasher.whileHashing { node.giveNewPassword(user, "a quicker new one") }

        expect:
        change() == WRONG_PASSWORD
        node.trySignIn("ada", NEW) == new InvalidCredentials()
        node.trySignIn("ada", "a quicker new one") instanceof Proved
        node.revoked(user) == []
    }

    def "a rehash after the check does not make the password wrong"() {
        given:
        hasher.whileHashing { node.change(user) { rehashed(it) } }

        expect:
        change() == CHANGED
        node.trySignIn("ada", NEW) instanceof Proved
        node.now(user).state().tokenVersion() == 2
    }

    def "who is signed out everywhere after the check has no token any more to change it with"() {
        given:
        hasher.whileHashing { node.endSession().endAll(user.id()) }

        expect:
        change() == GONE
        node.trySignIn("ada") instanceof Proved
    }

    def "personal data that changes meanwhile stays changed"() {
        given:
        hasher.whileHashing {
            node.change(user) { it.withPersonalData(it.login(), it.email(), new PersonName("Ada", "King")) }
        }

        expect:
        change() == CHANGED
        node.now(user).name() == new PersonName("Ada", "King")
    }

    def "an account that is gone #moment has no password to change"() {
        given:
        def absent = Users.any()
        def session = Sessions.opened(absent, node.clock.instant())
        def its = AccessTokens.verified(session, absent.state(), node.clock.instant())
        node.users = moment == "after the check" ? InterruptedUsers.vanishing(node.users) : node.users
        def whose = moment == "after the check" ? token : its

        expect:
        node.changePassword().change(
            new ChangePassword.Command(whose, Sessions.HOME, Password.of(AuthNode.PASSWORD), Password.of(NEW))) == GONE

        where:
        moment << ["from the start", "after the check"]
    }

    def "no room to hash changes nothing"() {
        given:
        hasher.whileHashing { throw ObservedHasher.overloaded() }

        when:
        change()

        then:
        thrown(PortUnavailableException)
        nothingChanged()
    }

    def "the change stands while the revocation store is away, and reaches the others by the relay"() {
        given:
        node.store.away = true

        expect:
        change() == CHANGED
        node.authenticate(here) == new Revoked()

        when:
        neighbour.revocationUpkeep().relay()

        then:
        neighbour.authenticate(here) == new Revoked()
    }

    private static User rehashed(User user) {
        user.withPasswordHash(new MemoryPasswordHasher(2).hash(Password.of(AuthNode.PASSWORD)))
    }

    def "the trail tells of changes and of wrong passwords, and from where"() {
        when:
        change("a wrong password")
        change()

        then:
        node.auditedInShort() == ["password.changed: invalid-credentials", "password.changed"]
        node.audited()*.actor().unique() == [new Actor.Person(user.id(), Sessions.HOME)]
        node.audited()*.target().unique() == [AuditTarget.of(user.id())]
    }

    def "where the trail can't be written the old password stays, and nothing dies"() {
        given:
        node.auditEvents = new TornTrail()

        when:
        change()

        then:
        thrown(IllegalStateException)
        nothingChanged()
    }

    def "a request whose token died on its way changes nothing: #how"() {
        given:
        node.change(user) { it.withState(how == "disabled" ? it.state().withDisabledAt(node.clock.instant()) : it.state().withRaisedVersion()) }

        expect:
        change() == GONE
        node.now(user).passwordHash() == user.passwordHash()

        where:
        how << ["disabled", "signed out everywhere"]
    }
}
