package io.cinema.auth.adapter.redis

import io.cinema.auth.contracts.OutageContract
import io.cinema.auth.contracts.fixture.Revocations
import io.cinema.auth.contracts.fixture.SocialFlows
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.devkit.RedisServer
import io.cinema.auth.domain.secret.Secret
import java.time.Duration
import java.time.Instant
import java.util.function.Supplier
import spock.lang.AutoCleanup
import spock.lang.Shared

class StoppedRedisSpec extends OutageContract {
    @Shared @AutoCleanup
    RedisServer server = RedisServer.temporary()
    @Shared @AutoCleanup
    Node store = new Node(server, RedisSettings.DEFAULTS)
    @Shared @AutoCleanup
    FlowNode flows = new FlowNode(server, RedisSettings.DEFAULTS)

    @Override
    Map<String, Closure<?>> calls() {
        def now = Instant.now()
        def revocation = Revocations.below(TestIds.user(), 2, now + Duration.ofMinutes(15))
        [find: { store.find(TestIds.user()) },
         add : { store.add([revocation], now) },
         fill: { store.fill({ [revocation] } as Supplier, now) || refused() },
         put : { flows.put(SocialFlows.signIn(now), now) },
         take: { flows.take(Secret.of("state")) }]
    }

    private static void refused() {
        throw new IllegalStateException("not filled")
    }

    @Override
    void stopBackend() {
        server.stop()
    }

    @Override
    void startBackend() {
        server.start()
    }

    @Override
    Duration limit() {
        Duration.ofMillis(500)
    }
}
