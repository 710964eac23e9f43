package io.cinema.auth.adapter.redis

import io.cinema.auth.devkit.RedisServer
import io.cinema.auth.domain.port.SocialFlowStore
import io.lettuce.core.RedisClient
import io.lettuce.core.RedisURI

/** The store of flows as one node of the service has it. */
class FlowNode implements AutoCloseable {
    private final RedisClient client = RedisClient.create()
    @Delegate(includeTypes = SocialFlowStore)
    final RedisSocialFlowStore store

    FlowNode(RedisServer server, RedisSettings settings = Node.PATIENT) {
        store = new RedisSocialFlowStore(client, RedisURI.create(server.uri()), settings)
    }

    @Override
    void close() {
        store.close()
        client.shutdown()
    }
}
