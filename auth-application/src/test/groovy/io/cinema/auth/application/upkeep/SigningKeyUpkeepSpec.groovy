package io.cinema.auth.application.upkeep

import io.cinema.auth.application.Away
import io.cinema.auth.contracts.fixture.AccessTokens
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.contracts.memory.MemoryAccessTokens
import io.cinema.auth.contracts.memory.MemoryDatabase
import io.cinema.auth.contracts.memory.MemorySigningKeyGenerator
import io.cinema.auth.contracts.memory.MemorySigningKeyRepository
import io.cinema.auth.domain.port.AccessTokenVerifier.Signed
import io.cinema.auth.domain.port.AccessTokenVerifier.UnknownKey
import io.cinema.auth.domain.port.KeyRing
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.SigningKeyRepository
import io.cinema.auth.domain.token.KeySchedule
import io.cinema.auth.domain.token.SigningKey
import java.time.Duration
import java.time.Instant
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.Specification

class SigningKeyUpkeepSpec extends Specification {
    static final Duration TICK = Duration.ofNanos(1000)
    static final Duration PERIOD = Duration.ofDays(30)
    static final Duration NOTICE = Duration.ofDays(1)
    static final Duration REMEMBRANCE = Duration.ofMinutes(21)
    static final Duration PAUSE = Duration.ofSeconds(30)

    final MutableClock clock = new MutableClock()
    final Instant start = clock.instant()
    final SigningKeyRepository repository = new MemorySigningKeyRepository(new MemoryDatabase())
    final MemoryAccessTokens.Issued issued = new MemoryAccessTokens.Issued()
    final Node node = node()
    final AtomicInteger reads = new AtomicInteger()
    final SigningKeyRepository counted = new CountedKeys(repository, reads)

    /** One node: its ring of keys, and what keeps it. */
    static class Node {
        MemoryAccessTokens ring
        SigningKeyUpkeep upkeep

        String sign(Instant now) {
            def user = Users.any()
            ring.sign(AccessTokens.claims(Sessions.opened(user, now), user.state(), now)).reveal()
        }

        boolean knows(String token) {
            ring.verify(token) instanceof Signed
        }
    }

    private Node node(SigningKeyRepository keys = repository) {
        def ring = new MemoryAccessTokens(issued, clock)
        def schedule = new KeySchedule(PERIOD, NOTICE, REMEMBRANCE)
        new Node(
            ring: ring,
            upkeep: new SigningKeyUpkeep(keys, new MemorySigningKeyGenerator(), ring, schedule, clock))
    }

    private List<Integer> generations() {
        repository.all()*.generation()
    }

    def "the first round makes the first key, which signs at once"() {
        when:
        node.upkeep.run()

        then:
        with(repository.all()) {
            size() == 1
            first().generation() == 1
            first().createdAt() == start
            first().activeFrom() == start
        }
        node.knows(node.sign(start))
    }

    def "before its first round a node can't sign"() {
        when:
        node.sign(start)

        then:
        thrown(PortUnavailableException)
    }

    def "the next key is made with notice before the period ends: #at"() {
        given:
        node.upkeep.run()

        when:
        clock.advance(at)
        3.times { node.upkeep.run() }

        then:
        repository.all()*.activeFrom() == [Duration.ZERO, *takeovers].collect { start + it }

        where:
        at                      || takeovers
        Duration.ZERO           || []
        PERIOD - NOTICE - TICK  || []
        PERIOD - NOTICE         || [PERIOD]
        PERIOD - TICK           || [PERIOD + NOTICE - TICK]
        PERIOD                  || [PERIOD + NOTICE]
        Duration.ofDays(400)    || [Duration.ofDays(401)]
    }

