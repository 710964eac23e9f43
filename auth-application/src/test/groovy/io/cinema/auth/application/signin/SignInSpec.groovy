package io.cinema.auth.application.signin

import static io.cinema.auth.contracts.fixture.Sessions.HOME
import static io.cinema.auth.contracts.fixture.Sessions.TRAIN

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.Away
import io.cinema.auth.application.InterruptedUsers
import io.cinema.auth.application.ObservedHasher
import io.cinema.auth.application.signin.SignIn.InvalidCredentials
import io.cinema.auth.application.signin.SignIn.Proved
import io.cinema.auth.contracts.fixture.AccessTokens
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.contracts.memory.MemoryPasswordHasher
import io.cinema.auth.domain.account.AccountState
import io.cinema.auth.domain.account.AllowedAgents
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.credential.Password
import io.cinema.auth.domain.credential.PasswordHash
import io.cinema.auth.domain.login.LoginEvent
import io.cinema.auth.domain.login.LoginMethod
import io.cinema.auth.domain.login.LoginResult
import io.cinema.auth.domain.port.AccessTokenSigner
import io.cinema.auth.domain.port.LoginEventRepository
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.role.RoleName
import io.cinema.auth.domain.session.RefreshToken
import java.time.Duration
import java.time.temporal.ChronoUnit
import spock.lang.Specification

class SignInSpec extends Specification {
    final AuthNode node = new AuthNode()

    def "the right password opens a session and gets its tokens"() {
        given:
        def user = node.member(Users.user().superuser().tokenVersion(3).roles("critic", "editor"))
        def now = node.clock.instant()
        def second = now.truncatedTo(ChronoUnit.SECONDS)

        when:
        def tokens = node.signedIn(user)

        then:
        node.counts(tokens)
        tokens.accessLife() == AccessTokens.TERMS.life()
        tokens.refreshLife() == node.sessionTerms.idleLimit()
        node.refreshTokens.read(tokens.refreshToken()).get() == new RefreshToken(tokens.session(), 1)

        and:
        with(node.claims(tokens)) {
            issuer() == AccessTokens.TERMS.issuer()
            audience() == [AccessTokens.TERMS.audience()]
            subject() == user.id().toString()
            sessionId() == tokens.session().toString()
            version() == 3
            issuedAt() == second
            expiresAt() == second + AccessTokens.TERMS.life()
            authTime() == second
            amr() == ["pwd"]
            roles() as Set == ["critic", "editor"] as Set
            superuser()
        }

        and:
        with(node.session(tokens)) {
            it.user() == user.id()
            authTime() == now
            expiresAt() == now + node.sessionTerms.absoluteLife()
            origin() == HOME
            ended() == null
        }
    }

    def "any spelling of login or e-mail is the same person: #typed"() {
        given:
        node.member(Users.user().login("Зритель-1").email("Viewer@Exämple.com"))

        expect:
        node.trySignIn(typed) instanceof Proved

        where:
        typed << [
            "Зритель-1", "зРИТЕЛЬ-1", "Зритель-１",
            "Viewer@Exämple.com", "VIEWER@EXÄMPLE.COM", "viewer@xn--exmple-cua.com",
            "Viewer＠Exämple.com"
        ]
    }

    def "a success is remembered: the account's last login and agent, and an event that knows a new agent"() {
        given:
        def user = node.member()

        when:
        def first = node.signedIn(user, HOME)
        def later = node.clock.advance(Duration.ofHours(2))
        def second = node.signedIn(user, TRAIN)
        def third = node.signedIn(user, HOME)

        then:
        node.now(user).activity() == new User.Activity(user.activity().createdAt(), later)
        node.database.lastAgent(user.id()).get() == HOME.agent()
        node.events(user).every { it.result() == LoginResult.SUCCESS && it.method() == LoginMethod.PASSWORD }
        node.events(user)*.session() == [third, second, first]*.session()
        node.events(user)*.origin() == [HOME, TRAIN, HOME]
        node.events(user)*.newAgent() == [false, true, true]
        node.events(user)*.at() == [later, later, user.activity().createdAt()]
    }

    def "each sign-in is a session of its own and ends no other"() {
        given:
        def user = node.member()

        when:
        def tokens = (1..3).collect { node.signedIn(user) }

        then:
        tokens*.session().toSet().size() == 3
        tokens.every { node.counts(it) }
        node.listSessions().list(user.id())*.id() as Set == tokens*.session() as Set
    }

