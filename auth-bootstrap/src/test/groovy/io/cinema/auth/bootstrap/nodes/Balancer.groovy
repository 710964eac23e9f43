package io.cinema.auth.bootstrap.nodes

import io.cinema.auth.bootstrap.fixture.Api
import io.cinema.auth.bootstrap.fixture.ServiceProcess
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.atomic.AtomicInteger

/** What stands before the nodes: asks each four times a second whether it is ready, and sends requests in turn to those that are. */
final class Balancer implements AutoCloseable {
    private static final long PAUSE_MILLIS = 250

    private final List<ServiceProcess> nodes = new CopyOnWriteArrayList<>()
    private final Set<ServiceProcess> ready = ConcurrentHashMap.newKeySet()
    private final AtomicInteger turn = new AtomicInteger()
    private final Thread prober
    private volatile boolean closed

    Balancer() {
        prober = Thread.ofVirtual().start {
            while (!closed) {
                nodes.each { probe(it) }
                Thread.sleep(PAUSE_MILLIS)
            }
        }
    }

    /** Returns once it is sent requests. */
    void add(ServiceProcess node) {
        nodes << node
        probe(node)
        assert node in ready
    }

    /** It is gone already. */
    void forget(ServiceProcess node) {
        nodes.remove(node)
        ready.remove(node)
    }

    /** The node whose turn it is. */
    Api next() {
        List<ServiceProcess> able = nodes.findAll { it in ready }
        assert !able.empty: 'no node is ready'
        able[Math.floorMod(turn.getAndIncrement(), able.size())].api()
    }

    private void probe(ServiceProcess node) {
        try {
            if (node.api().get('//health/readiness').status == 200) {
                ready << node
            } else {
                ready.remove(node)
            }
        } catch (IOException gone) {
            ready.remove(node)
        }
    }

    @Override
    void close() {
        closed = true
        prober.join()
    }
}
