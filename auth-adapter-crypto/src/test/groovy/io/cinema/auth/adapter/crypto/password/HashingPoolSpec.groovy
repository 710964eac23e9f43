package io.cinema.auth.adapter.crypto.password

import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.PortUnavailableException.Reason
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.Specification
import spock.lang.Timeout

@Timeout(60)
class HashingPoolSpec extends Specification {
    static final LONG = Duration.ofSeconds(50)
    static final QUICK = new Argon2Settings(8, 1, 1)
    /** Expected to take 67 s. */
    static final SLOW = new Argon2Settings(1 << 20, 80, 1)

    private final started = new CountDownLatch(1)
    private final release = new CountDownLatch(1)
    private final ran = new AtomicInteger()
    private HashingPool pool

    def cleanup() {
        release.countDown()
        pool?.close()
    }

    def "no more hashes run at a time than there are threads"() {
        given:
        pool = pool(2, LONG)
        def running = new AtomicInteger()

        when:
        def seen = Parallel.times(200) {
            pool.run {
                def now = running.incrementAndGet()
                Thread.yield()
                running.decrementAndGet()
                now
            }
        }

        then:
        seen.size() == 200
        seen.max() <= 2
    }

    def "hashes run on low-priority daemons with a name"() {
        given:
        pool = pool(1, LONG)

        expect:
        with(pool.run { Thread.currentThread() }) {
            name == "password-hashing-1"
            priority == Thread.MIN_PRIORITY
            daemon
            !virtual
        }
    }

    def "a caller whose turn does not come is sent away, and its work never runs"() {
        given:
        pool = pool(1, Duration.ofMillis(30))
        def first = occupy()

        when:
        def refusals = Parallel.times(3) { refusal { pool.run { ran.incrementAndGet() } } }

        then:
        refusals*.reason() == [Reason.OVERLOADED] * 3
        refusals*.retryAfter() == [Duration.ofSeconds(1)] * 3

        when:
        release.countDown()
        first.join()
        pool.close()

        then:
        ran.get() == 0
    }

    def "a caller whose turn has come gets its answer, however long it takes"() {
        given:
        pool = pool(1, Duration.ofMillis(1))
        def first = occupy()

        when:
        refusal { pool.run { ran.incrementAndGet() } }
        release.countDown()

        then:
        first.join() == "done"
    }

    def "what cannot finish in time is refused at once"() {
        given:
        pool = pool(1, LONG, SLOW)
        def first = occupy()
        def second = Thread.startVirtualThread { pool.run { ran.incrementAndGet() } }
        while (second.state != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait()
        }

        when:
        def start = System.nanoTime()
        def refused = refusal { pool.run { ran.incrementAndGet() } }

        then:
        refused.reason() == Reason.OVERLOADED
        Duration.ofNanos(System.nanoTime() - start) < Duration.ofSeconds(10)

        when:
        release.countDown()
        first.join()
        second.join()

        then: "only the one that was taken on"
        ran.get() == 1
    }

    def "an interrupted caller leaves, stays interrupted, and its work never runs"() {
        given:
        pool = pool(1, LONG)
        def first = occupy()

        when:
        Thread.currentThread().interrupt()
        def refused = refusal { pool.run { ran.incrementAndGet() } }

        then:
        Thread.interrupted()
        refused != null

        when:
        release.countDown()
        first.join()
        pool.close()

        then:
        ran.get() == 0
    }

    def "every place comes back: after a #end"() {
        given:
        pool = pool(1, LONG, SLOW)

        when:
        5.times {
            try {
                pool.run(work)
            } catch (IllegalStateException expected) {
                assert expected.message == "a password hash failed"
            }
        }

        then:
        pool.run { "works" } == "works"

        where:
        end         | work
        "good hash" | { "good" }
        "failure"   | { throw new IOException("broken") }
        "error"     | { throw new OutOfMemoryError("not really") }
    }

    def "how much is taken on follows how long hashes take"() {
        given:
        def pace = HashingPace.expectedOf(Argon2Settings.DEFAULT)
        pool = new HashingPool(new HashingPoolSettings(2, Duration.ofMillis(900)), pace)

        expect:
        pool.most() == 2 * 28

        when: "the machine is busy"
        100.times { pace.took(Duration.ofMillis(100).toNanos()) }

        then:
        pool.most() in [2 * 8, 2 * 9]

        when: "one takes longer than anybody waits"
        100.times { pace.took(Duration.ofSeconds(5).toNanos()) }

        then: "one may still wait for each that runs"
        pool.most() == 2 * 2

        when: "it is quiet again"
        100.times { pace.took(Duration.ofMillis(30).toNanos()) }

        then:
        pool.most() in 2 * 28..2 * 30
    }

    private static HashingPool pool(int threads, Duration longestWait, Argon2Settings expected = QUICK) {
        new HashingPool(new HashingPoolSettings(threads, longestWait), HashingPace.expectedOf(expected))
    }

    /** Keeps a thread busy until released. */
    private CompletableFuture<String> occupy() {
        def answer = new CompletableFuture<String>()
        Thread.startVirtualThread {
            answer.complete(pool.run {
                started.countDown()
                release.await()
                "done"
            })
        }
        started.await()
        answer
    }

    private static PortUnavailableException refusal(Closure<?> call) {
        try {
            call()
            null
        } catch (PortUnavailableException refused) {
            refused
        }
    }
}
