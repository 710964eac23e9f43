package io.cinema.auth.adapter.crypto.password

import io.cinema.auth.contracts.PasswordHasherContract
import io.cinema.auth.domain.credential.Password
import io.cinema.auth.domain.credential.PasswordHash
import io.cinema.auth.domain.port.PasswordHasher
import io.cinema.auth.domain.port.PortUnavailableException
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared

class Argon2PasswordHasherSpec extends PasswordHasherContract {
    static final POOL = new HashingPoolSettings(2, Duration.ofSeconds(20))

    @Shared @AutoCleanup
    Argon2PasswordHasher cheap = new Argon2PasswordHasher(new Argon2Settings(8, 1, 1), POOL)
    @Shared @AutoCleanup
    Argon2PasswordHasher stronger = new Argon2PasswordHasher(new Argon2Settings(64, 2, 2), POOL)

    @Override
    PasswordHasher hasher() {
        cheap
    }

    @Override
    PasswordHasher strongerHasher() {
        stronger
    }

    def "a hash is a PHC string with today's settings, 16 bytes of salt and 32 of tag"() {
        expect:
        stronger.hash(Password.of("correct horse")).reveal() ==~
            '\\$argon2id\\$v=19\\$m=64,t=2,p=2\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}'
    }

    def "a hash of the reference implementation in C matches: #phc"() {
        expect:
        cheap.matches(Password.of("password"), PasswordHash.of(phc))
        !cheap.matches(Password.of("passwore"), PasswordHash.of(phc))

        where: "test vectors of phc-winner-argon2"
        phc << ['$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
                '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4',
                '$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc']
    }

    def "a hash is outdated when its #what is below today's"() {
        expect:
        stronger.outdated(PasswordHash.of(phc)) == outdated

        where:
        what          | phc                                                                     || outdated
        "nothing"     | '$argon2id$v=19$m=64,t=2,p=2$' + 'A' * 22 + '$' + 'A' * 43               || false
        "memory"      | '$argon2id$v=19$m=63,t=2,p=2$' + 'A' * 22 + '$' + 'A' * 43               || true
        "iterations"  | '$argon2id$v=19$m=64,t=1,p=2$' + 'A' * 22 + '$' + 'A' * 43               || true
        "parallelism" | '$argon2id$v=19$m=64,t=2,p=1$' + 'A' * 22 + '$' + 'A' * 43               || true
        "version"     | '$argon2id$v=16$m=64,t=2,p=2$' + 'A' * 22 + '$' + 'A' * 43               || true
        "salt"        | '$argon2id$v=19$m=64,t=2,p=2$' + 'A' * 20 + '$' + 'A' * 43               || true
        "tag"         | '$argon2id$v=19$m=64,t=2,p=2$' + 'A' * 22 + '$' + 'A' * 22               || true
        "readability" | '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'             || true
    }

    def "a hash that would cost far more than ours is not computed: #parameters"() {
        expect:
        !cheap.matches(Password.of("password"),
            PasswordHash.of('$argon2id$v=19$' + parameters + '$' + 'A' * 22 + '$' + 'A' * 43))

        where:
        parameters << ["m=999999999,t=1,p=1", "m=65537,t=1,p=1", "m=64,t=999999999,p=1", "m=64,t=11,p=1",
                       "m=64,t=1,p=5", "m=8,t=1,p=2", "m=7,t=1,p=1"]
    }

    def "what is closed hashes nothing"() {
        given:
        def closed = new Argon2PasswordHasher(new Argon2Settings(8, 1, 1), POOL)
        closed.close()

        when:
        closed.hash(Password.of("correct horse"))

        then:
        thrown(PortUnavailableException)
    }

    def "settings out of bounds are refused: m=#m t=#t p=#p"() {
        when:
        new Argon2Settings(m, t, p)

        then:
        thrown(IllegalArgumentException)

        where:
        m             | t   | p
        7             | 1   | 1
        31            | 1   | 4
        (1 << 20) + 1 | 1   | 1
        19456         | 0   | 1
        19456         | 101 | 1
        19456         | 1   | 0
        19456         | 1   | 17
    }
}
