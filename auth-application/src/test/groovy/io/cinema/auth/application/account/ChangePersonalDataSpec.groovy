package io.cinema.auth.application.account

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.InterruptedUsers
import io.cinema.auth.application.account.Change.Keep
import io.cinema.auth.application.account.Change.Put
import io.cinema.auth.application.account.ChangePersonalData.Changed
import io.cinema.auth.application.account.ChangePersonalData.EmailTaken
import io.cinema.auth.application.account.ChangePersonalData.Gone
import io.cinema.auth.application.account.ChangePersonalData.LoginTaken
import io.cinema.auth.application.account.ChangePersonalData.Unproved
import io.cinema.auth.application.proof.ProofFailure
import io.cinema.auth.application.signin.SignIn.InvalidCredentials
import io.cinema.auth.application.signin.SignIn.Proved
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.contracts.memory.MemoryPasswordHasher
import io.cinema.auth.domain.account.EmailAddress
import io.cinema.auth.domain.account.Login
import io.cinema.auth.domain.account.PersonName
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.audit.Actor
import io.cinema.auth.domain.credential.Password
import io.cinema.auth.domain.token.VerifiedAccessToken
import io.cinema.auth.domain.value.InvalidValueException
import java.time.Duration
import spock.lang.Specification

class ChangePersonalDataSpec extends Specification {
    final AuthNode node = new AuthNode()
    final User user =
        node.member(Users.user().login("ada").email("ada@example.com").name("Ada", "Byron"))

    private ChangePersonalData.Result change(Map said, User who = user, VerifiedAccessToken token = node.tokenOf(who)) {
        node.changePersonalData().change(new ChangePersonalData.Command(
            token,
            Sessions.HOME,
            said.login == null ? null : Login.of(said.login),
            said.email == null ? null : EmailAddress.of(said.email),
            said.containsKey("first") ? new Put<String>(said.first) : new Keep<String>(),
            said.containsKey("last") ? new Put<String>(said.last) : new Keep<String>(),
            said.password == null ? null : Password.of(said.password)))
    }

    def "names change without a password, each for itself: #said"() {
        when:
        def answer = change(said)

        then:
        (answer as Changed).user() == node.now(user)
        node.now(user) == user.withPersonalData(user.login(), user.email(), new PersonName(first, last))
        node.hasher.compared() == 0

        where:
        said                             || first | last
        [:]                              || "Ada" | "Byron"
        [last: "King"]                   || "Ada" | "King"
        [first: "Augusta Ada"]           || "Augusta Ada" | "Byron"
        [first: null]                    || null  | "Byron"
        [first: null, last: null]        || null  | null
        [first: "  Augusta ", last: "Ж"] || "Augusta" | "Ж"
    }

    def "a name that is no name changes nothing: #said"() {
        when:
        change(said)

        then:
        def refusal = thrown(InvalidValueException)
        refusal.field() == field
        refusal.rule() == rule
        node.now(user) == user

        where:
        said                               || field        | rule
        [first: ""]                        || "first_name" | "too_short"
        [first: "fine", last: "   "]       || "last_name"  | "too_short"
        [last: "x" * 101]                  || "last_name"  | "too_long"
        [first: "a\u202Eb"]                || "first_name" | "unsafe_text"
        [login: "countess", password: AuthNode.PASSWORD, last: "\0"] || "last_name" | "unsafe_text"
    }

    def "another login or e-mail, even in spelling alone, needs the password: #said"() {
        expect:
        change(said) == new Unproved(new ProofFailure.Missing(null))
        change(said + [password: "not the password"]) == new Unproved(new ProofFailure.WrongPassword())
        node.now(user) == user

        and:
        change(said + [password: AuthNode.PASSWORD]) == new Changed(node.now(user))
        node.now(user).login().shown() == login
        node.now(user).email().shown() == email

        where:
        said                                             || login      | email
        [login: "countess"]                              || "countess" | "ada@example.com"
        [login: "Ada"]                                   || "Ada"      | "ada@example.com"
        [email: "king@example.com"]                      || "ada"      | "king@example.com"
        [email: "Ada@example.com"]                       || "ada"      | "Ada@example.com"
        [login: "countess", email: "king@example.com"]   || "countess" | "king@example.com"
        [login: "ada", email: "king@example.com"]        || "ada"      | "king@example.com"
    }

    def "the login and e-mail that one has need no password"() {
        expect:
        change(login: "ada", email: "ada@example.com", last: "King") instanceof Changed
        node.now(user).name() == new PersonName("Ada", "King")
        node.hasher.compared() == 0
    }

    def "for an account without a password a fresh sign-in stands for it, and an old one does not"() {
        given:
        def social = Users.user().withoutPassword().withoutEmail().build()
        node.users.add(social)
        def signedIn = node.tokenOf(social)

        when:
        node.clock.advance(node.stepUp.maxAge() + Duration.ofSeconds(1))

        then:
        change([email: "new@example.com"], social, signedIn) == new Unproved(new ProofFailure.Missing(node.stepUp.maxAge()))
        change([email: "new@example.com", password: AuthNode.PASSWORD], social) == new Unproved(new ProofFailure.WrongPassword())
        node.hasher.compared() == 1
        node.now(social) == social

        and:
        change([email: "new@example.com"], social, node.tokenOf(social)) == new Changed(node.now(social))
        node.now(social).email().shown() == "new@example.com"
    }