    def "the next key signs from the moment it takes over, not before"() {
        given:
        node.upkeep.run()
        clock.set(start + PERIOD - NOTICE)
        node.upkeep.run()
        def onlyFirst = node()
        onlyFirst.ring.load([repository.all().first()])

        expect:
        clock.set(start + PERIOD - TICK)
        onlyFirst.knows(node.sign(clock.instant()))

        and:
        clock.set(start + PERIOD)
        onlyFirst.ring.verify(node.sign(clock.instant())) instanceof UnknownKey
    }

    def "nodes that start at once make one key and know each other's tokens: #count nodes"() {
        given:
        def nodes = (1..count).collect { node() }

        when:
        Parallel.times(count) { int i -> nodes[i].upkeep.run() ?: true }
        def tokens = nodes.collect { it.sign(start) }

        then:
        generations() == [1]
        nodes.every { node -> tokens.every { node.knows(it) } }

        where:
        count << [2, 20]
    }

    def "nodes that make the next key at once make one, and all are ready for it"() {
        given:
        def nodes = (1..20).collect { node() }
        nodes.each { it.upkeep.run() }
        clock.set(start + PERIOD - NOTICE)

        when:
        Parallel.times(20) { int i -> nodes[i].upkeep.run() ?: true }
        clock.set(start + PERIOD)
        def tokens = nodes.collect { it.sign(clock.instant()) }

        then:
        generations() == [1, 2]
        nodes.every { node -> tokens.every { node.knows(it) } }
    }

    def "a node that reads, and only then loses the race for a key, takes the winner's"() {
        given:
        def winner = node()
        def loser = node(new OvertakenKeys(repository, { winner.upkeep.run() }))

        when:
        loser.upkeep.run()

        then:
        generations() == [1]
        winner.knows(loser.sign(start))
        loser.knows(winner.sign(start))
    }

    def "no key ever signs before every node that keeps its upkeep knows it: rounds every #pace, down for #down"() {
        given: "nodes that run one after another, the last long after the first, after a time in which none ran"
        def nodes = (0..2).collect { node() }
        nodes.each { it.upkeep.run() }
        clock.advance(down)
        nodes.each { it.upkeep.run() }

        when:
        def strangers = []
        def rounds = (3 * PERIOD.toMinutes()).intdiv(pace.toMinutes())
        rounds.times { int round ->
            3.times { int turn ->
                clock.advance(pace.dividedBy(3))
                def tokens = nodes.collect { it.sign(clock.instant()) }
                strangers += tokens.findAll { token -> !nodes.every { it.knows(token) } }
                nodes[turn].upkeep.run()
            }
        }

        then:
        strangers == []
        repository.all().last().generation() >= 3
        repository.all().size() <= 3

        where:
        pace                | down
        NOTICE              | Duration.ZERO
        NOTICE              | Duration.ofDays(400)
        NOTICE.dividedBy(7) | Duration.ofDays(29)
    }

    def "a retired key is published as long as its tokens may live, then forgotten everywhere"() {
        given:
        node.upkeep.run()
        clock.set(start + PERIOD - NOTICE)
        node.upkeep.run()
        clock.set(start + PERIOD - TICK)
        def last = node.sign(clock.instant())

        when:
        clock.set(start + PERIOD + REMEMBRANCE)
        node.upkeep.run()

        then:
        generations() == [1, 2]
        node.knows(last)

        when:
        clock.advance(TICK)
        node.upkeep.run()

        then:
        generations() == [2]
        node.ring.verify(last) instanceof UnknownKey
        node.knows(node.sign(clock.instant()))
    }

    def "a generation never comes back: after #rounds periods the keys are numbered on"() {
        when:
        rounds.times {
            node.upkeep.run()
            clock.advance(PERIOD - NOTICE)
            node.upkeep.run()
            clock.advance(NOTICE)
        }
        clock.advance(REMEMBRANCE + TICK)
        node.upkeep.run()

        then:
        repository.all().first().generation() > 1
        generations() == generations().toSorted().unique()

        where:
        rounds << [2, 12]
    }

