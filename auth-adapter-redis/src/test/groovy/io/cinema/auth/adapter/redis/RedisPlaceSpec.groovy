package io.cinema.auth.adapter.redis

import spock.lang.Specification

class RedisPlaceSpec extends Specification {

    def "#uri is a place, and its text tells no password"() {
        when:
        def text = RedisPlace.of(uri).toString()

        then:
        !text.contains("secret")
        hosts.every { text.contains(it) }

        where:
        uri                                                              || hosts
        "redis://localhost"                                              || ["localhost"]
        "redis://auth:secret@localhost:6380/2"                           || ["localhost:6380"]
        "rediss://:secret@redis.example.com:6380?verifyPeer=CA"          || ["rediss://", "redis.example.com:6380"]
        "redis-sentinel://a:1,b:2,c#auth"                                || ["a:1", "b:2", "c", "auth"]
        "redis-sentinel://auth:secret@a:1,b:2/3?sentinelMasterId=auth"   || ["a:1", "b:2", "auth"]
        "rediss-sentinel://:secret@a,b#auth"                             || ["rediss-sentinel://", "a", "b"]
        "redis-cluster://a"                                              || ["redis-cluster://a:6379"]
        "redis-cluster://a:1,b:2,c"                                      || ["redis-cluster://a:1,b:2,c:6379"]
        "rediss-cluster://auth:secret@a:1,b:2/0?verifyPeer=CA"           || ["rediss-cluster://a:1,b:2"]
    }

    def "'#uri' is none"() {
        when:
        RedisPlace.of(uri)

        then:
        thrown(IllegalArgumentException)

        where:
        uri << ["", "localhost:6379", "http://localhost", "redis:", "redis-sentinel://a:1", "redis-cluster:", "redis-cluster://",
                "redis-cluster:///", "redis-cluster://a:1,", "redis-cluster://a/1", "redis-cluster://a#auth", "redis-cluster://a:b",
                "redis-cluster://a:70000", "redis-cluster://a b"]
    }
}
