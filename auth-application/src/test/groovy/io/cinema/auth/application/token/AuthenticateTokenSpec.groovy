package io.cinema.auth.application.token

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.Away
import io.cinema.auth.application.UnsteadyRevocationStore
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
import io.cinema.auth.domain.port.SigningKeyRepository
import io.cinema.auth.domain.role.RoleName
import io.cinema.auth.domain.token.AccessTokenClaims
import io.cinema.auth.domain.token.AccessTokenTerms
import io.cinema.auth.domain.token.Amr
import io.cinema.auth.domain.token.SigningKey
import io.cinema.auth.domain.token.VerifiedAccessToken
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
        node.verified(tokens).user() == user.id()
        with(node.verified(tokens)) {
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
                ["the sign-out of others", { AuthNode n, User u, t -> n.endSession().endOthers(another(n, u)) }],
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
                ["another session ended", { AuthNode n, User u, t -> n.endSession().signOut(another(n, u)) }, true],
                ["the account is disabled", { AuthNode n, User u, t -> disable(n, u) }, false],
                ["the version rose", { AuthNode n, User u, t -> n.giveNewPassword(u, "another one") }, false],
                ["the session is forgotten", { AuthNode n, User u, t -> forgetSessions(n) }, false],
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
        def presented = forge(node, tokens)
        node.store.away = true
        node.revocations = Away.port(RevocationRepository)

        expect:
        node.authenticateToken().authenticate(presented) == new Invalid(reason)

        where:
        what                | forge                                                        || reason
        "nothing"           | { n, t -> "" }                                               || "it is not one of our access tokens"
        "noise"             | { n, t -> "\0🎬.." }                                          || "it is not one of our access tokens"
        "a refresh token"   | { n, t -> t.refreshToken().reveal() }                        || "it is not one of our access tokens"
        "half a token"      | { n, t -> half(t) }                                          || "it is not one of our access tokens"
        "no signature"      | { n, t -> unsigned(t) }                                      || "it is not one of our access tokens"
        "a megabyte"        | { n, t -> "a" * 1_000_000 }                                  || "it is not one of our access tokens"
        "a wrong signature" | { n, t -> unsigned(t) + "A" * 86 }                           || "its signature is wrong"
        "another issuer"    | { n, t -> signed(n, issuer: "https://evil.example.com") }    || "another issuer made it"
        "another audience"  | { n, t -> signed(n, audience: "shop") }                      || "it is meant for another audience"
        "tomorrow's"        | { n, t -> signed(n, ahead: Duration.ofDays(1)) }             || "it is not valid yet"
    }

    def "a token of a node whose clock is ahead by no more than the skew counts"() {
        given:
        def presented = signed(node, ahead: AccessTokens.TERMS.skew())

        expect:
        node.authenticateToken().authenticate(presented) instanceof Authenticated
    }

    def "a key that this node has not met is looked up once, and then known"() {
        given:
        def newcomer = newcomersToken()
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
        def stranger = strangersToken()
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
        authenticate.authenticate(strangersToken()) == new Invalid("its signature is by an unknown key")
        authenticate.authenticate(tokens.accessToken().reveal()) instanceof Authenticated
    }

    private AuthenticateToken authenticate(SigningKeyRepository keys) {
        def upkeep = new SigningKeyUpkeep(
            keys, new MemorySigningKeyGenerator(), node.ring, AuthNode.SCHEDULE, node.clock)
        new AuthenticateTokenService(
            node.verifier, upkeep, node.store, node.revocations, node.tokenTerms, node.clock)
    }

    /** Signed with a key that another node made and this one has not read. */
    private String newcomersToken() {
        def now = node.clock.instant()
        def key = new MemorySigningKeyGenerator().generate(2, now, now)
        new MemorySigningKeyRepository(node.database).add(key)
        signedWith(key)
    }

    /** Signed with a key that is not ours. */
    private String strangersToken() {
        def now = node.clock.instant()
        signedWith(new MemorySigningKeyGenerator().generate(2, now, now))
    }

    private String signedWith(SigningKey key) {
        def ring = new MemoryAccessTokens(node.issued, node.clock)
        ring.load([key])
        def claims = AccessTokenClaims.of(
            AccessTokens.TERMS, "jti-1", node.session(tokens), user.state(), node.clock.instant())
        ring.sign(claims).reveal()
    }

    /** Signed with our key, for a live session, but saying something else. */
    private static String signed(Map said, AuthNode node) {
        def ours = AccessTokens.TERMS
        def terms = new AccessTokenTerms(
            said.issuer ?: ours.issuer(), said.audience ?: ours.audience(), ours.clientId(), ours.life(), ours.skew())
        def user = node.member()
        def session = node.session(node.signedIn(user))
        def issuedAt = node.clock.instant() + (said.ahead ?: Duration.ZERO)
        node.signer.sign(AccessTokenClaims.of(terms, "jti-1", session, user.state(), issuedAt)).reveal()
    }

    private static VerifiedAccessToken another(AuthNode node, User user) {
        node.verified(node.signedIn(user))
    }

    private static void disable(AuthNode node, User user) {
        node.change(user) { Users.disabled(it, node.clock.instant()) }
    }

    private static void forgetSessions(AuthNode node) {
        assert node.sessions.purge(node.clock.instant() + Duration.ofDays(31), 9) == 1
    }

    private static String half(IssuedTokens tokens) {
        def text = tokens.accessToken().reveal()
        text.substring(0, text.length().intdiv(2))
    }

    private static String unsigned(IssuedTokens tokens) {
        def text = tokens.accessToken().reveal()
        text.substring(0, text.lastIndexOf(".") + 1)
    }

    private static void bring(UnsteadyRevocationStore store, String state) {
        if (state == "unfilled") {
            store.backend.empty()
        }
        store.away = state == "away"
    }

    /** Keys that count how often they are read. */
    static class CountedKeys implements SigningKeyRepository {
        @Delegate
        private final SigningKeyRepository keys

        final AtomicInteger reads = new AtomicInteger()

        CountedKeys(SigningKeyRepository keys) {
            this.keys = keys
        }

        @Override
        List<SigningKey> all() {
            reads.incrementAndGet()
            keys.all()
        }
    }
}
