package io.cinema.auth.adapter.redis

import io.cinema.auth.devkit.RedisServer
import io.cinema.auth.domain.port.RevocationStore
import io.cinema.auth.domain.session.Revocation
import io.lettuce.core.RedisClient
import java.time.Duration
import java.time.Instant
import java.util.function.Supplier

/** The store as one node of the service has it. */
class Node implements AutoCloseable {
    /** For specs that are not about time: a busy machine is no outage. */
    static final RedisSettings PATIENT = new RedisSettings(Duration.ofSeconds(5),
        Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofMillis(200), 1024)

    private final RedisClient client = RedisClient.create()
    @Delegate(includeTypes = RevocationStore)
    final RedisRevocationStore store

    Node(RedisServer server, RedisSettings settings = PATIENT) {
        this(RedisPlace.of(server.uri().toString()), settings)
    }

    Node(RedisPlace place, RedisSettings settings = PATIENT) {
        store = new RedisRevocationStore(client, place, settings)
    }

    boolean fillWith(List<Revocation> truth, Instant now = Instant.now()) {
        store.fill({ truth } as Supplier, now)
    }

    @Override
    void close() {
        store.close()
        client.shutdown()
    }
}
