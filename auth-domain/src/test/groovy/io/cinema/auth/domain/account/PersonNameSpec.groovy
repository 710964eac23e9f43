package io.cinema.auth.domain.account

import io.cinema.auth.domain.value.InvalidValueException
import spock.lang.Specification

class PersonNameSpec extends Specification {

    def "a name is kept as it is but for outer spaces and NFC: #raw"() {
        expect:
        new PersonName(raw, raw) == new PersonName(kept, kept)
        new PersonName(raw, null).first() == kept
        new PersonName(null, raw).last() == kept

        where:
        raw             || kept
        "Anna"          || "Anna"
        "  Anna "       || "Anna"
        "Anna Maria"    || "Anna Maria"
        "Zoe\u0308"     || "Zo\u00eb"
        "O'Neil-Łuc"    || "O'Neil-Łuc"
        "ф" * 100       || "ф" * 100
        "🎬"            || "🎬"
    }

    def "no name is none"() {
        expect:
        new PersonName(null, null) == PersonName.NONE
    }

    def "#field of #what is refused: #rule"() {
        when:
        field == "first_name" ? new PersonName(raw, null) : new PersonName(null, raw)

        then:
        def refusal = thrown(InvalidValueException)
        refusal.field() == field
        refusal.rule() == rule

        where:
        [field, [what, raw, rule]] << [["first_name", "last_name"],
            [["nothing", "", "too_short"], ["spaces", "   ", "too_short"], ["101 characters", "x" * 101, "too_long"],
             ["a line break", "a\nb", "unsafe_text"], ["a bidi control", "a\u2066b", "unsafe_text"]]].combinations()
    }
}
