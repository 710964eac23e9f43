package io.cinema.auth.application.session

import static io.cinema.auth.application.session.EndSession.Result.ENDED
import static io.cinema.auth.application.session.EndSession.Result.NOT_FOUND

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.Away
import io.cinema.auth.application.session.RefreshSession.Ended
import io.cinema.auth.application.token.AuthenticateToken.Revoked
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.RevocationRepository
import io.cinema.auth.domain.session.EndReason
import io.cinema.auth.domain.session.Revocation
import io.cinema.auth.domain.session.Session
import java.time.Duration
import spock.lang.Specification

class EndSessionSpec extends Specification {
    final AuthNode node = new AuthNode()
    final AuthNode neighbour = AuthNode.beside(node)
    final User user = node.member()

    def "signing out kills this session's tokens on every node, and nothing else"() {
        given:
        def other = node.signedIn(user)
        def first = node.signedIn(user)
        def second = node.refreshed(first)
        def token = node.verified(second)

        when:
        node.endSession().signOut(token)

        then:
        [node, neighbour].every { it.authenticate(first) == new Revoked() }
        [node, neighbour].every { it.authenticate(second) == new Revoked() }
        node.tryRefresh(second) == new Ended()
        node.session(first).ended() == new Session.End(node.clock.instant(), EndReason.SIGNED_OUT)

        and:
        node.revoked(user) as Set ==
            [new Revocation.Token(token.jti()), new Revocation.Device(token.session())] as Set
        node.counts(other)
        node.refreshed(other)
        node.now(user).state() == user.state()
    }

    def "signing out twice is signing out once"() {
        given:
        def tokens = node.signedIn(user)
        def token = node.verified(tokens)
        node.endSession().signOut(token)
        def once = node.session(tokens)

        when:
        node.clock.advance(Duration.ofMinutes(1))
        node.endSession().signOut(token)

        then:
        node.session(tokens) == once
        node.authenticate(tokens) == new Revoked()
        node.revoked(user).toSet().size() == 2
    }

    def "twenty sign-outs with one token at once are one"() {
        given:
        def tokens = node.signedIn(user)
        def token = node.verified(tokens)

        when:
        Parallel.times(20) { node.endSession().signOut(token) }

        then:
        node.session(tokens).ended().reason() == EndReason.SIGNED_OUT
        node.authenticate(tokens) == new Revoked()
    }

    def "a token is revoked even when its session is forgotten already"() {
        given:
        def tokens = node.signedIn(user)
        def token = node.verified(tokens)
        node.sessions.purge(node.clock.instant() + Duration.ofDays(31), 10)

        when:
        node.endSession().signOut(token)

        then:
        node.authenticate(tokens) == new Revoked()
    }

    def "a device that is signed out from the list is dead on every node"() {
        given:
        def here = node.signedIn(user)
        def there = node.signedIn(user)

        expect:
        node.endSession().end(user.id(), there.session()) == ENDED
        neighbour.authenticate(there) == new Revoked()
        node.tryRefresh(there) == new Ended()
        node.revoked(user) == [new Revocation.Device(there.session())]

        and:
        node.counts(here)
        node.refreshed(here)
    }

    def "a session that #which is not found, and nothing changes"() {
        given:
        def stranger = node.member()
        def strangers = node.signedIn(stranger)
        def mine = node.signedIn(user)
        def session = pick(node, user, mine, strangers)
        def revoked = node.revoked(user)

        expect:
        node.endSession().end(user.id(), session) == NOT_FOUND
        node.revoked(user) == revoked
        node.revoked(stranger) == []
        node.counts(strangers)

        where:
        which                   | pick
        "never was"             | { n, u, own, other -> TestIds.session() }
        "is somebody else's"    | { n, u, own, other -> other.session() }
        "was ended before"      | { n, u, own, other -> n.endSession().end(u.id(), own.session()); own.session() }
    }

    def "of twenty who end one session at once one does"() {
        given:
        def tokens = node.signedIn(user)

        expect:
        Parallel.times(20) { node.endSession().end(user.id(), tokens.session()) }.count { it == ENDED } == 1
    }

    def "signing out the others keeps this session and the very token that asked"() {
        given:
        def others = (1..3).collect { node.signedIn(user) }
        def here = node.signedIn(user)
        def stranger = node.signedIn(node.member())

        when:
        node.endSession().endOthers(node.verified(here))

        then:
        node.counts(here)
        neighbour.counts(here)
        node.refreshed(here)
        node.now(user).state().tokenVersion() == 1

        and:
        others.every { neighbour.authenticate(it) == new Revoked() && node.tryRefresh(it) == new Ended() }
        node.revoked(user) as Set == others.collect { new Revocation.Device(it.session()) } as Set
        node.counts(stranger)
    }

    def "who has no other session revokes nothing by signing out the others"() {
        given:
        def here = node.signedIn(user)
        node.revocations = Away.port(RevocationRepository)

        when:
        node.endSession().endOthers(node.verified(here))

        then:
        noExceptionThrown()
        node.counts(here)
    }

    def "signing out everywhere kills every token so far, and none that follows in the same instant"() {
        given:
        def before = (1..3).collect { node.signedIn(user) }
        def stranger = node.signedIn(node.member())

        when:
        node.endSession().endAll(user.id())
        def after = node.signedIn(user)

        then:
        before.every { neighbour.authenticate(it) == new Revoked() && node.tryRefresh(it) == new Ended() }
        before.every { node.session(it).ended().reason() == EndReason.SIGNED_OUT }
        node.revoked(user) == [new Revocation.Below(2)]
        neighbour.counts(after)
        node.refreshed(after)
        neighbour.counts(stranger)
    }

    def "signing out somebody who is gone changes nothing"() {
        when:
        node.endSession().endAll(TestIds.user())

        then:
        noExceptionThrown()
    }

    def "a revocation that can't be kept takes #what back"() {
        given:
        def here = node.signedIn(user)
        def there = node.signedIn(user)
        def proof = node.verified(here)
        def truth = node.revocations
        node.revocations = Away.port(RevocationRepository)

        when:
        end(node.endSession(), proof, there.session())

        then:
        thrown(PortUnavailableException)

        when:
        node.revocations = truth

        then:
        node.now(user) == node.now(user).withState(user.state())
        [here, there].every { node.counts(it) && node.refreshed(it) }

        where:
        what                     | end
        "signing out"            | { use, token, other -> use.signOut(token) }
        "signing one out"        | { use, token, other -> use.end(token.user(), other) }
        "signing out others"     | { use, token, other -> use.endOthers(token) }
        "signing out everywhere" | { use, token, other -> use.endAll(token.user()) }
    }

    def "#what stands while the revocation store is away, and reaches the others by the relay"() {
        given:
        def here = node.signedIn(user)
        def there = node.signedIn(user)
        def proof = node.verified(here)
        node.store.away = true

        when:
        end(node.endSession(), proof, there.session())

        then:
        [(here): hereDies, (there): thereDies].every { tokens, dies -> node.counts(tokens) != dies }

        when:
        neighbour.revocationUpkeep().relay()

        then:
        [(here): hereDies, (there): thereDies].every { tokens, dies -> neighbour.counts(tokens) != dies }

        where:
        what                     | end                                                 || hereDies | thereDies
        "signing out"            | { use, token, other -> use.signOut(token) }          || true     | false
        "signing one out"        | { use, token, other -> use.end(token.user(), other) } || false    | true
        "signing out others"     | { use, token, other -> use.endOthers(token) }        || false    | true
        "signing out everywhere" | { use, token, other -> use.endAll(token.user()) }    || true     | true
    }
}
