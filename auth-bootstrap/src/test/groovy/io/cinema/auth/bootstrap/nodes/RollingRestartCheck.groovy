package io.cinema.auth.bootstrap.nodes

import io.cinema.auth.bootstrap.fixture.ServiceProcess
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.devkit.Backends
import io.cinema.auth.devkit.RedisServer
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/**
 * Both nodes are restarted, one after the other, and nobody notices. Not part of the suite, as it takes long where there
 * are few cores: bin/rolling-restart-check.
 */
class RollingRestartCheck extends Specification {
    @Shared
    @AutoCleanup
    RedisServer redis = RedisServer.temporary()

    @Shared
    Map<String, String> environment = ServiceProcess.environment(Backends.shared().postgres(), redis, 'rolling_restart') +
        [AUTH_PASSWORD_MEMORY_KIB: '64', AUTH_PASSWORD_ITERATIONS: '1', AUTH_THROTTLE_ADDRESS_FREE: '1000000', AUTH_SHUTDOWN_DELAY: '1s']

    @AutoCleanup
    Balancer balancer = new Balancer()

    def "no request is lost, by nobody"() {
        given:
        List<ServiceProcess> nodes = Parallel.times(2) { ServiceProcess.started(environment) }
        nodes.each { balancer.add(it) }
        Load load = Load.on { balancer.next() }
        load.goOn()

        when:
        nodes.eachWithIndex { node, i ->
            node.close()
            balancer.forget(node)
            nodes[i] = ServiceProcess.started(environment)
            balancer.add(nodes[i])
            load.goOn()
        }
        load.close()

        then:
        load.failures == []
        nodes.collectMany { it.said }.findAll { it.contains(' ERROR ') } == []

        cleanup:
        load?.close()
        nodes*.close()
    }
}
