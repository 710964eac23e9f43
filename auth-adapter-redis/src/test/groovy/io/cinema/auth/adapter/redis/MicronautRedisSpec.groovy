package io.cinema.auth.adapter.redis

import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.devkit.Backends
import io.cinema.auth.domain.port.RevocationStore
import io.micronaut.context.ApplicationContext
import io.lettuce.core.RedisClient
import java.time.Instant
import java.util.function.Supplier
import spock.lang.Specification

class MicronautRedisSpec extends Specification {

    def "the store works on the client of Micronaut Redis, which needs no address of its own"() {
        given:
        def context = ApplicationContext.run(["redis.health.enabled": false])
        def place = RedisPlace.of(Backends.shared().redis().uri().toString())

        when:
        def store = new RedisRevocationStore(context.getBean(RedisClient), place, RedisSettings.DEFAULTS)

        then:
        store.reachable()
        store.fill({ [] } as Supplier, Instant.now())
        store.find(TestIds.user()) instanceof RevocationStore.Known

        cleanup:
        store?.close()
        context?.close()
    }
}
