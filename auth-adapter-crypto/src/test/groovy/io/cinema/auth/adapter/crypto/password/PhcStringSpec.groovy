package io.cinema.auth.adapter.crypto.password

import spock.lang.Specification

class PhcStringSpec extends Specification {
    static final SALT = 'A' * 22
    static final TAG = 'A' * 43
    static final GOOD = "\$argon2id\$v=19\$m=19456,t=2,p=1\$$SALT\$$TAG".toString()

    def "a hash is read and written again alike"() {
        given:
        def hash = PhcString.parse(GOOD).get()

        expect:
        hash.text() == GOOD
        [hash.version(), hash.memoryKib(), hash.iterations(), hash.parallelism()] == [19, 19456, 2, 1]
        hash.salt().length == 16
        hash.tag().length == 32
        hash.toString() == "[redacted]"
    }

    def "not read: #text"() {
        expect:
        PhcString.parse(text.toString()).empty

        where:
        text << ["", GOOD + "\n", " " + GOOD, GOOD + "\$", GOOD + "=",
                 GOOD.replace("argon2id", "argon2i"), GOOD.replace("argon2id", "Argon2id"),
                 GOOD.replace("v=19\$", ""), GOOD.replace("v=19", "v=20"), GOOD.replace("v=19", "v=019"),
                 GOOD.replace("m=19456", "m=019456"), GOOD.replace("m=19456", "m=+19456"),
                 GOOD.replace("m=19456", "m=-1"), GOOD.replace("m=19456", "m=0"), GOOD.replace("m=19456", "m=99999999999"),
                 GOOD.replace("t=2,p=1", "p=1,t=2"), GOOD.replace("t=2", "t=2,t=2"), GOOD.replace("m=19456", "m=１９"),
                 "\$argon2id\$v=19\$m=19456,t=2,p=1\$$SALT", "\$argon2id\$v=19\$m=19456,t=2,p=1\$\$$TAG",
                 "\$argon2id\$v=19\$m=19456,t=2,p=1\$${'A' * 10}\$$TAG",
                 "\$argon2id\$v=19\$m=19456,t=2,p=1\$$SALT\$${'A' * 15}",
                 "\$argon2id\$v=19\$m=19456,t=2,p=1\$$SALT\$${'A' * 100}",
                 "\$argon2id\$v=19\$m=19456,t=2,p=1\$${'A' * 21}-\$$TAG",
                 "\$argon2id\$v=19\$m=19456,t=2,p=1\$${'A' * 21}B\$$TAG",
                 "\$argon2id\$v=19\$m=19456,t=2,p=1\$$SALT\$${'A' * 42}B",
                 "\$argon2id\$v=19\$m=19456,t=2,p=1\$${'A' * 25}\$$TAG",
                 GOOD + "A" * 100_000]
    }
}
