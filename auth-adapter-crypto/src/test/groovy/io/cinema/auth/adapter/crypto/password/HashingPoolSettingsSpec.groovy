package io.cinema.auth.adapter.crypto.password

import spock.lang.Specification

/** Each thread keeps the memory of a hash, in the heap: more than fit would end the service by and by. */
class HashingPoolSettingsSpec extends Specification {
    private static final long MIB = 1L << 20

    def "#cores cores and #heap MiB: #threads hashes at a time"() {
        given:
        Argon2Settings argon2 = new Argon2Settings(kib, 2, 1)

        when:
        HashingPoolSettings pool = HashingPoolSettings.of(cores, heap * MIB, argon2)

        then:
        pool.threads() == threads

        where:
        cores | heap | kib    || threads
        1     | 256  | 19_456 || 1
        4     | 256  | 19_456 || 4
        16    | 256  | 19_456 || 6
        16    | 1024 | 19_456 || 16
        4     | 256  | 65_536 || 2
        4     | 64   | 65_536 || 1
    }

    def "what would fill the heap is refused: #threads threads, #heap MiB"() {
        given:
        HashingPoolSettings pool = new HashingPoolSettings(threads, java.time.Duration.ofSeconds(1))

        when:
        pool.requireRoom(new Argon2Settings(19_456, 2, 1), heap * MIB)

        then:
        IllegalArgumentException e = thrown()
        e.message.contains("of the heap of $heap MiB")

        where:
        threads | heap
        11      | 256
        1       | 20
    }

    def "what fits is not"() {
        when:
        new HashingPoolSettings(10, java.time.Duration.ofSeconds(1)).requireRoom(new Argon2Settings(19_456, 2, 1), 256 * MIB)

        then:
        noExceptionThrown()
    }
}