    def "nobody's name costs one hash and gets the common answer: #who"() {
        given:
        def kept = []
        node.history = new KeptEvents(node.history, kept)
        node.member(Users.user().login("ada").email("ada@example.com"))

        when:
        def answer = node.trySignIn(name)

        then:
        answer == new InvalidCredentials()
        node.hasher.compared() == 1
        node.hasher.hashed() == 0
        with(kept as List<LoginEvent>) {
            size() == 1
            first().user() == null
            first().result() == LoginResult.UNKNOWN_LOGIN
            first().origin() == HOME
            first().session() == null
        }

        where:
        who                     | name
        "a login not taken"     | "adb"
        "an e-mail not taken"   | "adb@example.com"
        "nothing"               | ""
        "too short a login"     | "ad"
        "a NUL"                 | "ada\0"
        "a lone surrogate"      | "ada\uD800"
        "an injection"          | "ada' OR '1'='1"
        "an at sign"            | "@"
        "two at signs"          | "ada@example.com@example.com"
        "a broken domain"       | "ada@xn--\u00e4.."
        "a very long login"     | "a" * 100_000
        "a very long e-mail"    | "a" * 100_000 + "@example.com"
    }

    def "an account stays shut to a wrong password at the cost of one hash, and does not tell its state: #account"() {
        given:
        def user = build(node)

        when:
        def answer = node.trySignIn(user.login().shown(), "not the password")

        then:
        answer == new InvalidCredentials()
        node.hasher.compared() == 1
        node.hasher.hashed() == 0
        node.events(user)*.result() == [LoginResult.WRONG_PASSWORD]
        node.events(user)*.session() == [null]
        node.listSessions().list(user.id()) == []
        node.now(user) == user

        where:
        account               | build
        "any"                 | { AuthNode n -> n.member() }
        "without a password"  | { AuthNode n -> withoutPassword(n) }
        "disabled"            | { AuthNode n -> n.member(Users.user().disabledAt(n.clock.instant())) }
        "for other agents"    | { AuthNode n -> n.member(Users.user().allowedAgents("Other*")) }
        "with an old hash"    | { AuthNode n -> n.hasher = new ObservedHasher(5); n.member() }
    }

    def "the gate refuses only after the right password, and the event tells why: #why"() {
        given:
        def user = node.member()
        node.change(user, shut)

        when:
        def answer = node.trySignIn(user.login().shown())

        then:
        answer == new Proved(why)
        node.hasher.compared() == 1
        node.events(user)*.result() == [remembered]
        node.events(user)*.session() == [null]
        node.listSessions().list(user.id()) == []
        node.now(user).activity() == user.activity()
        node.database.lastAgent(user.id()).empty

        where:
        shut             || why                           | remembered
        disable()        || new Opening.AccountDisabled()          | LoginResult.ACCOUNT_DISABLED
        allowOnlyOther() || new Opening.AgentNotAllowed() | LoginResult.AGENT_NOT_ALLOWED
    }

    def "an account with a second factor gets no tokens for a password alone"() {
        given:
        def user = withSecondFactor()

        expect:
        node.challenged(user).methods() == [MfaChallenge.Method.TOTP, MfaChallenge.Method.RECOVERY_CODE] as Set
        node.events(user)*.result() == [LoginResult.FACTOR_MISSING]
        node.listSessions().list(user.id()) == []
    }

    def "a password that is changed between the check and the opening is refused"() {
        given:
        def user = node.member()
        node.hasher.whileComparing { node.giveNewPassword(user, "the owner's new one") }

        when:
        def answer = node.trySignIn(user.login().shown())

        then:
        answer == new InvalidCredentials()
        node.events(user)*.result() == [LoginResult.WRONG_PASSWORD]
        node.listSessions().list(user.id()) == []
        node.now(user).activity().lastLogin() == null
    }

    def "what else happens between the check and the opening does not make the password wrong: #event"() {
        given:
        def user = node.member()
        node.hasher.whileComparing { happen(node, user) }

        when:
        def tokens = node.signedIn(user)

        then:
        node.counts(tokens)
        node.claims(tokens).version() == version
        node.claims(tokens).roles() == roles

        where:
        event                 | happen                                                              || version | roles
        "a rehash"            | { AuthNode n, User u -> n.change(u) { it.withPasswordHash(rehashed()) } } || 1 | []
        "sign out everywhere" | { AuthNode n, User u -> n.endSession().endAll(u.id()) }              || 2       | []
        "a granted role"      | { AuthNode n, User u -> n.database.grant(u.id(), new RoleName("critic")) } || 1 | ["critic"]
    }

    def "the gate looks at the account as it stands after the check: #why"() {
        given:
        def user = node.member()
        node.hasher.whileComparing { node.change(user, shut) }

        expect:
        node.trySignIn(user.login().shown()) == new Proved(why)
        node.listSessions().list(user.id()) == []

        where:
        shut             || why
        disable()        || new Opening.AccountDisabled()
        allowOnlyOther() || new Opening.AgentNotAllowed()
    }

