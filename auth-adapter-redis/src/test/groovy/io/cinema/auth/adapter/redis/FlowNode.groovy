package io.cinema.auth.adapter.redis

import io.cinema.auth.devkit.RedisServer
import io.cinema.auth.domain.port.SocialFlowStore
import io.lettuce.core.RedisClient

/** The store of flows as one node of the service has it. */
class FlowNode implements AutoCloseable {
    private final RedisClient client = RedisClient.create()
    @Delegate(includeTypes = SocialFlowStore)
    final RedisSocialFlowStore store

    FlowNode(RedisServer server, RedisSettings settings = Node.PATIENT) {
        this(RedisPlace.of(server.uri().toString()), settings)
    }

    FlowNode(RedisPlace place, RedisSettings settings = Node.PATIENT) {
        store = new RedisSocialFlowStore(client, place, settings)
    }

    @Override
    void close() {
        store.close()
        client.shutdown()
    }
}
