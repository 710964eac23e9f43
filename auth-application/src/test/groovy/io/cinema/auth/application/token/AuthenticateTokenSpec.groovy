package io.cinema.auth.application.token

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.Away
import io.cinema.auth.application.signin.IssuedTokens
import io.cinema.auth.application.token.AuthenticateToken.Authenticated
import io.cinema.auth.application.token.AuthenticateToken.Expired
import io.cinema.auth.application.token.AuthenticateToken.Invalid
import io.cinema.auth.application.token.AuthenticateToken.Revoked
import io.cinema.auth.application.upkeep.SigningKeyUpkeep
import io.cinema.auth.contracts.fixture.AccessTokens
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.contracts.memory.MemoryAccessTokens
import io.cinema.auth.contracts.memory.MemorySigningKeyGenerator
import io.cinema.auth.contracts.memory.MemorySigningKeyRepository
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.RevocationRepository
import io.cinema.auth.domain.port.RevocationStore
import io.cinema.auth.domain.port.SigningKeyRepository
import io.cinema.auth.domain.role.RoleName
import io.cinema.auth.domain.session.SessionId
import io.cinema.auth.domain.token.AccessTokenClaims
import io.cinema.auth.domain.token.AccessTokenTerms
import io.cinema.auth.domain.token.Amr
import io.cinema.auth.domain.token.SigningKey
import java.time.Duration
import java.time.temporal.ChronoUnit
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.Specification

class AuthenticateTokenSpec extends Specification {
    static final Duration TICK = Duration.ofNanos(1000)
    static final Duration PAUSE = Duration.ofSeconds(30)

    final AuthNode node = new AuthNode()
    final User user = node.member(Users.user().superuser().roles("critic"))
    final IssuedTokens tokens = node.signedIn(user)

    def "a good token says who holds it"() {
        expect:
        with(node.verified(tokens)) {
            it.user() == user.id()
            session() == tokens.session()
            jti() == node.claims(tokens).jti()
            version() == 1
            roles() == [new RoleName("critic")] as Set
            superuser()
            amr() == [Amr.PWD] as Set
        }
    }

    def "a token counts until the second it expires, then is expired, revoked or not"() {
        given:
        def end = node.clock.instant().truncatedTo(ChronoUnit.SECONDS) + AccessTokens.TERMS.life()

        when:
        node.clock.set(end - TICK)

        then:
        node.counts(tokens)

        when:
        node.clock.set(end)
        node.endSession().endAll(user.id())

        then:
        node.authenticate(tokens) == new Expired()
    }

    def "a store that knows is believed alone: the truth is not asked"() {
        given:
        def other = node.signedIn(user)
        node.endSession().end(user.id(), other.session())
        node.revocations = Away.port(RevocationRepository)

        expect:
        node.counts(tokens)
        node.authenticate(other) == new Revoked()
    }

    def "a token killed by #what is revoked, the store being #state"() {
        given:
        kill(node, user, tokens)
        bring(node.store, state)

        expect:
        node.authenticate(tokens) == new Revoked()

        where:
        [[what, kill], state] << [
            [
                ["signing out", { AuthNode n, User u, t -> n.endSession().signOut(n.verified(t)) }],
                ["another device", { AuthNode n, User u, t -> n.endSession().end(u.id(), t.session()) }],
                ["the sign-out of others", { AuthNode n, User u, t -> n.endSession().endOthers(n.verified(n.signedIn(u))) }],
                ["sign out everywhere", { AuthNode n, User u, t -> n.endSession().endAll(u.id()) }],
            ],
            ["known", "unfilled", "away"]
        ].combinations()
    }

    def "while the store is #state the truth tells that #what"() {
        given:
        change(node, user, tokens)
        bring(node.store, state)

        expect:
        node.counts(tokens) == counts

        where:
        [[what, change, counts], state] << [
            [
                ["nothing happened", { AuthNode n, User u, t -> }, true],
                ["another session ended", { AuthNode n, User u, t -> n.endSession().signOut(n.verified(n.signedIn(u))) }, true],
                ["the account is disabled", { AuthNode n, User u, t -> n.change(u) { Users.disabled(it, n.clock.instant()) } }, false],
                ["the version rose", { AuthNode n, User u, t -> n.giveNewPassword(u, "another one") }, false],
                ["the session is forgotten", { AuthNode n, User u, t -> n.sessions.purge(n.clock.instant() + Duration.ofDays(31), 9) }, false],
            ],
            ["unfilled", "away"]
        ].combinations()
    }

