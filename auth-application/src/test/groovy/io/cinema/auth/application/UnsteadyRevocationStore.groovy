package io.cinema.auth.application

import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.RevocationStore
import io.cinema.auth.domain.session.Revocation
import java.time.Instant
import java.util.function.Supplier

/**
 * One node's way to a revocation store, which can break and come back. As the port asks, a node that
 * could not publish takes its store for unfilled until it is filled again.
 */
class UnsteadyRevocationStore implements RevocationStore {
    /** What the node reaches when the way is open; nodes may share it. */
    final RevocationStore backend

    volatile boolean away
    private volatile boolean missed

    UnsteadyRevocationStore(RevocationStore backend) {
        this.backend = backend
    }

    @Override
    Lookup find(UserId user) {
        reach()
        missed ? new Unfilled() : backend.find(user)
    }

    @Override
    void add(Collection<Revocation> revocations, Instant now) {
        missed = missed || away
        reach()
        backend.add(revocations, now)
    }

    @Override
    boolean fill(Supplier<List<Revocation>> truth, Instant now) {
        reach()
        boolean filled = backend.fill(truth, now)
        missed = missed && !filled
        filled
    }

    private void reach() {
        if (away) {
            throw PortUnavailableException.down("RevocationStore", null)
        }
    }
}
