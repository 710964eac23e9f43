package io.cinema.auth.application.account

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.ObservedHasher
import io.cinema.auth.application.account.SignUp.EmailTaken
import io.cinema.auth.application.account.SignUp.LoginTaken
import io.cinema.auth.application.account.SignUp.SignedUp
import io.cinema.auth.application.signin.SignIn.InvalidCredentials
import io.cinema.auth.application.signin.SignIn.Proved
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.AccountState
import io.cinema.auth.domain.account.EmailAddress
import io.cinema.auth.domain.account.Login
import io.cinema.auth.domain.account.PersonName
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.credential.Password
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.value.InvalidValueException
import java.text.Normalizer
import spock.lang.Specification

class SignUpSpec extends Specification {
    final AuthNode node = new AuthNode()

    private SignUp.Result signUp(Map said = [:]) {
        def form = [login: "Ada", email: "ada@example.com", password: AuthNode.PASSWORD, name: PersonName.NONE] + said
        node.signUp().signUp(new SignUp.Command(
            Login.of(form.login), EmailAddress.of(form.email), Password.of(form.password), form.name))
    }

    private boolean isStored(String login) {
        node.users.findByLogin(Login.of(login)).present
    }

    def "a new account is kept as it was chosen, with no rights and no password in the clear"() {
        when:
        def user = (signUp(name: new PersonName("Ada", "Lovelace")) as SignedUp).user()

        then:
        user == node.now(user)
        user.login().shown() == "Ada"
        user.email().shown() == "ada@example.com"
        user.name() == new PersonName("Ada", "Lovelace")
        user.state() == AccountState.fresh(user.id())
        user.activity() == new User.Activity(node.clock.instant(), null)
        !user.passwordHash().reveal().contains(AuthNode.PASSWORD)
        node.hasher.hashed() == 1
    }

    def "who signed up can sign in with exactly what was chosen: #chosen"() {
        given:
        signUp(password: chosen)

        expect:
        node.trySignIn("ada", typed) instanceof Proved == same

        where:
        chosen                | typed                                                   || same
        "12345678"            | "12345678"                                              || true
        "🎬" * 64             | "🎬" * 64                                               || true
        "x" * 256             | "x" * 256                                               || true
        "x" * 256             | "x" * 255                                               || false
        " spaces count "      | " spaces count "                                        || true
        " spaces count "      | "spaces count"                                          || false
        "Case counts"         | "case counts"                                           || false
        "mot de passé élevé"  | Normalizer.normalize("mot de passé élevé", Normalizer.Form.NFD) || true
    }

    def "a password that may not be chosen is refused unhashed: #rule"() {
        when:
        signUp(password: password)

        then:
        def refusal = thrown(InvalidValueException)
        refusal.field() == "password"
        refusal.rule() == rule
        node.hasher.hashed() == 0
        node.hasher.compared() == 0
        !isStored("ada")

        where:
        password          || rule
        "seven 7"         || "too_short"
        "🎬" * 7          || "too_short"
        "PassWord1"       || "common_password"
        "ada@example.com" || "own_name"
        "ADA@Example.com" || "own_name"
    }

    def "a login or an e-mail in another spelling is taken, which costs no hash: #login, #email"() {
        given:
        signUp()
        def before = node.users.findByLogin(Login.of("ada")).get()

        when:
        def answer = signUp(login: login, email: email, password: "quite another one")

        then:
        answer == refusal
        node.hasher.hashed() == 1
        node.now(before) == before

        where:
        login | email              || refusal
        "Ada" | "new@example.com"  || new LoginTaken()
        "aDA" | "new@example.com"  || new LoginTaken()
        "ａｄａ" | "new@example.com"  || new LoginTaken()
        "new" | "ada@example.com"  || new EmailTaken()
        "new" | "ADA@EXAMPLE.COM"  || new EmailTaken()
        "new" | "ａｄａ＠example.com" || new EmailTaken()
        "Ada" | "ada@example.com"  || new LoginTaken()
    }

    def "the #taken that somebody takes while the password is hashed is taken all the same"() {
        given:
        node.hasher.whileHashing { node.users.add(winner.build()) }

        expect:
        signUp() == refusal
        node.users.findByLogin(Login.of("ada")).map { it.email().shown() }.orElse(null) == emailOfAda

        where:
        taken    | winner                                                 || refusal          | emailOfAda
        "login"  | Users.user().login("ADA").email("first@example.com")   || new LoginTaken() | "first@example.com"
        "e-mail" | Users.user().login("first").email("ADA@example.com")   || new EmailTaken() | null
    }

    def "of fifty parallel sign-ups with one #same one gets the account"() {
        when:
        def answers = Parallel.times(50) { int i -> signUp(form(i)) }

        then:
        answers.count { it instanceof SignedUp } == 1
        answers.count { it == refusal } == 49

        where:
        same     | form                                                                          || refusal
        "e-mail" | { [login: "ada-$it", email: it % 2 ? "ada@example.com" : "ADA@example.com"] }   || new EmailTaken()
        "login"  | { [login: it % 2 ? "Ada" : "aDA", email: "ada-$it@example.com"] }               || new LoginTaken()
    }

    def "when there is no room to hash, nothing is kept and the next try is a fresh one"() {
        given:
        node.hasher.whileHashing { throw ObservedHasher.overloaded() }

        when:
        signUp()

        then:
        thrown(PortUnavailableException)
        !isStored("ada")

        and:
        signUp() instanceof SignedUp
    }

    def "signing up signs nobody in"() {
        when:
        def user = (signUp() as SignedUp).user()

        then:
        node.listSessions().list(user.id()) == []
        node.events(user) == []
        node.trySignIn("ada", "not the password") == new InvalidCredentials()
    }
}
