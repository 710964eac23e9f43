package io.cinema.auth.application.signin

import static io.cinema.auth.contracts.fixture.Sessions.HOME
import static io.cinema.auth.contracts.fixture.Sessions.TRAIN

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.signin.PassSecondFactor.DeadToken
import io.cinema.auth.application.signin.PassSecondFactor.Throttled
import io.cinema.auth.application.signin.PassSecondFactor.WrongCode
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.memory.MemoryMfaTokenSigner
import io.cinema.auth.domain.account.AllowedAgents
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.login.LoginMethod
import io.cinema.auth.domain.login.LoginResult
import io.cinema.auth.domain.mfa.FactorProof
import io.cinema.auth.domain.mfa.MfaToken
import io.cinema.auth.domain.mfa.RecoveryCode
import io.cinema.auth.domain.mfa.TotpCheck
import io.cinema.auth.domain.mfa.TotpCode
import io.cinema.auth.domain.secret.Secret
import io.cinema.auth.domain.session.EndReason
import java.time.Duration
import java.time.temporal.ChronoUnit
import spock.lang.Specification

class PassSecondFactorSpec extends Specification {
    final AuthNode node = new AuthNode()
    final User user = node.member()
    final AuthNode.Factor factor = node.withFactor(user)

    def setup() {
        // The code that confirmed the enrolment is used up.
        node.clock.advance(TotpCheck.STEP)
    }

    private FactorProof app(long stepsFromNow = 0) {
        new FactorProof.App(node.codeOf(factor.secret, stepsFromNow))
    }

    private FactorProof paper(int which = 0) {
        new FactorProof.Paper(factor.recoveryCodes[which])
    }

    private FactorProof wrong() {
        def right = (-3..3).collect { node.codeOf(factor.secret, it).reveal() }
        new FactorProof.App(TotpCode.of((0..9).collect { "$it" * 6 }.find { !(it in right) }))
    }

    private List<LoginResult> remembered() {
        node.events(user)*.result()
    }

    def "the password alone opens nothing; the password and a code open a session that says so"() {
        given:
        node.clock.advance(Duration.ofMinutes(1))
        def challenge = node.challenged(user)
        node.clock.advance(Duration.ofSeconds(20))
        def now = node.clock.instant()

        when:
        def tokens = AuthNode.opened(node.pass(challenge.token(), app()))

        then:
        challenge.life() == Duration.ofMinutes(5)
        node.counts(tokens)
        node.claims(tokens).amr() as Set == ["pwd", "otp"] as Set
        node.claims(tokens).authTime() == now.truncatedTo(ChronoUnit.SECONDS)
        node.session(tokens).authTime() == now
        node.now(user).activity().lastLogin() == now
        node.counts(node.refreshed(tokens))

        and:
        node.events(user)*.result().take(2) == [LoginResult.SUCCESS, LoginResult.FACTOR_MISSING]
        node.events(user)*.method().take(2) == [LoginMethod.TOTP, LoginMethod.PASSWORD]
        node.events(user)*.session().take(2) == [tokens.session(), null]
    }

    def "a code that is #steps steps off #verdict"() {
        given:
        node.clock.advance(TotpCheck.STEP.multipliedBy(4))
        def token = node.challenged(user).token()

        expect:
        (node.pass(token, app(steps)) instanceof PassSecondFactor.Proved) == right

        where:
        steps || right
        -2    || false
        -1    || true
        0     || true
        1     || false
        2     || false

        verdict = right ? "is right" : "is wrong"
    }

    def "a code works once, whatever sign-in it is shown in"() {
        given:
        def first = node.challenged(user).token()
        def second = node.challenged(user).token()

        expect:
        node.pass(first, app()) instanceof PassSecondFactor.Proved
        node.pass(second, app()) == new WrongCode()
        remembered().first() == LoginResult.CODE_REUSED

        and: "and so does none that is older than one that was used"
        node.pass(second, app(-1)) == new WrongCode()

        and: "but the next one works"
        node.clock.advance(TotpCheck.STEP)
        node.pass(second, app()) instanceof PassSecondFactor.Proved
    }

    def "the code that confirmed the enrolment signs nobody in"() {
        given:
        def token = node.challenged(user).token()

        expect:
        node.pass(token, app(-1)) == new WrongCode()
    }

    def "of twenty posts of one code in parallel one succeeds: #how"() {
        given:
        def tokens = how == "in one sign-in"
            ? [node.challenged(user).token()] * 20
            : (1..20).collect { node.challenged(user).token() }

        when:
        def answers = Parallel.times(20) { node.pass(tokens[it], app()) }

        then:
        answers.count { it instanceof PassSecondFactor.Proved } == 1
        node.listSessions().list(user.id()).count { it.amr().size() == 2 } == 2

        where:
        how << ["in one sign-in", "each in its own sign-in"]
    }

    def "the token is dead once it opened its session, also after that is over"() {
        given:
        def token = node.challenged(user).token()
        def tokens = AuthNode.opened(node.pass(token, app()))
        node.clock.advance(TotpCheck.STEP)

        expect:
        node.pass(token, app()) == new DeadToken()

        when:
        node.endSession().signOut(node.verified(tokens))

        then:
        node.pass(token, app()) == new DeadToken()
        node.session(tokens).ended().reason() == EndReason.SIGNED_OUT
    }

    def "the token lives five minutes and no longer"() {
        given:
        def token = node.challenged(user).token()

        when:
        node.clock.advance(MfaToken.LIFE - Duration.ofSeconds(1))

        then:
        node.pass(token, wrong()) == new WrongCode()

        when:
        node.clock.advance(Duration.ofSeconds(1))

        then:
        node.pass(token, app()) == new DeadToken()
    }

