package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Revocations
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.port.RevocationStore
import io.cinema.auth.domain.session.Revocation
import io.cinema.auth.domain.session.RevokedTokens
import java.time.Duration
import java.time.Instant
import java.util.function.Supplier
import spock.lang.Specification

/**
 * What every {@link RevocationStore} keeps to. Its clock starts at the machine's time, since a
 * backend may expire entries by a clock of its own.
 */
abstract class RevocationStoreContract extends Specification {
    protected static final Duration LIFE = Duration.ofMinutes(15)

    protected final MutableClock clock = MutableClock.atSystemTime()

    /** The port under test as one node has it; the same one at each call. */
    abstract RevocationStore store()

    /** The port as another node has it, on the same backend; the same one at each call. */
    abstract RevocationStore otherNode()

    /** Makes the backend forget everything, as {@code FLUSHALL} or a restart without a disk does. */
    abstract void emptyBackend()

    def setup() {
        emptyBackend()
    }

    def "an empty store is not believed, also after something was added"() {
        given:
        def user = TestIds.user()

        expect:
        store().find(user) == new RevocationStore.Unfilled()

        when:
        store().add([below(user, 2)], now)

        then:
        store().find(user) == new RevocationStore.Unfilled()
    }

    def "a store filled with nothing is believed"() {
        expect:
        fill([])
        found(TestIds.user()) == RevokedTokens.NONE
    }

    def "a filled store knows what it was filled with"() {
        given:
        def user = TestIds.user()
        def session = TestIds.session()

        when:
        fill([token(user, "jti-1"), device(user, session), below(user, 3)])

        then:
        found(user) == new RevokedTokens(["jti-1"] as Set, [session] as Set, 3)
        found(TestIds.user()) == RevokedTokens.NONE
    }

    def "what is added joins what was there, and the highest version counts"() {
        given:
        def user = TestIds.user()
        def other = TestIds.user()
        def sessions = [TestIds.session(), TestIds.session()]
        fill([token(user, "jti-1"), device(user, sessions[0]), below(user, 5), below(other, 2)])

        when:
        store().add([token(user, "jti-2"), device(user, sessions[1]), below(user, 4)], now)

        then:
        found(user) == new RevokedTokens(["jti-1", "jti-2"] as Set, sessions as Set, 5)

        when:
        store().add([below(user, 9_000_000_000), below(user, 6)], now)

        then:
        found(user).lowestVersion() == 9_000_000_000

        and: "other users are left alone"
        found(other) == new RevokedTokens([] as Set, [] as Set, 2)
    }

    def "adding nothing, and the same twice, is fine"() {
        given:
        def user = TestIds.user()
        fill([])

        when:
        store().add([], now)
        2.times { store().add([token(user, "jti-1")], now) }

        then:
        found(user) == new RevokedTokens(["jti-1"] as Set, [] as Set, 0)
    }

    def "one call may add for many users"() {
        given:
        def all = (1..300).collect { TestIds.user() }
        fill([])

        when:
        store().add(all.withIndex().collect { user, i -> below(user, i + 1) }, now)

        then:
        all.withIndex().every { user, i -> found(user).lowestVersion() == i + 1 }
    }

    def "a token id may be any text: #shown"() {
        given:
        def user = TestIds.user()
        fill([])

        when:
        store().add([token(user, jti)], now)

        then:
        found(user).tokens() == [jti] as Set

        where:
        jti << ["", " ", "a:b", "sid:1", "ver", "{x}*?\n", "фильм 🎬", "j" * 500]
        shown = jti.take(12).replaceAll(/[^ -~]/, "?")
    }

    def "entries past their end are left out, the others kept: #shift s"() {
        given:
        def user = TestIds.user()
        def entry = Revocations.token(user, "jti", now + Duration.ofSeconds(shift))

        when:
        if (filled) {
            fill([entry])
        } else {
            fill([])
            store().add([entry], now)
        }

        then:
        found(user).tokens().contains("jti") == kept

        where:
        shift | filled || kept
        -60   | true   || false
        -1    | true   || false
        60    | true   || true
        -60   | false  || false
        -1    | false  || false
        60    | false  || true
    }

    def "what one node adds the other one finds"() {
        given:
        def user = TestIds.user()
        fill([])
        otherNode().fill({ [] } as Supplier, now)

        when:
        store().add([below(user, 2)], now)
        otherNode().add([token(user, "jti")], now)

        then:
        [store(), otherNode()].every {
            it.find(user) == new RevocationStore.Known(new RevokedTokens(["jti"] as Set, [] as Set, 2))
        }
    }

