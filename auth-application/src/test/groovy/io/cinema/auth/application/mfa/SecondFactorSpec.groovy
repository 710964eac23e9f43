package io.cinema.auth.application.mfa

import static io.cinema.auth.contracts.fixture.Sessions.HOME

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.proof.ProofFailure
import io.cinema.auth.application.signin.IssuedTokens
import io.cinema.auth.application.signin.PassSecondFactor
import io.cinema.auth.application.TornTrail
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.credential.Password
import io.cinema.auth.domain.mfa.FactorProof
import io.cinema.auth.domain.mfa.SecondFactorPolicy
import io.cinema.auth.domain.mfa.TotpCheck
import io.cinema.auth.domain.mfa.TotpCode
import io.cinema.auth.domain.mfa.TotpSecret
import io.cinema.auth.domain.port.TotpGenerator
import io.cinema.auth.domain.session.EndReason
import io.cinema.auth.domain.token.VerifiedAccessToken
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import spock.lang.Specification

class SecondFactorSpec extends Specification {
    static final Duration OLD = Duration.ofMinutes(11)

    final AuthNode node = new AuthNode()
    final User user = node.member()
    final IssuedTokens here = node.signedIn(user)
    final VerifiedAccessToken token = node.verified(here)

    private EnrolTotp.Result enrol(String password = AuthNode.PASSWORD, VerifiedAccessToken whose = token) {
        node.enrolTotp().enrol(new EnrolTotp.Command(whose, HOME, password == null ? null : Password.of(password)))
    }

    private TotpSecret begun() {
        (enrol() as EnrolTotp.Begun).provisioning().secret()
    }

    private ConfirmTotp.Result confirm(TotpCode code) {
        node.confirmTotp().confirm(new ConfirmTotp.Command(token, HOME, code))
    }

    private DisableTotp.Result disable(FactorProof proof, String password = AuthNode.PASSWORD, VerifiedAccessToken whose = token) {
        node.disableTotp().disable(
            new DisableTotp.Command(whose, HOME, password == null ? null : Password.of(password), proof))
    }

    private RenewRecoveryCodes.Result renew(FactorProof proof, String password = null, VerifiedAccessToken whose = token) {
        node.renewRecoveryCodes().renew(
            new RenewRecoveryCodes.Command(whose, HOME, password == null ? null : Password.of(password), proof))
    }

    private AuthNode.Factor on() {
        def secret = begun()
        def codes = (confirm(node.codeOf(secret)) as ConfirmTotp.Confirmed).recoveryCodes()
        node.clock.advance(TotpCheck.STEP)
        new AuthNode.Factor(secret: secret, recoveryCodes: codes)
    }

    private FactorProof app(AuthNode.Factor factor, long steps = 0) {
        new FactorProof.App(node.codeOf(factor.secret, steps))
    }

    def "it is not asked for before a first code has confirmed it"() {
        given:
        def secret = begun()

        expect:
        node.signedIn(user)
        node.readSecondFactor().read(user.id()) == new ReadSecondFactor.Status(null, 0)

        when:
        def now = node.clock.advance(Duration.ofSeconds(5))
        def confirmed = confirm(node.codeOf(secret)) as ConfirmTotp.Confirmed

        then:
        node.challenged(user)
        confirmed.recoveryCodes().toSet().size() == 10
        node.readSecondFactor().read(user.id()) == new ReadSecondFactor.Status(now, 10)
        node.now(user).state().totpEnabled()
        node.auditedInShort() == ["totp.enabled"]
    }

    def "what is kept of the secret is sealed, and what is kept of the recovery codes is a hash"() {
        given:
        def factor = on()
        def kept = node.enrolments.find(user.id()).get()

        expect:
        !new String(kept.secret().bytes(), "ISO-8859-1").contains(factor.secret.reveal())
        !kept.toString().contains(factor.secret.reveal())
        factor.recoveryCodes.every { !node.recoveryCodes.hash(user.id(), it).toString().contains(it.reveal()) }
    }

    def "this session has passed it from then on, the others end"() {
        given:
        def there = node.signedIn(user)

        when:
        on()

        then:
        node.counts(here)
        node.claims(node.refreshed(here)).amr() as Set == ["pwd", "otp"] as Set
        !node.counts(there)
        node.session(there).ended().reason() == EndReason.FACTOR_ADDED
    }

