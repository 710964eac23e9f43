package io.cinema.auth.adapter.redis

import java.time.Duration

/** Waits for what another process does, and no longer than it takes. */
class Eventually {
    static boolean eventually(Duration limit = Duration.ofSeconds(15), Closure<?> condition) {
        def deadline = System.nanoTime() + limit.toNanos()
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                return false
            }
            Thread.sleep(10)
        }
        true
    }
}
