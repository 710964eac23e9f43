package io.cinema.auth.application.account

import static io.cinema.auth.application.account.ChangeAllowedAgents.Result.CHANGED
import static io.cinema.auth.application.account.ChangeAllowedAgents.Result.GONE
import static io.cinema.auth.contracts.fixture.Sessions.HOME
import static io.cinema.auth.contracts.fixture.Sessions.TRAIN

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.session.RefreshSession.Ended
import io.cinema.auth.application.signin.GateRefusal
import io.cinema.auth.application.signin.SignIn.Refused
import io.cinema.auth.application.token.AuthenticateToken.Revoked
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.domain.account.AllowedAgents
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.audit.Actor
import spock.lang.Specification

class ChangeAllowedAgentsSpec extends Specification {
    static final AllowedAgents TELEVISION = new AllowedAgents(["Cinema TV*"])

    final AuthNode node = new AuthNode()
    final User user = node.member()

    private ChangeAllowedAgents.Result allow(AllowedAgents agents) {
        node.changeAllowedAgents().change(user.id(), HOME, agents)
    }

    def "from then on only these agents sign in"() {
        expect:
        allow(TELEVISION) == CHANGED
        node.now(user) == user.withState(user.state().withAllowedAgents(TELEVISION))
        node.signedIn(user, HOME)
        node.trySignIn(user.login().shown(), AuthNode.PASSWORD, TRAIN) == new Refused(GateRefusal.AGENT_NOT_ALLOWED)
    }

    def "an empty list lets every agent in again"() {
        given:
        allow(TELEVISION)

        expect:
        allow(AllowedAgents.ANY) == CHANGED
        node.signedIn(user, TRAIN)
    }

    def "an open session meets the rule at its next refresh, and not before"() {
        given:
        def home = node.signedIn(user, HOME)
        def train = node.signedIn(user, TRAIN)

        when:
        allow(TELEVISION)

        then:
        node.counts(home)
        node.counts(train)

        and:
        node.refreshed(home, HOME)
        node.tryRefresh(train, TRAIN) == new Ended()
        node.authenticate(train) == new Revoked()
    }

    def "a change of something else at the same time is not lost"() {
        when:
        Parallel.all([
            { allow(TELEVISION) },
            { node.endSession().endAll(user.id()) },
            { node.giveNewPassword(user, "the owner's new one") },
        ])

        then:
        node.now(user).state().allowedAgents() == TELEVISION
        node.now(user).state().tokenVersion() == 3
        node.now(user).passwordHash() != user.passwordHash()
    }

    def "an account that is gone has no agents"() {
        expect:
        node.changeAllowedAgents().change(TestIds.user(), HOME, TELEVISION) == GONE
    }

    def "the trail tells of it"() {
        when:
        allow(TELEVISION)

        then:
        node.auditedInShort() == ["agents.changed"]
        node.audited()[0].actor() == new Actor.Person(user.id(), HOME)
    }
}