    def "what kills the account's tokens kills this one too: #event"() {
        given:
        def token = node.challenged(user).token()
        happen(node, user)

        expect:
        node.pass(token, app()) == new DeadToken()

        where:
        event                 | happen
        "a new password"      | { AuthNode n, User u -> n.giveNewPassword(u, "the owner's new one") }
        "sign out everywhere" | { AuthNode n, User u -> n.endSession().endAll(u.id()) }
        "disabling"           | { AuthNode n, User u -> n.disableUser().disable(n.console(), u.id()) }
        "a factor taken away" | { AuthNode n, User u -> n.resetSecondFactor().reset(n.console(), u.id()) }
    }

    def "no other text is a token: #what"() {
        expect:
        node.pass(Secret.of(text(node, user)), app()) == new DeadToken()

        where:
        what               | text
        "nothing"          | { AuthNode n, User u -> "" }
        "anything"         | { AuthNode n, User u -> "x" * 100_000 }
        "another signer's" | { AuthNode n, User u -> new MemoryMfaTokenSigner("their key".bytes).sign(n.mfaTokens.read(n.challenged(u).token()).get()).reveal() }
    }

    def "a token opens nothing else"() {
        given:
        def token = node.challenged(user).token()

        expect:
        node.authenticateToken().authenticate(token.reveal()) instanceof io.cinema.auth.application.token.AuthenticateToken.Invalid
        node.refreshTokens.read(token).empty
        node.enrolAtSignIn().begin(token, HOME) == new EnrolAtSignIn.DeadToken()
    }

    def "a recovery code works once, in any spelling"() {
        given:
        def first = node.challenged(user).token()
        def second = node.challenged(user).token()
        def typed = RecoveryCode.of(" ${factor.recoveryCodes[3].revealGrouped().toUpperCase()} ")

        expect:
        factor.recoveryCodes.size() == 10
        node.pass(first, new FactorProof.Paper(typed)) instanceof PassSecondFactor.Proved
        node.pass(second, paper(3)) == new WrongCode()
        node.readSecondFactor().read(user.id()).recoveryCodesLeft() == 9
        node.events(user)*.method().take(2) == [LoginMethod.RECOVERY_CODE] * 2
        remembered().take(2) == [LoginResult.WRONG_CODE, LoginResult.SUCCESS]

        and: "and another person's never"
        def other = node.member()
        node.withFactor(other)
        node.pass(node.challenged(other).token(), paper(4)) == new WrongCode()
    }

    def "of twenty posts of one recovery code in parallel one succeeds"() {
        given:
        def tokens = (1..20).collect { node.challenged(user).token() }

        when:
        def answers = Parallel.times(20) { node.pass(tokens[it], paper()) }

        then:
        answers.count { it instanceof PassSecondFactor.Proved } == 1
        node.readSecondFactor().read(user.id()).recoveryCodesLeft() == 9
    }

    def "five wrong codes lock, in whatever sign-in they are shown, and the right one meets the same answer"() {
        given:
        def tokens = (1..5).collect { node.challenged(user).token() }

        expect:
        tokens.every { node.pass(it, wrong()) == new WrongCode() }
        node.pass(tokens[0], app()) == new Throttled(Duration.ofMinutes(1))
        node.pass(tokens[0], paper()) == new Throttled(Duration.ofMinutes(1))
        node.pass(node.challenged(user).token(), app()) == new Throttled(Duration.ofMinutes(1))

        and: "no recovery code was used up, and the history tells it once"
        node.readSecondFactor().read(user.id()).recoveryCodesLeft() == 10
        remembered().count(LoginResult.LOCKED) == 1
        remembered().count(LoginResult.WRONG_CODE) == 5

        and: "the password is another count"
        node.challenged(user)

        when:
        node.clock.advance(Duration.ofMinutes(1))

        then:
        node.pass(tokens[1], app()) instanceof PassSecondFactor.Proved
    }

    def "of forty wrong codes in parallel five are looked at, also over two nodes"() {
        given:
        def nodes = [node, AuthNode.beside(node)]
        def tokens = (1..40).collect { node.challenged(user).token() }

        when:
        def answers = Parallel.times(40) { nodes[it % 2].pass(tokens[it], wrong()) }

        then:
        answers.count { it == new WrongCode() } == 5
        answers.count { it instanceof Throttled } == 35
        remembered().count(LoginResult.LOCKED) == 1
    }

    def "neither a success nor a new password sign-in sets the count back"() {
        given:
        4.times { assert node.pass(node.challenged(user).token(), wrong()) == new WrongCode() }

        expect:
        node.pass(node.challenged(user).token(), app()) instanceof PassSecondFactor.Proved
        node.pass(node.challenged(user).token(), wrong()) == new WrongCode()
        node.pass(node.challenged(user).token(), wrong()) instanceof Throttled
    }

    def "who shows the factor is let in by any agent, and told as a new one"() {
        given:
        node.change(user) { it.withState(it.state().withAllowedAgents(new AllowedAgents([HOME.agent().value()]))) }
        def token = node.challenged(user, TRAIN).token()

        when:
        def tokens = AuthNode.opened(node.pass(token, app(), TRAIN))

        then:
        node.counts(tokens)
        node.counts(node.refreshed(tokens, TRAIN))
        node.events(user).first().newAgent()
        node.session(tokens).origin() == TRAIN
    }
}
