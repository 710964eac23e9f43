package io.cinema.auth.application.session

import static io.cinema.auth.contracts.fixture.Sessions.HOME
import static io.cinema.auth.contracts.fixture.Sessions.TRAIN

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.Away
import io.cinema.auth.application.account.ChangePassword
import io.cinema.auth.application.session.RefreshSession.Ended
import io.cinema.auth.application.session.RefreshSession.Refreshed
import io.cinema.auth.application.signin.IssuedTokens
import io.cinema.auth.application.token.AuthenticateToken.Expired
import io.cinema.auth.application.token.AuthenticateToken.Revoked
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.contracts.memory.MemoryRefreshTokenSigner
import io.cinema.auth.domain.account.AccountState
import io.cinema.auth.domain.account.AllowedAgents
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.credential.Password
import io.cinema.auth.domain.login.LoginMethod
import io.cinema.auth.domain.login.LoginResult
import io.cinema.auth.domain.port.AccessTokenSigner
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.SessionRepository
import io.cinema.auth.domain.role.RoleName
import io.cinema.auth.domain.secret.Secret
import io.cinema.auth.domain.session.EndReason
import io.cinema.auth.domain.session.RefreshToken
import io.cinema.auth.domain.session.Revocation
import io.cinema.auth.domain.session.SessionId
import java.time.Duration
import java.time.temporal.ChronoUnit
import spock.lang.Specification

class RefreshSessionSpec extends Specification {
    static final Duration TICK = Duration.ofNanos(1000)
    static final Duration GRACE = Duration.ofSeconds(10)

    final AuthNode node = new AuthNode()
    final User user = node.member()
    final IssuedTokens tokens = node.signedIn(user)

    private RefreshSession.Result refresh(Secret token) {
        node.refreshSession().refresh(new RefreshSession.Command(token, HOME))
    }

    private List<LoginResult> misuse() {
        node.events(user).findAll { it.method() == LoginMethod.REFRESH }*.result()
    }

    def "the current token gets a new pair of the same session"() {
        given:
        def later = node.clock.advance(Duration.ofHours(3))

        when:
        def next = node.refreshed(tokens, TRAIN)

        then:
        next.session() == tokens.session()
        next.refreshToken() != tokens.refreshToken()
        node.refreshTokens.read(next.refreshToken()).get().generation() == 2
        node.claims(next).jti() != node.claims(tokens).jti()
        node.claims(next).issuedAt() == later.truncatedTo(ChronoUnit.SECONDS)
        node.counts(next)

        and:
        node.session(tokens).origin() == TRAIN
        node.session(tokens).rotatedAt() == later
        misuse() == []
    }

    def "an access token of before the refresh lives to its own end"() {
        when:
        node.refreshed(tokens)

        then:
        node.counts(tokens)
    }

    def "what is no refresh token of ours ends nothing: #what"() {
        expect:
        refresh(Secret.of(text(node, tokens))) == new Ended()
        node.events(user)*.result() == [LoginResult.SUCCESS]
        node.refreshed(tokens)

        where:
        what                  | text
        "nothing"             | { n, t -> "" }
        "noise"               | { n, t -> "🎬.\0." + "x" * 100_000 }
        "an access token"     | { n, t -> t.accessToken().reveal() }
        "a cut one"           | { n, t -> t.refreshToken().reveal()[0..-2] }
        "a raised generation" | { n, t -> t.refreshToken().reveal().replace(".1.", ".2.") }
        "another key's"       | { n, t -> signedWith("another key", t.session(), 1) }
        "a later generation"  | { n, t -> n.refreshTokens.sign(new RefreshToken(t.session(), 2)).reveal() }
        "an unknown session"  | { n, t -> n.refreshTokens.sign(new RefreshToken(TestIds.session(), 1)).reveal() }
    }

    def "a token that was just replaced gets the same successor: #after after"() {
        given:
        def next = node.refreshed(tokens)
        node.clock.advance(after)

        when:
        def again = node.refreshed(tokens)

        then:
        again.refreshToken() == next.refreshToken()
        again.session() == next.session()
        again.refreshLife() == next.refreshLife() - after
        node.counts(again)
        node.session(tokens).generation() == 2
        misuse() == []

        where:
        after << [Duration.ZERO, TICK, Duration.ofSeconds(5), GRACE]
    }

    def "a repeat does not lengthen the grace"() {
        given:
        def next = node.refreshed(tokens)
        node.clock.advance(GRACE)
        node.refreshed(tokens)
        node.clock.advance(TICK)

        expect:
        node.tryRefresh(tokens) == new Ended()
        node.tryRefresh(next) == new Ended()
    }

    def "of fifty parallel refreshes one rotates and all get the same successor"() {
        given:
        node.clock.advance(Duration.ofMinutes(1))

        when:
        def answers = Parallel.times(50) { node.refreshed(tokens) }

        then:
        answers*.refreshToken().toSet().size() == 1
        answers.every { node.counts(it) }
        node.session(tokens).generation() == 2
        misuse() == []
        node.refreshed(answers.first())
    }

