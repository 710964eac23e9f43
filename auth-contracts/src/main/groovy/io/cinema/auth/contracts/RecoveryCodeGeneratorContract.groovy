package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.mfa.RecoveryCode
import io.cinema.auth.domain.port.RecoveryCodeGenerator
import spock.lang.Specification

/** What every {@link RecoveryCodeGenerator} keeps to. */
abstract class RecoveryCodeGeneratorContract extends Specification {

    /** A new generator; all of them make the same hashes, as the nodes of one service do. */
    abstract RecoveryCodeGenerator generator()

    protected RecoveryCodeGenerator generator
    protected UserId user

    def setup() {
        generator = generator()
        user = TestIds.user()
    }

    def "a set has ten codes, no two alike, and they print as nothing"() {
        given:
        def set = generator.newSet()

        expect:
        set.size() == 10
        set.every { it.reveal() ==~ /[a-z0-9]{16}/ }
        set.every { "$it" == "[redacted]" }
    }

    def "a thousand sets never hold a code twice, and it has 80 random bits: 32 characters in every place"() {
        given:
        def codes = (1..1000).collectMany { generator.newSet() }*.reveal()

        expect:
        codes.toSet().size() == 10_000
        (0..<16).every { place -> codes.collect { it[place] }.toSet().size() >= 32 }
    }

    def "sets that are made at the same moment differ"() {
        expect:
        Parallel.times(20) { generator.newSet()*.reveal() }.flatten().toSet().size() == 200
    }

    def "a code is found by its hash, on every node, however it is typed: #form"() {
        given:
        def code = generator.newSet().first()

        expect:
        generator().hash(user, RecoveryCode.of(typed(code))) == generator.hash(user, code)

        where:
        form                | typed
        "as it was printed" | { it.revealGrouped() }
        "without dashes"    | { it.reveal() }
        "in upper case"     | { it.revealGrouped().toUpperCase(Locale.ROOT) }
        "with spaces"       | { " ${it.revealGrouped().replace("-", " ")} " as String }
        "all apart"         | { it.reveal().split("").join("- ") }
    }

    def "a hash tells one code from another, and one user's from another's"() {
        given:
        def code = generator.newSet().first()
        def almost = RecoveryCode.of(code.reveal().substring(0, 15) + (code.reveal().endsWith("a") ? "b" : "a"))

        expect:
        [generator.hash(user, code), generator.hash(user, almost), generator.hash(TestIds.user(), code)].toSet().size() == 3
    }

    def "a hash has 32 bytes, and prints as nothing"() {
        given:
        def hash = generator.hash(user, generator.newSet().first())

        expect:
        hash.bytes().length == 32
        hash.toString() == "[hash]"
    }

    def "many at a time do not disturb each other"() {
        given:
        def codes = generator.newSet() as List
        def hashes = codes.collect { generator.hash(user, it) }

        expect:
        Parallel.times(20) { (1..50).every { codes.collect { generator.hash(user, it) } == hashes } }.every()
    }
}
