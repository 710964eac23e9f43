package io.cinema.auth.contracts

import io.cinema.auth.contracts.memory.MemoryPasswordHasher
import io.cinema.auth.domain.credential.Password
import io.cinema.auth.domain.credential.PasswordHash
import io.cinema.auth.domain.port.PasswordHasher
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.PortUnavailableException.Reason
import java.time.Duration
import java.util.concurrent.Semaphore
import java.util.concurrent.TimeUnit

/** The contract of load, on a hasher that is slow on purpose and lets few in. */
class HashingLoadContractSpec extends HashingLoadContract {
    private final PasswordHasher hasher = new FewAtATime()

    @Override
    PasswordHasher hasher() {
        hasher
    }

    @Override
    int capacity() {
        3
    }

    static class FewAtATime implements PasswordHasher {
        private final MemoryPasswordHasher slow = new MemoryPasswordHasher(90_000)
        private final Semaphore places = new Semaphore(3)
        private final Semaphore permits = new Semaphore(1)

        @Override
        PasswordHash hash(Password password) {
            limited { slow.hash(password) }
        }

        @Override
        boolean matches(Password password, PasswordHash hash) {
            limited { slow.matches(password, hash ?: slow.hash(password)) && hash != null }
        }

        @Override
        boolean outdated(PasswordHash hash) {
            slow.outdated(hash)
        }

        private <T> T limited(Closure<T> work) {
            if (!places.tryAcquire()) {
                throw overloaded(null)
            }
            try {
                if (!permits.tryAcquire(500, TimeUnit.MILLISECONDS)) {
                    throw overloaded(null)
                }
                try {
                    return work.call()
                } finally {
                    permits.release()
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt()
                throw overloaded(interrupted)
            } finally {
                places.release()
            }
        }

        private static PortUnavailableException overloaded(Throwable cause) {
            new PortUnavailableException("PasswordHasher", Reason.OVERLOADED, Duration.ofSeconds(1), cause)
        }
    }
}
