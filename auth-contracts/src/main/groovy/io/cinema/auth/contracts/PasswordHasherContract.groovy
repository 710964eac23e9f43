package io.cinema.auth.contracts

import io.cinema.auth.domain.credential.Password
import io.cinema.auth.domain.credential.PasswordHash
import io.cinema.auth.domain.port.PasswordHasher
import java.text.Normalizer
import spock.lang.Specification

/** What every {@link PasswordHasher} keeps to. Its load is the matter of {@link HashingLoadContract}. */
abstract class PasswordHasherContract extends Specification {

    /** The port under test, with settings as cheap as they may be. */
    abstract PasswordHasher hasher()

    /** The port with settings that cost more than those of {@link #hasher}. */
    abstract PasswordHasher strongerHasher()

    def "a password matches its hash and no other: #shown"() {
        given:
        def hash = hasher().hash(Password.of(text))

        expect:
        hasher().matches(Password.of(text), hash)
        !hasher().matches(Password.of(other), hash)

        where:
        text                      | other
        "correct horse battery"   | "correct horse batterz"
        "correct horse battery"   | "Correct horse battery"
        "correct horse battery"   | "correct horse battery "
        " leading and trailing "  | "leading and trailing"
        "two  spaces"             | "two spaces"
        "🎬" * 64                 | "🎬" * 63
        "пароль-на-кириллице"     | "пароль-на-кирилице"
        "\$argon2id\$v=19\$m=1"   | "\$argon2id\$v=19\$m=2"
        "x" * 256                 | "x" * 255
        "x" * 255 + "a"           | "x" * 255 + "b"
        "p"                       | "q"
        shown = text.take(12)
    }

    def "a password set in one Unicode form matches in the other"() {
        given:
        def composed = "Zoë-Bücher-\u00e9\u00e8"
        def decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD)

        expect:
        composed != decomposed
        hasher().matches(Password.of(decomposed), hasher().hash(Password.of(composed)))
        hasher().matches(Password.of(composed), hasher().hash(Password.of(decomposed)))
    }

    def "two hashes of one password differ, and both match"() {
        given:
        def password = Password.of("correct horse battery")
        def hashes = (1..5).collect { hasher().hash(password) }

        expect:
        hashes*.reveal().toSet().size() == 5
        hashes.every { hasher().matches(password, it) }
    }

    def "a hash holds nothing of the password and prints as nothing"() {
        given:
        def hash = hasher().hash(Password.of("correct horse battery"))

        expect:
        !hash.reveal().contains("correct")
        hash.toString() == "[redacted]"
        hash.reveal().length() <= 255
    }

    def "no hash matches nothing"() {
        expect:
        !hasher().matches(Password.of("correct horse battery"), null)
    }

    def "what is no hash of ours matches nothing: #text"() {
        expect:
        !hasher().matches(Password.of("correct horse battery"), PasswordHash.of(text))

        where:
        text << ["", "correct horse battery", "\$", "\$argon2id\$", "\$argon2id\$v=19\$m=x,t=2,p=1\$AAAA\$AAAA",
                 "\$2b\$10\$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"]
    }

    def "a hash is outdated once the settings rose, and still matches"() {
        given:
        def password = Password.of("correct horse battery")
        def old = hasher().hash(password)

        expect:
        !hasher().outdated(old)
        strongerHasher().outdated(old)
        strongerHasher().matches(password, old)
    }

    def "a hash of stronger settings is not outdated, and matches"() {
        given:
        def password = Password.of("correct horse battery")
        def strong = strongerHasher().hash(password)

        expect:
        !strongerHasher().outdated(strong)
        !hasher().outdated(strong)
        hasher().matches(password, strong)
    }
}