    def "beginning needs the password, and wrong ones are told and counted"() {
        expect:
        enrol(null) == new EnrolTotp.Unproved(new ProofFailure.Missing(null))
        (1..5).every { enrol("wrong password") == new EnrolTotp.Unproved(new ProofFailure.WrongPassword()) }
        enrol() == new EnrolTotp.Unproved(new ProofFailure.TooMany(Duration.ofSeconds(30), true))
        enrol() == new EnrolTotp.Unproved(new ProofFailure.TooMany(Duration.ofSeconds(30), false))
        node.auditedInShort() == ["totp.enabled: invalid-credentials"] * 5 + ["totp.enabled: too-many-attempts"]

        and: "as they are at sign-in"
        node.trySignIn(user.login().shown()) == new io.cinema.auth.application.signin.SignIn.Throttled(Duration.ofSeconds(30))
    }

    def "an account without a password needs a fresh sign-in"() {
        given:
        def social = Users.user().withoutPassword().build()
        node.users.add(social)
        def signedIn = node.tokenOf(social)

        expect:
        enrol(null, signedIn) instanceof EnrolTotp.Begun

        when:
        node.clock.advance(OLD)

        then:
        enrol(null, signedIn) == new EnrolTotp.Unproved(new ProofFailure.Missing(Duration.ofMinutes(10)))
    }

    def "twice is once too often"() {
        given:
        def factor = on()

        expect:
        enrol() == new EnrolTotp.AlreadyActive()
        confirm(node.codeOf(factor.secret)) == new ConfirmTotp.AlreadyActive()
    }

    def "of ten confirmations at once one succeeds, and its recovery codes are those that count"() {
        given:
        def secret = begun()

        when:
        def answers = Parallel.times(10) { confirm(node.codeOf(secret)) }

        then:
        answers.count { it instanceof ConfirmTotp.Confirmed } == 1
        answers.count { it == new ConfirmTotp.AlreadyActive() } == 9

        and:
        def codes = (answers.find { it instanceof ConfirmTotp.Confirmed } as ConfirmTotp.Confirmed).recoveryCodes()
        node.pass(node.challenged(user).token(), new FactorProof.Paper(codes[0])) instanceof PassSecondFactor.Proved
    }

    def "what was begun #minutes minutes ago can be confirmed: #can"() {
        given:
        def secret = begun()

        when: "a token that proves nothing but itself"
        node.clock.advance(Duration.ofMinutes(minutes) - Duration.ofSeconds(1))

        then:
        (confirm(node.codeOf(secret)) instanceof ConfirmTotp.Confirmed) == can
        can || confirm(node.codeOf(secret)) == new ConfirmTotp.NotBegun()

        where:
        minutes || can
        15      || true
        16      || false
    }

    def "nobody waits for the account while the picture of the secret is drawn"() {
        given:
        def free = []
        def generator = node.totp
        node.totp = [
            newSecret: { generator.newSecret() },
            provision: { secret, login ->
                free << CompletableFuture.supplyAsync { node.unitOfWork.inTransaction { true } }
                    .completeOnTimeout(false, 2, TimeUnit.SECONDS).get()
                generator.provision(secret, login)
            },
        ] as TotpGenerator

        when:
        begun()
        node.policy = SecondFactorPolicy.EVERYONE
        node.enrolAtSignIn().begin(node.challenged(user).token(), HOME)

        then:
        free == [true, true]
    }

    def "nothing begun is nothing to confirm, and wrong codes are told and counted"() {
        expect:
        confirm(TotpCode.of("123456")) == new ConfirmTotp.NotBegun()

        when:
        def secret = begun()

        then:
        (1..5).every { confirm(node.codeOf(secret, 7)) == new ConfirmTotp.Unproved(new ProofFailure.WrongCode()) }
        confirm(node.codeOf(secret)) == new ConfirmTotp.Unproved(new ProofFailure.TooMany(Duration.ofMinutes(1), true))
        node.auditedInShort() == ["totp.enabled: mfa-invalid"] * 5 + ["totp.enabled: too-many-attempts"]
        !node.now(user).state().totpEnabled()
    }

