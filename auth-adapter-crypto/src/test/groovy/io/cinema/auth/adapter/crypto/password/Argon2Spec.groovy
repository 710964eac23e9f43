package io.cinema.auth.adapter.crypto.password

import org.bouncycastle.crypto.params.Argon2Parameters
import spock.lang.Specification

class Argon2Spec extends Specification {
    static final RFC_9106 = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"

    def "the test vector of RFC 9106 section 5.3, with #kept KiB kept, again and again"() {
        given:
        def argon2 = new Argon2(kept)

        expect:
        (1..3).every { argon2.tag(rfc9106(), [1] * 32 as byte[], 32).encodeHex().toString() == RFC_9106 }

        where:
        kept << [0, 8, 31, 32, 64]
    }

    def "memory that was used for another hash before changes nothing"() {
        given:
        def argon2 = new Argon2(64)
        def salt = [7] * 16 as byte[]

        when:
        argon2.tag(Argon2.parameters(new Argon2Settings(64, 3, 2), salt), "another".bytes, 64)

        then:
        argon2.tag(rfc9106(), [1] * 32 as byte[], 32).encodeHex().toString() == RFC_9106
    }

    def "kept memory is wiped after a hash"() {
        given:
        def memory = new Argon2Memory(2)
        def block = memory.allocate()
        block.@v[3] = 42L

        when:
        memory.deallocate(block)

        then:
        block.@v.every { it == 0L }
        memory.rewound().allocate().is(block)
    }

    private static Argon2Parameters.Builder rfc9106() {
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withIterations(3)
            .withMemoryAsKB(32)
            .withParallelism(4)
            .withSalt([2] * 16 as byte[])
            .withSecret([3] * 8 as byte[])
            .withAdditional([4] * 12 as byte[])
    }
}
