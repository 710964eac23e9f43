package io.cinema.auth.bootstrap.nodes

import io.cinema.auth.adapter.redis.RedisRevocationStore
import io.cinema.auth.bootstrap.fixture.Eventually
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.Shell
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.devkit.Backends
import io.cinema.auth.devkit.RedisCluster
import spock.lang.AutoCleanup
import spock.lang.Shared

/** Two nodes on a Redis Cluster, of which the servers fail one after another. */
class RedisClusterSpec extends FunctionalSpec {
    @Shared
    @AutoCleanup
    RedisCluster cluster = RedisCluster.temporary()

    @Shared
    @AutoCleanup
    RunningService node = started()

    @Shared
    @AutoCleanup
    RunningService neighbour = started()

    @Shared
    Person person = Person.signedUp(node.api())

    private RunningService started() {
        RunningService.on(Backends.shared().postgres(), Backends.shared().redis(), 'redis_cluster', ['auth.redis.uri': cluster.uri()])
    }

    def "who signs out on one node is refused by the other in the very next request, whichever master is lost meanwhile"() {
        given:
        SignedIn longGone = signedOut()

        expect:
        cluster.servers().take(3).every { server ->
            server.stop()
            // All of it: a lost connection, an election, and a successor that is filled.
            boolean back = Eventually.holds {
                5.times {
                    SignedIn device = signedOut()
                    assert device.standing(neighbour.api()) == 'token-revoked'
                    assert longGone.standing(node.api()) == 'token-revoked'
                    assert person.signIn(neighbour.api()).standing(node.api()) == 'ok'
                }
                [node, neighbour].every { it.bean(RedisRevocationStore).believed() }
            }
            server.start()
            back
        }
        new Shell(node, ['auth.redis.uri': cluster.uri()]).run('doctor').out.contains('the copy of what is revoked is filled')
    }

    private SignedIn signedOut() {
        SignedIn device = person.signIn(node.api())
        assert device.standing(neighbour.api()) == 'ok'
        assert device.api.post('/auth/logout').status == 204
        device
    }
}