    def "when neither store nor truth can tell, nobody gets in: the store is #state"() {
        given:
        bring(node.store, state)
        node.revocations = Away.port(RevocationRepository)

        when:
        node.authenticate(tokens)

        then:
        thrown(PortUnavailableException)

        where:
        state << ["unfilled", "away"]
    }

    def "what is no good token is refused without asking any backend: #what"() {
        given:
        def presented = forge(node, tokens.accessToken().reveal(), tokens)
        node.store.away = true
        node.revocations = Away.port(RevocationRepository)

        expect:
        node.authenticateToken().authenticate(presented) == new Invalid(reason)

        where:
        what                 | forge                                     || reason
        "nothing"            | { n, token, all -> "" }                   || "it is not one of our access tokens"
        "noise"              | { n, token, all -> "\0🎬.." }              || "it is not one of our access tokens"
        "a refresh token"    | { n, token, all -> all.refreshToken().reveal() } || "it is not one of our access tokens"
        "a cut token"        | { n, token, all -> token[0..<token.size() / 2] } || "it is not one of our access tokens"
        "a megabyte"         | { n, token, all -> "a" * 1_000_000 }      || "it is not one of our access tokens"
        "no signature"       | { n, token, all -> token[0..token.lastIndexOf(".")] } || "it is not one of our access tokens"
        "another signature"  | { n, token, all -> resigned(token, n.signedInAnew().accessToken().reveal()) } || "its signature is wrong"
        "another issuer"     | { n, token, all -> n.signed(issuer: "https://evil.example.com") } || "another issuer made it"
        "another audience"   | { n, token, all -> n.signed(audience: "shop") } || "it is meant for another audience"
        "tomorrow's"         | { n, token, all -> n.signed(in: Duration.ofDays(1)) } || "it is not valid yet"
    }

    def "a token of a clock that runs ahead by no more than the skew counts"() {
        given:
        def presented = signed(in: AccessTokens.TERMS.skew())

        expect:
        node.authenticateToken().authenticate(presented) instanceof Authenticated
    }

    def "a key that this node has not met is looked up once, and then known"() {
        given:
        def newcomer = newcomer()
        def keys = new CountedKeys(new MemorySigningKeyRepository(node.database))
        def authenticate = authenticate(keys)

        expect:
        authenticate.authenticate(newcomer) instanceof Authenticated
        authenticate.authenticate(newcomer) instanceof Authenticated
        authenticate.authenticate(tokens.accessToken().reveal()) instanceof Authenticated
        keys.reads.get() == 1
    }

    def "a thousand tokens of made-up keys cost one look at the keys a pause, and harm no good token"() {
        given:
        def keys = new CountedKeys(new MemorySigningKeyRepository(node.database))
        def authenticate = authenticate(keys)
        def stranger = strangerToken()
        def good = tokens.accessToken().reveal()

        when:
        def answers = Parallel.times(1000) { int i -> authenticate.authenticate(i % 10 ? stranger : good) }

        then:
        answers.count { it instanceof Authenticated } == 100
        answers.count { it == new Invalid("its signature is by an unknown key") } == 900
        keys.reads.get() == 1

        when:
        node.clock.advance(PAUSE - TICK)
        Parallel.times(1000) { authenticate.authenticate(stranger) }

        then:
        keys.reads.get() == 1

        when:
        node.clock.advance(TICK)
        Parallel.times(1000) { authenticate.authenticate(stranger) }

        then:
        keys.reads.get() == 2
    }

    def "an unknown key while the keys can't be read is invalid, and good keys go on"() {
        given:
        def authenticate = authenticate(Away.port(SigningKeyRepository))

        expect:
        authenticate.authenticate(strangerToken()) == new Invalid("its signature is by an unknown key")
        authenticate.authenticate(tokens.accessToken().reveal()) instanceof Authenticated
    }

    private AuthenticateToken authenticate(SigningKeyRepository keys) {
        def upkeep = new SigningKeyUpkeep(
            keys, new MemorySigningKeyGenerator(), node.ring, AuthNode.SCHEDULE, node.clock)
        new AuthenticateTokenService(
            node.verifier, upkeep, node.store, node.revocations, node.tokenTerms, node.clock)
    }

    private static void bring(store, String state) {
        if (state == "unfilled") {
            store.backend.empty()
        }
        store.away = state == "away"
    }
}
