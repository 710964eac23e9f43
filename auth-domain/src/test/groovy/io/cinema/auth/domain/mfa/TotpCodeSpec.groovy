package io.cinema.auth.domain.mfa

import io.cinema.auth.domain.value.InvalidValueException
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.Timeout

class TotpCodeSpec extends Specification {

    def "'#raw' is the code 012345"() {
        expect:
        TotpCode.of(raw).reveal() == "012345"

        where:
        raw << ["012345", "012 345", " 012345 ", "0 1 2 3 4 5", "012345\n", "\t012\t345", "012345" + " " * 26]
    }

    @Timeout(value = 2, unit = TimeUnit.SECONDS)
    def "#what is no code"() {
        when:
        TotpCode.of(raw)

        then:
        def refusal = thrown(InvalidValueException)
        refusal.field() == "code"
        refusal.rule() == "bad_code"
        refusal.sentence() == "must be six digits"

        where:
        what                    | raw
        "nothing"               | ""
        "space"                 | "      "
        "five digits"           | "12345"
        "seven digits"          | "1234567"
        "two codes"             | "123456 123456"
        "a letter"              | "12345a"
        "a sign"                | "+12345"
        "a dash"                | "123-456"
        "a point"               | "12345."
        "a NUL"                 | "123456\0"
        "full-width digits"     | "１２３４５６"
        "Arabic digits"         | "١٢٣٤٥٦"
        "a recovery code"       | "abcd-efgh-ijkl-mnop"
        "too much space"        | "012345" + " " * 27
        "a megabyte of digits"  | "1" * 1_000_000
        "a megabyte of space"   | " " * 1_000_000
    }

    def "codes are equal by their digits, and print as nothing"() {
        expect:
        TotpCode.of("012345") == TotpCode.of("012 345")
        TotpCode.of("012345").hashCode() == TotpCode.of("012 345").hashCode()
        TotpCode.of("012345") != TotpCode.of("012346")
        !TotpCode.of("012345").equals("012345")
        "${TotpCode.of("012345")}" == "[redacted]"
        !new FactorProof.App(TotpCode.of("012345")).toString().contains("012345")
    }
}
