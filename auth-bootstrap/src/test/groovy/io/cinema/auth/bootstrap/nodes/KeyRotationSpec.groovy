package io.cinema.auth.bootstrap.nodes

import io.cinema.auth.application.upkeep.SigningKeyUpkeep
import io.cinema.auth.bootstrap.fixture.Eventually
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.devkit.Backends
import io.cinema.auth.domain.port.SigningKeyGenerator
import io.cinema.auth.domain.port.SigningKeyRepository
import io.cinema.auth.domain.token.SigningKey
import java.time.Duration
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.atomic.AtomicBoolean
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.AutoCleanup
import spock.lang.Shared

/** Keys change while people sign in, on two nodes that learn of it each for itself. */
class KeyRotationSpec extends FunctionalSpec {
    static final Duration MINUTE = Duration.ofMinutes(1)
    static final int CLIENTS = 4
    static final Map<String, Object> OFTEN = ['auth.key.period': '20m', 'auth.key.notice': '5m']

    @Shared
    @AutoCleanup
    RunningService first = node()

    @Shared
    @AutoCleanup
    RunningService second = node()

    @Shared
    Person person = Person.signedUp(first.api())

    private static RunningService node() {
        RunningService.on(Backends.shared().postgres(), Backends.shared().redis(), 'key_rotation', OFTEN)
    }

    def "whichever node signs, and whichever key, no good token is refused while keys come, sign and go"() {
        given: "people who sign in on one node and show their token to both"
        AtomicBoolean over = new AtomicBoolean()
        AtomicInteger shown = new AtomicInteger()
        Queue<String> refused = new ConcurrentLinkedQueue<>()
        Set<String> signing = Collections.synchronizedSet([] as Set)
        List<Thread> clients = (1..CLIENTS).collect { i -> Thread.ofVirtual().start { signInAndShow(over, i, signing, refused, shown) } }

        when: "an hour passes, in which each node looks for keys once a minute, at its own second"
        Set<String> published = []
        60.times { minute ->
            clock.advance(Duration.ofSeconds(30))
            first.bean(SigningKeyUpkeep).run()
            clock.advance(Duration.ofSeconds(30))
            second.bean(SigningKeyUpkeep).run()
            published.addAll(kids(first))
            int soFar = shown.get()
            assert Eventually.holds { shown.get() >= soFar + CLIENTS || !refused.empty }
        }
        over.set(true)
        clients*.join()

        then:
        refused.toList() == []
        signing.size() >= 3
        published.containsAll(signing)

        when: "both had their look"
        first.bean(SigningKeyUpkeep).run()

        then:
        kids(first) == kids(second)
    }

    def "many who bring tokens of a key that a node has never heard of are all let in"() {
        given: "a key that was made, and signs, while one node could not look"
        pass(Duration.ofSeconds(31))
        SigningKeyRepository keys = first.bean(SigningKeyRepository)
        int next = keys.all().last().generation() + 1
        SigningKey sudden = first.bean(SigningKeyGenerator).generate(next, clock.instant(), clock.instant())
        assert keys.add(sudden)
        first.bean(SigningKeyUpkeep).run()
        List<SignedIn> devices = (1..20).collect { person.signIn(first.api()) }
        assert devices.collect { SignedIn.header(it.access).kid }.unique() == [sudden.id()]

        expect:
        Parallel.times(200) { i -> devices[i % 20].standing(second.api()) }.unique() == ['ok']
        kids(second).contains(sudden.id())
    }

    private void signInAndShow(AtomicBoolean over, int client, Set<String> signing, Queue<String> refused, AtomicInteger shown) {
        List<RunningService> nodes = client % 2 ? [first, second] : [second, first]
        while (!over.get()) {
            try {
                SignedIn device = person.signIn(nodes[0].api())
                signing << SignedIn.header(device.access).kid
                nodes.each { node ->
                    String standing = device.standing(node.api())
                    if (standing != 'ok') {
                        refused << "${SignedIn.header(device.access).kid}: $standing".toString()
                    }
                }
                shown.incrementAndGet()
            } catch (Throwable failure) {
                refused << failure.toString()
                return
            }
        }
    }

    private static List<String> kids(RunningService node) {
        node.api().get('//.well-known/jwks.json').json.keys*.kid
    }
}
