package io.cinema.auth.application.account

import static io.cinema.auth.contracts.fixture.Sessions.HOME
import static io.cinema.auth.contracts.fixture.Sessions.TRAIN

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.session.RefreshSession.Ended
import io.cinema.auth.application.signin.Opening
import io.cinema.auth.application.signin.SignIn.Proved
import io.cinema.auth.application.token.AuthenticateToken.Revoked
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.AllowedAgents
import io.cinema.auth.domain.account.User
import spock.lang.Specification

class ChangeAllowedAgentsSpec extends Specification {
    static final AllowedAgents TELEVISION = new AllowedAgents(["Cinema TV*"])
    static final CHANGED = new ChangeAllowedAgents.Changed()
    static final GONE = new ChangeAllowedAgents.Gone()

    final AuthNode node = new AuthNode()
    final User user = node.member()

    private ChangeAllowedAgents.Result allow(AllowedAgents agents) {
        node.changeAllowedAgents().change(new ChangeAllowedAgents.Command(node.tokenOf(user), HOME, agents, null))
    }

    def "from then on only these agents sign in"() {
        expect:
        allow(TELEVISION) == CHANGED
        node.now(user) == user.withState(user.state().withAllowedAgents(TELEVISION))
        node.signedIn(user, HOME)
        node.trySignIn(user.login().shown(), AuthNode.PASSWORD, TRAIN) == new Proved(new Opening.AgentNotAllowed())
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
        def answers = Parallel.all([
            { allow(TELEVISION) },
            { node.endSession().endAll(user.id()) },
            { node.giveNewPassword(user, "the owner's new one") },
        ])

        then: "unless the token died first"
        node.now(user).state().allowedAgents() == (answers[0] == CHANGED ? TELEVISION : AllowedAgents.ANY)
        node.now(user).state().tokenVersion() == 3
        node.now(user).passwordHash() != user.passwordHash()
    }

    def "an account that is gone has no agents"() {
        expect:
        node.changeAllowedAgents().change(
            new ChangeAllowedAgents.Command(node.tokenOf(Users.any()), HOME, TELEVISION, null)) == GONE
    }

    def "a request whose token died on its way changes nothing: #how"() {
        given:
        node.change(user) { it.withState(how == "disabled" ? it.state().withDisabledAt(node.clock.instant()) : it.state().withRaisedVersion()) }

        expect:
        allow(TELEVISION) == GONE
        node.now(user).state().allowedAgents() == AllowedAgents.ANY

        where:
        how << ["disabled", "signed out everywhere"]
    }
}
