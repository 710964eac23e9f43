package io.cinema.auth.application.session

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.Away
import io.cinema.auth.application.token.AuthenticateToken.Revoked
import io.cinema.auth.contracts.fixture.AccessTokens
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.memory.MemoryRevocationStore
import io.cinema.auth.domain.account.PersonName
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.RevocationRepository
import io.cinema.auth.domain.port.RevocationStore
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.session.Revocation
import io.cinema.auth.domain.session.RevokedTokens
import io.cinema.auth.domain.token.AccessTokenTerms
import java.time.Duration
import java.time.Instant
import java.util.function.Supplier
import spock.lang.Specification

class RevokerSpec extends Specification {
    static final Revocation.Subject TOKEN = new Revocation.Token("jti-1")
    static final Revocation.Subject DEVICE = new Revocation.Device(TestIds.session())
    static final Revocation.Subject BELOW = new Revocation.Below(2)

    final AuthNode node = new AuthNode()
    final User user = node.member()

    private RevokedTokens published(User whose = user) {
        (node.store.backend.find(whose.id()) as RevocationStore.Known).revoked()
    }

    def "what dies is kept in the truth and told to every node, and the work's answer is given"() {
        given:
        def other = node.member()

        when:
        def answer = node.revoker().revoking { dead ->
            dead.accept(user.id(), TOKEN)
            dead.accept(user.id(), DEVICE)
            dead.accept(other.id(), BELOW)
            "done"
        }

        then:
        answer == "done"
        node.revoked(user) as Set == [TOKEN, DEVICE] as Set
        published() == RevokedTokens.of([TOKEN, DEVICE])
        node.revoked(other) == [BELOW]
        published(other) == RevokedTokens.of([BELOW])
    }

    def "a revocation lasts until the last token that it kills has expired: the skew is #skew, the lock took #waited"() {
        given:
        def ours = AccessTokens.TERMS
        node.tokenTerms =
            new AccessTokenTerms(ours.issuer(), ours.audience(), ours.clientId(), ours.life(), skew)

        when: "another node issues a token while the change waits for the account"
        node.revoker().revoking { dead ->
            node.clock.advance(waited)
            dead.accept(user.id(), BELOW)
        }

        then:
        def kept = node.revocations.standing(node.clock.instant()).first()
        kept.until() >= node.clock.instant() + ours.life() + skew

        where:
        skew                   | waited
        Duration.ofSeconds(30) | Duration.ZERO
        Duration.ofSeconds(30) | Duration.ofSeconds(3)
        Duration.ZERO          | Duration.ZERO
        Duration.ZERO          | Duration.ofSeconds(3)
    }

    def "where nothing dies neither the truth nor the store is asked"() {
        given:
        node.revocations = Away.port(RevocationRepository)
        node.store.away = true

        expect:
        node.revoker().revoking { dead -> 42 } == 42
    }

    def "work that fails revokes nothing, though it had said so"() {
        when:
        node.revoker().revoking { dead ->
            dead.accept(user.id(), BELOW)
            throw new IllegalStateException("no")
        }

        then:
        thrown(IllegalStateException)
        node.revoked(user) == []
        published() == RevokedTokens.NONE
    }

    def "a change whose revocation can't be kept is not made, and nobody is told"() {
        given:
        node.revocations = Away.port(RevocationRepository)

        when:
        node.revoker().revoking { dead ->
            node.users.update(user.withPersonalData(user.login(), user.email(), new PersonName("Ada", null)))
            dead.accept(user.id(), BELOW)
            "done"
        }

        then:
        thrown(PortUnavailableException)
        node.now(user) == user
        published() == RevokedTokens.NONE
    }

    def "the nodes are told after the change stands, not before"() {
        given:
        def steps = []
        def revoker = new Revoker(
            new ToldUnitOfWork(node.unitOfWork, steps), node.revocations, new ToldStore(steps), node.tokenTerms, node.clock)

        when:
        revoker.revoking { dead ->
            dead.accept(user.id(), BELOW)
            steps << "worked"
            "done"
        }

        then:
        steps == ["worked", "committed", "published"]
    }

    def "a commit that fails is not published"() {
        given:
        def steps = []
        def revoker = new Revoker(
            Away.port(UnitOfWork), node.revocations, new ToldStore(steps), node.tokenTerms, node.clock)

        when:
        revoker.revoking { dead -> dead.accept(user.id(), BELOW) }

        then:
        thrown(PortUnavailableException)
        steps == []
    }

    def "while the store is away the answer stands, this node asks the truth, and the relay tells the others later"() {
        given:
        def neighbour = AuthNode.beside(node)
        def tokens = node.signedIn(user)
        node.store.away = true

        when:
        def answer = node.revoker().revoking { dead ->
            dead.accept(user.id(), new Revocation.Token(node.claims(tokens).jti()))
            "done"
        }

        then:
        answer == "done"
        node.authenticate(tokens) == new Revoked()

        when: "the way is open again, but this node knows that it missed something"
        node.store.away = false

        then:
        published() == RevokedTokens.NONE
        node.store.find(user.id()) == new RevocationStore.Unfilled()
        node.authenticate(tokens) == new Revoked()

        when:
        neighbour.revocationUpkeep().relay()

        then:
        neighbour.authenticate(tokens) == new Revoked()

        when:
        node.revocationUpkeep().fillIfNeeded()

        then:
        node.store.find(user.id()) instanceof RevocationStore.Known
        node.authenticate(tokens) == new Revoked()
    }

    /** Tells when it committed. */
    static class ToldUnitOfWork implements UnitOfWork {
        private final UnitOfWork unitOfWork
        private final List<String> steps

        ToldUnitOfWork(UnitOfWork unitOfWork, List<String> steps) {
            this.unitOfWork = unitOfWork
            this.steps = steps
        }

        @Override
        <T> T inTransaction(Supplier<T> work) {
            def answer = unitOfWork.inTransaction(work)
            steps << "committed"
            answer
        }
    }

    /** Tells when it was told. */
    static class ToldStore implements RevocationStore {
        @Delegate
        private final RevocationStore store = new MemoryRevocationStore()
        private final List<String> steps

        ToldStore(List<String> steps) {
            this.steps = steps
        }

        @Override
        void add(Collection<Revocation> revocations, Instant now) {
            steps << "published"
            store.add(revocations, now)
        }
    }
}