    def "a client whose answer was lost when signing failed gets its tokens within the grace"() {
        given:
        def signer = node.signer
        node.signer = Away.port(AccessTokenSigner)

        when:
        node.tryRefresh(tokens)

        then:
        thrown(PortUnavailableException)

        when:
        node.signer = signer
        node.clock.advance(GRACE)

        then:
        node.refreshed(node.refreshed(tokens))
    }

    def "a token that was replaced before is stolen: #rotations rotations ago, shown #after after"() {
        given:
        def current = tokens
        rotations.times {
            node.clock.advance(Duration.ofMinutes(1))
            current = node.refreshed(current)
        }
        def now = node.clock.advance(after)

        when:
        def answer = node.tryRefresh(tokens, TRAIN)

        then: "the session is over for the thief and the holder"
        answer == new Ended()
        node.tryRefresh(current) == new Ended()
        node.session(tokens).ended().reason() == EndReason.TOKEN_REUSED
        node.session(tokens).ended().at() == now

        and: "its access tokens are dead"
        node.revoked(user) == [new Revocation.Device(tokens.session())]
        node.authenticate(current) == fate

        and: "the event says why, and where from"
        with(node.events(user).first()) {
            result() == LoginResult.REFRESH_TOKEN_REUSED
            method() == LoginMethod.REFRESH
            session() == tokens.session()
            origin() == TRAIN
            at() == now
            !newAgent()
        }

        where:
        rotations | after                 || fate
        1         | GRACE + TICK          || new Revoked()
        1         | Duration.ofMinutes(9) || new Revoked()
        1         | Duration.ofDays(1)    || new Expired()
        2         | Duration.ZERO         || new Revoked()
        2         | GRACE                 || new Revoked()
        7         | Duration.ofHours(1)   || new Expired()
    }

    def "a session is ended once for all stolen tokens that are shown, in one event"() {
        given:
        node.refreshed(tokens)
        node.clock.advance(GRACE + TICK)

        when:
        def answers = Parallel.times(20) { node.tryRefresh(tokens) } + node.tryRefresh(tokens)

        then:
        answers.every { it == new Ended() }
        misuse() == [LoginResult.REFRESH_TOKEN_REUSED]
        node.revoked(user).size() == 1
    }

    def "of two who notice the theft at once one ends the session and tells it"() {
        given:
        node.refreshed(tokens)
        node.clock.advance(GRACE + TICK)
        def sessions = node.sessions
        node.sessions = new OvertakenSessions(sessions, {
            node.sessions = sessions
            node.tryRefresh(tokens, TRAIN)
        })

        expect:
        node.tryRefresh(tokens, HOME) == new Ended()
        misuse() == [LoginResult.REFRESH_TOKEN_REUSED]
        node.events(user).first().origin() == TRAIN
        node.revoked(user).size() == 1
    }

    def "a stolen token ends its own session only"() {
        given:
        def other = node.signedIn(user)
        node.refreshed(tokens)
        node.clock.advance(GRACE + TICK)

        when:
        node.tryRefresh(tokens)

        then:
        node.counts(other)
        node.refreshed(other)
    }

    def "a stolen token ends the session also while the revocation store is away"() {
        given:
        def next = node.refreshed(tokens)
        node.clock.advance(GRACE + TICK)
        node.store.away = true

        expect:
        node.tryRefresh(tokens) == new Ended()
        node.tryRefresh(next) == new Ended()
        node.authenticate(next) == new Revoked()
    }

    def "an account that the gate refuses loses the session at its #path: #remembered"() {
        given:
        if (path == "repeat") {
            node.refreshed(tokens)
        }
        node.change(user, shut)

        when:
        def answer = node.tryRefresh(tokens)

        then:
        answer == new Ended()
        node.session(tokens).ended().reason() == EndReason.REFUSED_AT_GATE
        misuse() == [remembered]
        node.events(user).first().session() == tokens.session()
        node.revoked(user) == [new Revocation.Device(tokens.session())]
        node.authenticate(tokens) == new Revoked()

        when: "the account is let in again"
        node.change(user) { it.withState(AccountState.fresh(user.id())) }

        then: "the session stays over"
        node.tryRefresh(tokens) == new Ended()
        misuse().size() == 1

        where:
        [path, [shut, remembered]] << [
            ["refresh", "repeat"],
            [
                [{ User u -> Users.disabled(u, u.activity().createdAt()) }, LoginResult.ACCOUNT_DISABLED],
                [{ User u -> allowOnly(u, "Other*") }, LoginResult.AGENT_NOT_ALLOWED]
            ]
        ].combinations()
    }