    def "what another has in any spelling is taken, and nothing of the change is made: #said"() {
        given:
        node.member(Users.user().login("grace").email("grace@example.com"))

        expect:
        change(said + [last: "King", password: AuthNode.PASSWORD]) == refusal
        node.now(user) == user

        where:
        said                                         || refusal
        [login: "grace"]                             || new LoginTaken()
        [login: "GRACE"]                             || new LoginTaken()
        [login: "ｇｒａｃｅ"]                             || new LoginTaken()
        [email: "Grace@EXAMPLE.com"]                 || new EmailTaken()
        [login: "countess", email: "grace@example.com"] || new EmailTaken()
    }

    def "the new name signs in, the old one is nobody's and free"() {
        given:
        def tokens = node.signedIn(user)
        change(login: "countess", email: "king@example.com", password: AuthNode.PASSWORD)

        expect:
        node.trySignIn("countess") instanceof Proved
        node.trySignIn("king@example.com") instanceof Proved
        node.trySignIn("ada") == new InvalidCredentials()
        node.trySignIn("ada@example.com") == new InvalidCredentials()
        node.member(Users.user().login("ada").email("ada@example.com")) != null

        and: "nobody was signed out by it"
        node.counts(tokens)
        node.refreshed(tokens)
    }

    def "of twenty who want one login at once one gets it"() {
        given:
        def rivals = (1..20).collect { node.member() }

        when:
        def answers = Parallel.times(20) { int i ->
            change([login: i % 2 ? "Countess" : "countess", password: AuthNode.PASSWORD], rivals[i])
        }

        then:
        answers.count { it instanceof Changed } == 1
        answers.count { it == new LoginTaken() } == 19
    }

    def "changes of different fields at once are all made"() {
        when:
        Parallel.all([
            { change(first: "Augusta") },
            { change(last: "King") },
            { change(login: "countess", password: AuthNode.PASSWORD) },
            { change(email: "king@example.com", password: AuthNode.PASSWORD) },
        ])

        then:
        with(node.now(user)) {
            name() == new PersonName("Augusta", "King")
            login().shown() == "countess"
            email().shown() == "king@example.com"
        }
    }

    def "a password that is changed after the check proves nothing any more"() {
        given:
        node.hasher.whileComparing { node.giveNewPassword(user, "the owner's new one") }

        expect:
        change(email: "thief@example.com", password: AuthNode.PASSWORD) == new Unproved(new ProofFailure.WrongPassword())
        node.now(user).email() == user.email()
    }

    def "a rehash after the check does not make the password wrong"() {
        given:
        node.hasher.whileComparing { node.change(user) { rehashed(it) } }

        expect:
        change(email: "king@example.com", password: AuthNode.PASSWORD) instanceof Changed
    }

    def "who is signed out everywhere after the check has no token any more to change anything with"() {
        given:
        node.hasher.whileComparing { node.endSession().endAll(user.id()) }

        expect:
        change(email: "king@example.com", password: AuthNode.PASSWORD) == new Gone()
        node.now(user).email() == user.email()
    }

    def "who repeats an old #field without a password can't undo the change that is made meanwhile"() {
        given:
        node.users = new InterruptedUsers(node.users, {
            node.change(user) {
                it.withPersonalData(Login.of("countess"), EmailAddress.of("king@example.com"), it.name())
            }
        })

        expect:
        change(said) == new Unproved(new ProofFailure.Missing(null))
        node.now(user).login().shown() == "countess"
        node.now(user).email().shown() == "king@example.com"

        where:
        field    | said
        "login"  | [login: "ada"]
        "e-mail" | [email: "ada@example.com"]
    }

    def "an account that is gone #moment has nothing to change"() {
        given:
        node.users = moment == "after the check" ? InterruptedUsers.vanishing(node.users) : node.users

        expect:
        change([last: "King"], moment == "after the check" ? user : Users.any()) == new Gone()

        where:
        moment << ["from the start", "after the check"]
    }

    private static User rehashed(User user) {
        user.withPasswordHash(new MemoryPasswordHasher(2).hash(Password.of(AuthNode.PASSWORD)))
    }

    def "the trail tells of changed names to sign in with and of wrong passwords, not of other names: #said"() {
        given:
        node.member(Users.user().login("taken").email("taken@example.com"))

        when:
        change(said)

        then:
        node.auditedInShort() == told
        node.audited().every { it.actor() == new Actor.Person(user.id(), Sessions.HOME) && it.detail() == [:] }

        where:
        said                                                                   || told
        [first: "Augusta"]                                                     || []
        [login: "ada", email: "ada@example.com"]                               || []
        [login: "byron", password: AuthNode.PASSWORD]                          || ["login.changed"]
        [login: "byron", email: "b@example.com", password: AuthNode.PASSWORD]  || ["login.changed", "email.changed"]
        [email: "b@example.com", password: "a wrong one"]                      || ["email.changed: invalid-credentials"]
        [email: "b@example.com"]                                               || []
        [login: "taken", password: AuthNode.PASSWORD]                          || ["login.changed: login-taken"]
        [email: "taken@example.com", password: AuthNode.PASSWORD]              || ["email.changed: email-taken"]
    }

    def "a request whose token died on its way changes nothing: #how"() {
        given:
        def token = node.tokenOf(user)
        node.change(user) { it.withState(how == "disabled" ? it.state().withDisabledAt(node.clock.instant()) : it.state().withRaisedVersion()) }
        def command = new ChangePersonalData.Command(token, Sessions.HOME, null, null, new Keep<String>(), new Put<String>("King"), null)

        expect:
        node.changePersonalData().change(command) == new Gone()
        node.now(user).name() == user.name()

        where:
        how << ["disabled", "signed out everywhere"]
    }
}
