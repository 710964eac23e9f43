package io.cinema.auth.application

import io.cinema.auth.contracts.memory.MemoryPasswordHasher
import io.cinema.auth.domain.credential.Password
import io.cinema.auth.domain.credential.PasswordHash
import io.cinema.auth.domain.port.PasswordHasher
import io.cinema.auth.domain.port.PortUnavailableException
import java.time.Duration
import java.util.concurrent.atomic.AtomicInteger
import java.util.concurrent.atomic.AtomicReference

/** A hasher that counts its work, and lets something happen while it is at it, as a slow one does. */
class ObservedHasher implements PasswordHasher {
    private final PasswordHasher hasher
    private final AtomicInteger hashed = new AtomicInteger()
    private final AtomicInteger compared = new AtomicInteger()
    private final AtomicReference<Closure<?>> whileHashing = new AtomicReference<>()
    private final AtomicReference<Closure<?>> whileComparing = new AtomicReference<>()

    ObservedHasher(int iterations = 1) {
        hasher = new MemoryPasswordHasher(iterations)
    }

    /** How many passwords were hashed to be kept. */
    int hashed() {
        hashed.get()
    }

    /** How many passwords were compared; each costs as much as a hash. */
    int compared() {
        compared.get()
    }

    /** Happens once, during the next {@link #hash}. */
    void whileHashing(Closure<?> event) {
        whileHashing.set(event)
    }

    /** Happens once, during the next {@link #matches}. */
    void whileComparing(Closure<?> event) {
        whileComparing.set(event)
    }

    static PortUnavailableException overloaded() {
        new PortUnavailableException(
            "PasswordHasher", PortUnavailableException.Reason.OVERLOADED, Duration.ofSeconds(1), null)
    }

    @Override
    PasswordHash hash(Password password) {
        hashed.incrementAndGet()
        whileHashing.getAndSet(null)?.call()
        hasher.hash(password)
    }

    @Override
    boolean matches(Password password, PasswordHash hash) {
        compared.incrementAndGet()
        whileComparing.getAndSet(null)?.call()
        hasher.matches(password, hash)
    }

    @Override
    boolean outdated(PasswordHash hash) {
        hasher.outdated(hash)
    }
}