    def "an emptied backend is not believed by any node until it is filled again"() {
        given:
        def user = TestIds.user()
        fill([below(user, 2)])
        otherNode().fill({ [below(user, 2)] } as Supplier, now)

        when:
        emptyBackend()

        then:
        store().find(user) == new RevocationStore.Unfilled()
        otherNode().find(user) == new RevocationStore.Unfilled()

        when:
        store().add([token(user, "jti")], now)

        then:
        store().find(user) == new RevocationStore.Unfilled()

        and:
        fill([below(user, 3)])
        found(user) == new RevokedTokens(["jti"] as Set, [] as Set, 3)
    }

    def "an emptying while it is filled leaves it unfilled"() {
        given:
        def user = TestIds.user()

        when:
        def filled = store().fill({ emptyBackend(); [below(user, 2)] } as Supplier, now)

        then:
        !filled
        store().find(user) == new RevocationStore.Unfilled()

        and: "the next filling works"
        fill([below(user, 2)])
        found(user).lowestVersion() == 2
    }

    def "an emptying while a filled store is filled again leaves it unfilled too"() {
        given:
        fill([])

        expect:
        !store().fill({ emptyBackend(); [] } as Supplier, now)
        store().find(TestIds.user()) == new RevocationStore.Unfilled()
    }

    def "what is revoked while it is filled is not lost"() {
        given:
        def user = TestIds.user()

        when:
        def filled = store().fill({
            otherNode().add([token(user, "in between")], now)
            [below(user, 2)]
        } as Supplier, now)

        then:
        filled
        found(user) == new RevokedTokens(["in between"] as Set, [] as Set, 2)
    }

    def "a filling that fails to read the truth fills nothing, and its failure comes through"() {
        given:
        def failure = new IllegalStateException("on purpose")

        when:
        store().fill({ throw failure } as Supplier, now)

        then:
        def seen = thrown(IllegalStateException)
        seen.is(failure)
        store().find(TestIds.user()) == new RevocationStore.Unfilled()
    }

    def "a store may be filled twice, and by many at once"() {
        given:
        def user = TestIds.user()
        def other = TestIds.user()

        when:
        fill([below(user, 2)])
        fill([below(other, 3)])
        Parallel.times(8) { int i -> (i % 2 ? store() : otherNode()).fill({ [below(user, 4)] } as Supplier, now) }

        then:
        found(user).lowestVersion() == 4
        found(other).lowestVersion() == 3
    }

    def "a filling of thousands is filled whole"() {
        given:
        def all = (1..5000).collect { TestIds.user() }

        expect:
        fill(all.collect { below(it, 2) })
        all.every { found(it).lowestVersion() == 2 }
    }

    def "parallel additions for one user all count"() {
        given:
        def user = TestIds.user()
        fill([])

        when:
        Parallel.times(40) { int i ->
            (i % 2 ? store() : otherNode()).add([token(user, "jti-$i"), below(user, i)], now)
            true
        }

        then:
        found(user) == new RevokedTokens((0..<40).collect { "jti-$it" as String } as Set, [] as Set, 39)
    }

    def "a user who is revoked again and again keeps only what still matters"() {
        given:
        def user = TestIds.user()
        fill([])

        when:
        def added = (1..600).collect { i ->
            clock.advance(Duration.ofMinutes(1))
            store().add([token(user, "jti-$i"), device(user, TestIds.session())], now)
            "jti-$i" as String
        }

        then:
        found(user).tokens().containsAll(added.takeRight(14))
        found(user).tokens().size() <= 100
        found(user).sessions().size() <= 100
    }

    protected Instant getNow() {
        clock.instant()
    }

    protected boolean fill(List<Revocation> truth) {
        store().fill({ truth } as Supplier, now)
    }

    protected RevokedTokens found(UserId user) {
        (store().find(user) as RevocationStore.Known).revoked()
    }

    protected Revocation token(UserId user, CharSequence jti) {
        Revocations.token(user, jti.toString(), now + LIFE)
    }

    protected Revocation device(UserId user, session) {
        Revocations.device(user, session, now + LIFE)
    }

    protected Revocation below(UserId user, long version) {
        Revocations.below(user, version, now + LIFE)
    }
}