    def "turning it off needs the password and a code of #which, and forgets all of it"() {
        given:
        def factor = on()
        def proof = which == "the app" ? app(factor) : new FactorProof.Paper(factor.recoveryCodes[0])

        expect:
        disable(proof) == new DisableTotp.Disabled()
        node.signedIn(user)
        node.enrolments.find(user.id()).empty
        node.recovery.left(user.id()) == 0
        node.auditedInShort().last() == "totp.disabled"
        disable(proof) == new DisableTotp.NotActive()

        where:
        which << ["the app", "paper"]
    }

    def "turning it off without #what changes nothing"() {
        given:
        def factor = on()

        expect:
        disable(proof.call(this, factor), password) == new DisableTotp.Unproved(why)
        node.now(user).state().totpEnabled()
        node.recovery.left(user.id()) == 10

        where:
        what                 | password          | proof                              || why
        "the password"       | null              | { s, f -> s.app(f) }               || new ProofFailure.Missing(null)
        "the right password" | "wrong password"  | { s, f -> s.app(f) }               || new ProofFailure.WrongPassword()
        "the right code"     | AuthNode.PASSWORD | { s, f -> s.app(f, 9) }            || new ProofFailure.WrongCode()
    }

    def "a code that was used to sign in does not turn it off"() {
        given:
        def factor = on()
        node.pass(node.challenged(user).token(), app(factor))

        expect:
        disable(app(factor)) == new DisableTotp.Unproved(new ProofFailure.WrongCode())
    }

    def "new recovery codes kill the old ones, and need a code and a fresh sign-in or the password"() {
        given:
        def factor = on()

        when:
        def fresh = (renew(app(factor)) as RenewRecoveryCodes.Renewed).recoveryCodes()
        node.clock.advance(OLD)

        then:
        fresh.intersect(factor.recoveryCodes) == []
        node.pass(node.challenged(user).token(), new FactorProof.Paper(factor.recoveryCodes[0])) == new PassSecondFactor.WrongCode()
        node.pass(node.challenged(user).token(), new FactorProof.Paper(fresh[0])) instanceof PassSecondFactor.Proved
        node.auditedInShort().last() == "recovery_codes.renewed"

        and: "the sign-in is old by now"
        renew(app(factor)) == new RenewRecoveryCodes.Unproved(new ProofFailure.Missing(Duration.ofMinutes(10)))
        renew(app(factor), AuthNode.PASSWORD) instanceof RenewRecoveryCodes.Renewed

        and:
        renew(app(factor), AuthNode.PASSWORD) == new RenewRecoveryCodes.Unproved(new ProofFailure.WrongCode())
    }

    def "where there is none, there is nothing to renew or turn off"() {
        expect:
        renew(new FactorProof.App(TotpCode.of("123456"))) == new RenewRecoveryCodes.NotActive()
        disable(new FactorProof.App(TotpCode.of("123456"))) == new DisableTotp.NotActive()

        when:
        begun()

        then:
        renew(new FactorProof.App(TotpCode.of("123456"))) == new RenewRecoveryCodes.NotActive()
    }

    def "a request whose token died on its way changes nothing"() {
        given:
        def factor = on()
        node.change(user) { it.withState(it.state().withRaisedVersion()) }

        expect:
        enrol() == new EnrolTotp.Gone()
        confirm(node.codeOf(factor.secret)) == new ConfirmTotp.Gone()
        disable(app(factor)) == new DisableTotp.Gone()
        renew(app(factor)) == new RenewRecoveryCodes.Gone()
        node.now(user).state().totpEnabled()
    }

    def "a password that is changed after the check proves nothing any more"() {
        given:
        def factor = on()
        node.hasher.whileComparing { node.giveNewPassword(user, "the owner's new one") }

        expect:
        disable(app(factor)) == new DisableTotp.Gone()
        node.now(user).state().totpEnabled()
    }

    def "where the trail can't be written the factor stays as it is"() {
        given:
        def secret = begun()
        node.auditEvents = new TornTrail()

        when:
        confirm(node.codeOf(secret))

        then:
        thrown(IllegalStateException)
        !node.now(user).state().totpEnabled()
        node.recovery.left(user.id()) == 0
    }
}
