package io.cinema.auth.adapter.redis

import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.devkit.Backends
import io.cinema.auth.domain.port.RevocationStore
import io.micronaut.configuration.lettuce.DefaultRedisConfiguration
import io.micronaut.context.ApplicationContext
import io.lettuce.core.RedisClient
import java.time.Instant
import java.util.function.Supplier
import spock.lang.Specification

class MicronautRedisSpec extends Specification {

    def "the store works on the client and the address of Micronaut Redis"() {
        given:
        def context = ApplicationContext.run(["redis.uri": Backends.shared().redis().uri().toString()])
        def redis = context.getBean(DefaultRedisConfiguration)

        when:
        def store = new RedisRevocationStore(
            context.getBean(RedisClient), redis.uri.orElse(redis), RedisSettings.DEFAULTS)

        then:
        store.reachable()
        store.fill({ [] } as Supplier, Instant.now())
        store.find(TestIds.user()) instanceof RevocationStore.Known

        cleanup:
        store?.close()
        context?.close()
    }
}
