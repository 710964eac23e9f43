package io.cinema.auth.bootstrap.nodes

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Api
import io.cinema.auth.bootstrap.fixture.Eventually
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import java.time.Duration
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.atomic.AtomicInteger

/** People who sign in, look, refresh and sign out all the time, each request on the node whose turn it is. */
final class Load implements AutoCloseable {
    private static final int CLIENTS = 6

    /** Nodes that start beside it need the cores as well. */
    private static final long PAUSE_MILLIS = 10

    private final Closure<Api> next
    private final AtomicInteger done = new AtomicInteger()
    private final Queue<String> lost = new ConcurrentLinkedQueue<>()
    private final List<Thread> clients
    private volatile boolean over

    private Load(Closure<Api> next) {
        this.next = { Thread.sleep(PAUSE_MILLIS); next.call() } as Closure<Api>
        this.clients = (1..CLIENTS).collect {
            Person person = Person.signedUp(next())
            Thread.ofVirtual().start { repeat(person) }
        }
    }

    /** @param next the node for one request */
    static Load on(Closure<Api> next) {
        new Load(next)
    }

    /** Lets everybody go round once more, or fail. */
    void goOn() {
        int soFar = done.get()
        assert Eventually.holds(Duration.ofMinutes(2)) { done.get() >= soFar + 2 * CLIENTS || !lost.empty }
    }

    int getRounds() {
        done.get()
    }

    List<String> getFailures() {
        lost.toList()
    }

    @Override
    void close() {
        over = true
        clients*.join()
    }

    private void repeat(Person person) {
        while (!over) {
            try {
                round(person)
                done.incrementAndGet()
            } catch (Throwable failure) {
                lost << "${person.login}: $failure".toString()
            }
        }
    }

    private void round(Person person) {
        SignedIn device = person.signIn(next())
        expect('ok', device)
        SignedIn fresh = device.refreshed(next())
        expect('ok', device)
        expect('ok', fresh)
        Answer signedOut = fresh.api.at(next()).post('/auth/logout')
        assert signedOut.status == 204: signedOut
        expect('token-revoked', fresh)
        assert fresh.tryRefresh(next()).problem == 'session-ended'
    }

    private void expect(String standing, SignedIn device) {
        String seen = device.standing(next())
        assert seen == standing
    }
}
