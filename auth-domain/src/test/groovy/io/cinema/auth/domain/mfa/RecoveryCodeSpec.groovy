package io.cinema.auth.domain.mfa

import io.cinema.auth.domain.value.InvalidValueException
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.Timeout

class RecoveryCodeSpec extends Specification {

    def "'#raw' is the code abcd-ef01-2345-ghij"() {
        expect:
        RecoveryCode.of(raw).reveal() == "abcdef012345ghij"
        RecoveryCode.of(raw).revealGrouped() == "abcd-ef01-2345-ghij"

        where:
        raw << ["abcdef012345ghij", "abcd-ef01-2345-ghij", "ABCD-EF01-2345-GHIJ", "abcd ef01 2345 ghij",
                " aBcD - eF01 - 2345 - gHiJ\n", "-abcdef012345ghij-", "abcdef012345ghij" + "-" * 48]
    }

    def "a code means the same wherever in the world the process thinks it is"() {
        given:
        def home = Locale.default
        Locale.setDefault(Locale.forLanguageTag("tr-TR"))

        expect:
        RecoveryCode.of("IIII-IIII-IIII-IIII").reveal() == "i" * 16

        cleanup:
        Locale.setDefault(home)
    }

    @Timeout(value = 2, unit = TimeUnit.SECONDS)
    def "#what is no code"() {
        when:
        RecoveryCode.of(raw)

        then:
        def refusal = thrown(InvalidValueException)
        refusal.field() == "recovery_code"
        refusal.rule() == "bad_code"
        refusal.sentence() == "must be sixteen letters and digits"

        where:
        what                   | raw
        "nothing"              | ""
        "dashes"               | "---"
        "fifteen letters"      | "abcdef012345ghi"
        "seventeen letters"    | "abcdef012345ghijk"
        "an underscore"        | "abcd_ef01_2345_ghij"
        "an umlaut"            | "äbcdef012345ghij"
        "full-width letters"   | "ａbcdef012345ghij"
        "a dotted capital I"   | "İbcdef012345ghij"
        "a NUL"                | "abcdef012345ghij\0"
        "a one-time code"      | "012345"
        "too much filling"     | "abcdef012345ghij" + "-" * 49
        "a megabyte"           | "a" * 1_000_000
        "a megabyte of dashes" | "-" * 1_000_000
    }

    def "codes are equal by their letters, and print as nothing"() {
        given:
        def code = RecoveryCode.of("abcd-ef01-2345-ghij")

        expect:
        code == RecoveryCode.of("ABCDEF012345GHIJ")
        code.hashCode() == RecoveryCode.of("ABCDEF012345GHIJ").hashCode()
        code != RecoveryCode.of("abcd-ef01-2345-ghik")
        !code.equals("abcdef012345ghij")
        "$code" == "[redacted]"
        !new FactorProof.Paper(code).toString().contains("abcd")
    }

    def "a hash has 32 bytes, is equal by them, and can't be changed from outside"() {
        given:
        def bytes = (1..32) as byte[]
        def hash = RecoveryCodeHash.of(bytes)

        when:
        bytes[0] = 9
        hash.bytes()[1] = 9

        then:
        hash.bytes() == (1..32) as byte[]
        hash == RecoveryCodeHash.of((1..32) as byte[])
        hash.hashCode() == RecoveryCodeHash.of((1..32) as byte[]).hashCode()
        hash != RecoveryCodeHash.of(bytes)
        hash.toString() == "[hash]"
    }

    def "#length bytes are no hash"() {
        when:
        RecoveryCodeHash.of(new byte[length])

        then:
        thrown(IllegalArgumentException)

        where:
        length << [0, 31, 33]
    }
}