    def "a session that owes a second factor set up elsewhere is over at its refresh"() {
        given:
        def careful = Users.any()
        def state = new AccountState(careful.id(), false, 1, null, true, AllowedAgents.ANY, [] as Set)
        node.users.add(careful.withState(state))
        def session = Sessions.opened(careful, node.clock.instant())
        node.sessions.save(session)

        expect:
        refresh(node.refreshTokens.sign(new RefreshToken(session.id(), 1))) == new Ended()
        node.events(careful)*.result() == [LoginResult.FACTOR_MISSING]
        node.sessions.find(session.id()).get().session().ended().reason() == EndReason.REFUSED_AT_GATE
    }

    def "the gate judges the agent that refreshes, not the one that signed in, at a #path"() {
        given:
        node.change(user) { allowOnly(it, "Cinema TV*") }
        if (path == "repeat") {
            node.refreshed(tokens, HOME)
        }

        expect:
        node.tryRefresh(tokens, TRAIN) == new Ended()
        misuse() == [LoginResult.AGENT_NOT_ALLOWED]
        node.events(user).first().origin() == TRAIN

        where:
        path << ["refresh", "repeat"]
    }

    def "roles, superuser and version are read again; auth_time and amr do not rise"() {
        given:
        node.clock.advance(Duration.ofHours(1))
        node.database.grant(user.id(), new RoleName("critic"))
        node.change(user) { promoted(it) }

        when:
        def next = node.refreshed(tokens)

        then:
        with(node.claims(next)) {
            roles() == ["critic"]
            superuser()
            version() == 2
            authTime() == node.claims(tokens).authTime()
            amr() == ["pwd"]
        }
        node.counts(next)
    }

    def "refreshing never moves the absolute end"() {
        given:
        def end = node.session(tokens).expiresAt()
        def current = tokens

        when:
        while (node.clock.instant() + Duration.ofDays(6) < end) {
            node.clock.advance(Duration.ofDays(6))
            current = node.refreshed(current)
        }

        then:
        node.session(tokens).expiresAt() == end
        current.refreshLife() == Duration.between(node.clock.instant(), end)

        when:
        node.clock.set(end - TICK)
        current = node.refreshed(current)

        then:
        current.refreshLife() == TICK

        when:
        node.clock.set(end)

        then:
        node.tryRefresh(current) == new Ended()
        misuse() == []
    }

    def "a session that nobody refreshes runs out, silently: #idle idle"() {
        given:
        node.clock.advance(idle)

        expect:
        node.tryRefresh(tokens) instanceof Refreshed == alive
        misuse() == []

        where:
        idle                           || alive
        Duration.ofDays(7) - TICK      || true
        Duration.ofDays(7)             || false
        Duration.ofDays(30)            || false
    }

    def "a session that was ended by #how can't be had back inside the grace"() {
        given:
        def next = node.refreshed(tokens)
        end(node, user, next)
        node.clock.advance(Duration.ofSeconds(1))

        expect:
        node.tryRefresh(tokens) == new Ended()
        node.tryRefresh(next) == new Ended()
        misuse() == []

        where:
        how                             | end
        "signing out"                   | { n, u, t -> n.endSession().signOut(n.verified(t)) }
        "signing it out elsewhere"      | { n, u, t -> n.endSession().end(u.id(), t.session()) }
        "signing out the others"        | { n, u, t -> n.endSession().endOthers(n.verified(n.signedIn(u))) }
        "signing out everywhere"        | { n, u, t -> n.endSession().endAll(u.id()) }
        "a password change elsewhere"   | { n, u, t -> changePassword(n, n.signedIn(u)) }
    }

    def "of sessions that are long over and forgotten nothing is told"() {
        given:
        node.endSession().signOut(node.verified(tokens))
        node.sessions.purge(node.clock.instant() + TICK, 10)

        expect:
        node.tryRefresh(tokens) == new Ended()
        misuse() == []
    }

    private static String signedWith(String key, session, int generation) {
        new MemoryRefreshTokenSigner(key.bytes).sign(new RefreshToken(session, generation)).reveal()
    }

    private static User allowOnly(User user, String pattern) {
        user.withState(user.state().withAllowedAgents(new AllowedAgents([pattern])))
    }

    private static User promoted(User user) {
        def was = user.state()
        user.withState(new AccountState(
            was.id(), true, was.tokenVersion() + 1, null, false, was.allowedAgents(), was.roles()))
    }

    private static void changePassword(AuthNode node, IssuedTokens tokens) {
        assert node.changePassword().change(new ChangePassword.Command(
            node.verified(tokens), Sessions.HOME, Password.of(AuthNode.PASSWORD), Password.of("the owner's new one"))) ==
            new ChangePassword.Changed()
    }

    /** Sessions to which something happens right after one is looked at. */
    static class OvertakenSessions implements SessionRepository {
        @Delegate
        private final SessionRepository sessions
        private final Closure<?> afterFind

        OvertakenSessions(SessionRepository sessions, Closure<?> afterFind) {
            this.sessions = sessions
            this.afterFind = afterFind
        }

        @Override
        Optional<SessionRepository.Standing> find(SessionId id) {
            def found = sessions.find(id)
            afterFind.call()
            found
        }
    }
}
