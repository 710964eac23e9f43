package io.cinema.auth.adapter.redis

import io.cinema.auth.devkit.RedisServer
import io.lettuce.core.RedisClient
import io.lettuce.core.api.sync.RedisCommands

/** A look at what stands in Redis, past the store. It comes back by itself after an outage. */
class Raw implements AutoCloseable {
    private final RedisClient client
    @Delegate
    final RedisCommands<String, String> redis

    Raw(RedisServer server) {
        client = RedisClient.create(server.uri().toString())
        redis = client.connect().sync()
    }

    @Override
    void close() {
        client.shutdown()
    }
}
