package io.cinema.auth.adapter.redis

import io.cinema.auth.devkit.RedisCluster
import io.cinema.auth.devkit.RedisServer

/** One cluster for all specs that break nothing of it, or mend it again. */
class Cluster {
    static final RedisCluster SHARED = RedisCluster.temporary()
    static final RedisPlace PLACE = RedisPlace.of(SHARED.uri())
    static final int SLOT = RedisKeys.OF_CLUSTER.slot()

    static void empty() {
        at(master()) { it.flushall() }
    }

    /** The server that has our keys now, as a server that is well sees it. */
    static RedisServer master() {
        RedisServer well = SHARED.servers().find { answers(it) }
        int port = at(well) { redis -> redis.clusterSlots().find { it[0] <= SLOT && SLOT <= it[1] }[2][1] as int }
        SHARED.servers().find { it.port() == port }
    }

    static <T> T at(RedisServer server, Closure<T> work) {
        new Raw(server).withCloseable { work(it.redis) }
    }

    private static boolean answers(RedisServer server) {
        try {
            at(server) { it.clusterInfo().contains("cluster_state:ok") }
        } catch (io.lettuce.core.RedisException away) {
            false
        }
    }
}