    def "a node that can't read its keys goes on with those it has"() {
        given:
        node.upkeep.run()
        def cutOff = node(Away.port(SigningKeyRepository))
        cutOff.ring.load(repository.all())

        when:
        cutOff.upkeep.run()

        then:
        thrown(PortUnavailableException)
        node.knows(cutOff.sign(start))
    }

    def "an unknown key makes a node read the keys, and not again within the pause"() {
        given:
        def other = node()
        other.upkeep.run()
        def token = other.sign(start)
        def node = node(counted)

        expect:
        node.ring.verify(token) instanceof UnknownKey
        node.upkeep.reloadForUnknownKey()
        node.knows(token)

        and:
        clock.set(start + PAUSE - TICK)
        node.upkeep.reloadForUnknownKey()
        reads.get() == 1

        and:
        clock.set(start + PAUSE)
        node.upkeep.reloadForUnknownKey()
        reads.get() == 2
    }

    def "of a thousand parallel tries one reads the keys, and all may look again once it has"() {
        given: "a node that reads slowly, and another one's token"
        def other = node()
        other.upkeep.run()
        def token = other.sign(start)
        def everybodyCame = new CountDownLatch(1)
        def slow = node(new OvertakenKeys(counted, { everybodyCame.await() }))
        def came = new AtomicInteger()

        expect:
        Parallel.times(1000) {
            if (came.incrementAndGet() == 1000) {
                everybodyCame.countDown()
            }
            slow.upkeep.reloadForUnknownKey() && slow.knows(token)
        }.every()
        reads.get() == 1
    }

    def "a try while the keys can't be read is one for nothing, and counts for the pause"() {
        given:
        def keys = new OvertakenKeys(repository, { throw PortUnavailableException.down("SigningKeyRepository", null) })
        def unlucky = node(keys)

        expect:
        !unlucky.upkeep.reloadForUnknownKey()
        !unlucky.upkeep.reloadForUnknownKey()

        and:
        clock.advance(PAUSE)
        unlucky.upkeep.reloadForUnknownKey()
    }

    def "reading for an unknown key neither makes nor forgets one"() {
        given:
        node.upkeep.run()
        clock.set(start + PERIOD)
        node.upkeep.run()
        def before = repository.all()
        clock.advance(PERIOD + PERIOD)

        expect:
        node.upkeep.reloadForUnknownKey()
        repository.all() == before
    }

    def "a node that can't open the stored keys makes none"() {
        given:
        node.upkeep.run()
        clock.set(start + PERIOD - NOTICE)

        when:
        locked().run()

        then:
        thrown(IllegalStateException)
        generations() == [1]
    }

    def "a key that can't be opened does not fail the request that asked"() {
        given:
        node.upkeep.run()

        expect:
        !locked().reloadForUnknownKey()
    }

    /** The upkeep of a node that has another master key. */
    private SigningKeyUpkeep locked() {
        KeyRing ring = { throw new IllegalStateException("sealed under another master key") }
        new SigningKeyUpkeep(
            repository, new MemorySigningKeyGenerator(), ring, new KeySchedule(PERIOD, NOTICE, REMEMBRANCE), clock)
    }

    /** Keys that tell how often they are read. */
    static class CountedKeys implements SigningKeyRepository {
        @Delegate
        private final SigningKeyRepository keys
        private final AtomicInteger reads

        CountedKeys(SigningKeyRepository keys, AtomicInteger reads) {
            this.keys = keys
            this.reads = reads
        }

        @Override
        List<SigningKey> all() {
            reads.incrementAndGet()
            keys.all()
        }
    }

    /** Keys to which something happens right after they are first read. */
    static class OvertakenKeys implements SigningKeyRepository {
        @Delegate
        private final SigningKeyRepository keys
        private Closure<?> afterRead

        OvertakenKeys(SigningKeyRepository keys, Closure<?> afterRead) {
            this.keys = keys
            this.afterRead = afterRead
        }

        @Override
        List<SigningKey> all() {
            def read = keys.all()
            def event = afterRead
            afterRead = null
            event?.call()
            read
        }
    }
}