    def "an account that is gone after the check gets nothing"() {
        given:
        def user = node.member()
        node.users = InterruptedUsers.vanishing(node.users)

        expect:
        node.trySignIn(user.login().shown()) == new InvalidCredentials()
        node.listSessions().list(user.id()) == []
    }

    def "when the settings rose the password is hashed anew, once"() {
        given:
        def user = node.member()
        node.hasher = new ObservedHasher(3)

        when:
        def first = node.signedIn(user)
        def second = node.signedIn(user)

        then:
        node.counts(first)
        node.counts(second)
        node.hasher.hashed() == 1
        !node.hasher.outdated(node.now(user).passwordHash())
        node.now(user).state() == user.state()
    }

    def "twenty sign-ins that all hash anew at once all succeed, and leave a hash that fits"() {
        given:
        def user = node.member()
        node.hasher = new ObservedHasher(3)

        when:
        def tokens = Parallel.times(20) { node.signedIn(user) }

        then:
        tokens.every { node.counts(it) }
        !node.hasher.outdated(node.now(user).passwordHash())
        node.trySignIn(user.login().shown()) instanceof Proved
    }

    def "a hash made anew never replaces a password that was changed meanwhile"() {
        given:
        def user = node.member()
        node.hasher = new ObservedHasher(3)
        node.hasher.whileHashing { node.giveNewPassword(user, "the owner's new one") }

        expect:
        node.trySignIn(user.login().shown()) == new InvalidCredentials()
        node.trySignIn(user.login().shown()) == new InvalidCredentials()
        node.trySignIn(user.login().shown(), "the owner's new one") instanceof Proved
    }

    def "hashing anew while everything is signed out elsewhere does not make the password wrong"() {
        given:
        def user = node.member()
        node.hasher = new ObservedHasher(3)
        node.hasher.whileHashing { node.endSession().endAll(user.id()) }

        expect:
        node.counts(node.signedIn(user))
    }

    def "no room to hash anew does not keep out who has the right password"() {
        given:
        def user = node.member()
        node.hasher = new ObservedHasher(3)
        node.hasher.whileHashing { throw ObservedHasher.overloaded() }

        expect:
        node.counts(node.signedIn(user))
        node.now(user).passwordHash() == user.passwordHash()
    }

    def "no room to compare is an outage and no event"() {
        given:
        def user = node.member()
        node.hasher.whileComparing { throw ObservedHasher.overloaded() }

        when:
        node.trySignIn(name ?: user.login().shown())

        then:
        def outage = thrown(PortUnavailableException)
        outage.reason() == PortUnavailableException.Reason.OVERLOADED
        node.events(user) == []

        where:
        name << [null, "nobody"]
    }

    def "when tokens can't be signed nothing of the sign-in stands"() {
        given:
        def user = node.member()
        node.signer = Away.port(AccessTokenSigner)

        when:
        node.signedIn(user)

        then:
        thrown(PortUnavailableException)
        node.events(user) == []
        node.listSessions().list(user.id()) == []
        node.now(user) == user
    }

    def "a history that can't be written takes the whole sign-in back"() {
        given:
        def user = node.member()
        def history = node.history
        node.history = Away.port(LoginEventRepository)

        when:
        node.signedIn(user)

        then:
        thrown(PortUnavailableException)

        when:
        node.history = history

        then:
        node.listSessions().list(user.id()) == []
        node.now(user) == user
    }

    private static PasswordHash rehashed() {
        new MemoryPasswordHasher(2).hash(Password.of(AuthNode.PASSWORD))
    }

    private static User withoutPassword(AuthNode node) {
        def user = Users.user().withoutPassword().build()
        node.users.add(user)
        user
    }

    private static Closure<User> disable() {
        return { User user -> Users.disabled(user, user.activity().createdAt()) }
    }

    private static Closure<User> allowOnlyOther() {
        return { User user -> user.withState(user.state().withAllowedAgents(new AllowedAgents(["Other*"]))) }
    }

    private User withSecondFactor() {
        def user = Users.user().hash(rehashed()).build()
        def state = new AccountState(user.id(), false, 1, null, true, AllowedAgents.ANY, [] as Set)
        node.users.add(user.withState(state))
        user
    }

    /** A history that also shows what belongs to nobody. */
    static class KeptEvents implements LoginEventRepository {
        @Delegate
        private final LoginEventRepository history
        private final List<LoginEvent> kept

        KeptEvents(LoginEventRepository history, List<LoginEvent> kept) {
            this.history = history
            this.kept = kept
        }

        @Override
        LoginEvent record(LoginEvent event) {
            def stored = history.record(event)
            kept << stored
            stored
        }
    }
}
