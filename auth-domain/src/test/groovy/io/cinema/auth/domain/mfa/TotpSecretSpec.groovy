package io.cinema.auth.domain.mfa

import spock.lang.Specification

class TotpSecretSpec extends Specification {
    static final RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

    def "a secret is 32 letters of Base32"() {
        expect:
        TotpSecret.ofBase32(text).reveal() == text

        where:
        text << [RFC, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "A" * 32]
    }

    def "#what is no secret, and the refusal does not repeat it"() {
        when:
        TotpSecret.ofBase32(text)

        then:
        def refusal = thrown(IllegalArgumentException)
        refusal.message == "not 160 bits in Base32"
        refusal.cause == null

        where:
        what              | text
        "nothing"         | ""
        "31 letters"      | RFC.substring(1)
        "33 letters"      | RFC + "A"
        "16 letters"      | "GEZDGNBVGY3TQOJQ"
        "lower case"      | RFC.toLowerCase(Locale.ROOT)
        "a zero"          | "0" + RFC.substring(1)
        "a one"           | "1" + RFC.substring(1)
        "an eight"        | "8" + RFC.substring(1)
        "padding"         | RFC.substring(1) + "="
        "a line break"    | RFC + "\n"
        "groups of four"  | "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"
    }

    def "secrets are equal by their text, and print as nothing"() {
        given:
        def secret = TotpSecret.ofBase32(RFC)

        expect:
        secret == TotpSecret.ofBase32(RFC)
        secret.hashCode() == TotpSecret.ofBase32(RFC).hashCode()
        secret != TotpSecret.ofBase32("A" * 32)
        !secret.equals(RFC)
        "$secret" == "[redacted]"
    }
}
