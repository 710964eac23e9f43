package io.cinema.auth.application.user

import static io.cinema.auth.application.user.ResetSecondFactor.Result.DONE
import static io.cinema.auth.application.user.ResetSecondFactor.Result.NOT_ACTIVE
import static io.cinema.auth.application.user.ResetSecondFactor.Result.NO_SUCH_USER
import static io.cinema.auth.application.user.ResetSecondFactor.Result.UNTOUCHABLE

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.session.RefreshSession.Ended
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.mfa.FactorProof
import io.cinema.auth.domain.mfa.TotpCheck
import io.cinema.auth.domain.session.EndReason
import spock.lang.Specification

class ResetSecondFactorSpec extends Specification {
    final AuthNode node = new AuthNode()
    final User user = node.member()

    def "who lost their factor is signed out everywhere, and signs in with the password alone"() {
        given:
        def factor = node.withFactor(user)
        node.clock.advance(TotpCheck.STEP)
        def tokens = AuthNode.opened(
            node.pass(node.challenged(user).token(), new FactorProof.App(node.codeOf(factor.secret))))

        expect:
        node.resetSecondFactor().reset(node.console(), user.id()) == DONE
        !node.counts(tokens)
        node.session(tokens).ended().reason() == EndReason.FACTOR_RESET
        node.tryRefresh(tokens) == new Ended()
        node.signedIn(user)
        node.recovery.left(user.id()) == 0
        node.auditedInShort().last() == "totp.reset"
    }

    def "where there is none nothing is reset, nor of who is not there"() {
        expect:
        node.resetSecondFactor().reset(node.console(), user.id()) == NOT_ACTIVE
        node.resetSecondFactor().reset(node.console(), TestIds.user()) == NO_SUCH_USER
        node.now(user).state().tokenVersion() == 1
    }

    def "no administrator takes a superuser's"() {
        given:
        def boss = node.member(Users.user().superuser())
        node.withFactor(boss)

        expect:
        node.resetSecondFactor().reset(node.administrator("users:write"), boss.id()) == UNTOUCHABLE
        node.now(boss).state().totpEnabled()
        node.auditedInShort().last() == "totp.reset: superuser"
    }
}
