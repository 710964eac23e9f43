package io.cinema.auth.application.signin

import static io.cinema.auth.contracts.fixture.Sessions.HOME
import static io.cinema.auth.contracts.fixture.Sessions.TRAIN
import static io.cinema.auth.domain.mfa.SecondFactorPolicy.EVERYONE
import static io.cinema.auth.domain.mfa.SecondFactorPolicy.OFF
import static io.cinema.auth.domain.mfa.SecondFactorPolicy.SUPERUSERS

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.session.RefreshSession.Ended
import io.cinema.auth.application.signin.EnrolAtSignIn.DeadToken
import io.cinema.auth.application.signin.EnrolAtSignIn.Enrolled
import io.cinema.auth.application.signin.EnrolAtSignIn.NotBegun
import io.cinema.auth.application.signin.EnrolAtSignIn.WrongCode
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.AllowedAgents
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.login.LoginResult
import io.cinema.auth.domain.mfa.FactorProof
import io.cinema.auth.domain.mfa.MfaToken
import io.cinema.auth.domain.mfa.TotpCheck
import io.cinema.auth.domain.mfa.TotpCode
import io.cinema.auth.domain.mfa.TotpSecret
import io.cinema.auth.domain.secret.Secret
import io.cinema.auth.domain.session.EndReason
import spock.lang.Specification

class EnrolAtSignInSpec extends Specification {
    final AuthNode node = new AuthNode(policy: SUPERUSERS)
    final User boss = node.member(Users.user().superuser())

    private Secret waiting(User user = boss) {
        def challenge = node.challenged(user)
        assert challenge.methods() == [MfaChallenge.Method.TOTP_ENROLMENT] as Set
        challenge.token()
    }

    private TotpSecret begun(Secret token) {
        (node.enrolAtSignIn().begin(token, HOME) as EnrolAtSignIn.Begun).provisioning().secret()
    }

    private EnrolAtSignIn.Result confirm(Secret token, TotpCode code) {
        node.enrolAtSignIn().confirm(token, code, HOME)
    }

    def "the policy #policy lets #who in by a password: #open"() {
        given:
        node.policy = policy
        def user = who == "a superuser" ? boss : node.member()

        expect:
        (node.trySignIn(user.login().shown()).opening() instanceof Opening.Opened) == open

        where:
        policy     | who           || open
        OFF        | "a superuser" || true
        OFF        | "a member"    || true
        SUPERUSERS | "a superuser" || false
        SUPERUSERS | "a member"    || true
        EVERYONE   | "a superuser" || false
        EVERYONE   | "a member"    || false
    }

    def "who must have a factor and has none sets one up, and is signed in by it"() {
        given:
        def token = waiting()
        def secret = begun(token)

        when:
        def enrolled = confirm(token, node.codeOf(secret)) as Enrolled

        then:
        node.counts(enrolled.tokens())
        node.claims(enrolled.tokens()).amr() as Set == ["pwd", "otp"] as Set
        node.counts(node.refreshed(enrolled.tokens()))
        enrolled.recoveryCodes().size() == 10
        node.events(boss)*.result() == [LoginResult.SUCCESS, LoginResult.ENROLMENT_MISSING]
        node.auditedInShort() == ["totp.enabled"]

        and: "the token is dead"
        node.enrolAtSignIn().begin(token, HOME) == new DeadToken()
        confirm(token, node.codeOf(secret)) == new DeadToken()

        and: "from then on the factor is asked for"
        node.clock.advance(TotpCheck.STEP)
        node.pass(node.challenged(boss).token(), new FactorProof.App(node.codeOf(secret))) instanceof PassSecondFactor.Proved
    }

    def "a wrong first code can be tried again; nothing begun is nothing to confirm"() {
        given:
        def token = waiting()

        expect:
        confirm(token, TotpCode.of("000000")) == new NotBegun()

        when:
        def secret = begun(token)

        then:
        confirm(token, node.codeOf(secret, 5)) == new WrongCode()
        node.events(boss).first().result() == LoginResult.WRONG_CODE
        confirm(token, node.codeOf(secret)) instanceof Enrolled
    }

    def "beginning again makes the secret before worthless"() {
        given:
        def token = waiting()
        def first = begun(token)
        def second = begun(token)

        expect:
        confirm(token, node.codeOf(first)) == new WrongCode()
        confirm(token, node.codeOf(second)) instanceof Enrolled
    }

    def "of ten first codes at once one enrols"() {
        given:
        def tokens = (1..10).collect { waiting() }
        def secret = begun(tokens[0])

        when:
        def answers = Parallel.times(10) { confirm(tokens[it], node.codeOf(secret)) }

        then:
        answers.count { it instanceof Enrolled } == 1
        answers.count { it == new DeadToken() } == 9
    }

    def "sessions that did without end when the policy begins to demand it"() {
        given:
        node.policy = OFF
        def before = node.signedIn(boss)
        node.policy = SUPERUSERS

        expect:
        node.tryRefresh(before) == new Ended()
        node.session(before).ended().reason() == EndReason.REFUSED_AT_GATE
    }

    def "the sessions that have not passed the factor end with it"() {
        given:
        node.policy = OFF
        def before = node.signedIn(boss)
        node.policy = SUPERUSERS
        def token = waiting()

        when:
        confirm(token, node.codeOf(begun(token)))

        then:
        !node.counts(before)
        node.session(before).ended().reason() == EndReason.FACTOR_ADDED
    }

    def "an agent that is not allowed may not set up a factor of its own"() {
        given:
        def early = waiting()
        node.change(boss) { it.withState(it.state().withAllowedAgents(new AllowedAgents([HOME.agent().value()]))) }

        expect:
        node.trySignIn(boss.login().shown(), AuthNode.PASSWORD, TRAIN) == new SignIn.Proved(new Opening.AgentNotAllowed())

        when: "it finishes what another began"
        def secret = begun(early)

        then:
        node.enrolAtSignIn().confirm(early, node.codeOf(secret), TRAIN) == new DeadToken()
        !node.now(boss).state().totpEnabled()

        and:
        confirm(early, node.codeOf(secret)) instanceof Enrolled
    }

    def "the token is worth nothing where nothing is demanded: #why"() {
        given:
        def token = waiting()
        happen(node, boss)

        expect:
        node.enrolAtSignIn().begin(token, HOME) == new DeadToken()
        confirm(token, TotpCode.of("123456")) == new DeadToken()

        where:
        why                   | happen
        "expired"             | { AuthNode n, User u -> n.clock.advance(MfaToken.LIFE) }
        "policy switched off" | { AuthNode n, User u -> n.policy = OFF }
        "disabled"            | { AuthNode n, User u -> n.change(u) { Users.disabled(it, n.clock.instant()) } }
        "a new password"      | { AuthNode n, User u -> n.giveNewPassword(u, "the owner's new one") }
        "enrolled elsewhere"  | { AuthNode n, User u -> n.policy = OFF; n.withFactor(u); n.policy = SUPERUSERS }
    }
}
