package io.cinema.auth.domain.value

import spock.lang.Specification

class TextSpec extends Specification {

    def "U+#code is unsafe: #unsafe"() {
        given:
        def text = "a" + new String(Character.toChars(Integer.parseInt(code, 16))) + "b"

        when:
        def rule = null
        try {
            Text.checked("field", text, 1, 10)
        } catch (InvalidValueException refusal) {
            rule = refusal.rule()
        }

        then:
        rule == (unsafe ? "unsafe_text" : null)

        where:
        code     || unsafe
        "0000"   || true
        "0009"   || true
        "000A"   || true
        "000D"   || true
        "001B"   || true
        "001F"   || true
        "0020"   || false
        "007E"   || false
        "007F"   || true
        "0080"   || true
        "009F"   || true
        "00A0"   || false
        "061B"   || false
        "061C"   || true
        "061D"   || false
        "200D"   || false
        "200E"   || true
        "200F"   || true
        "2010"   || false
        "2027"   || false
        "2028"   || true
        "2029"   || true
        "202A"   || true
        "202E"   || true
        "202F"   || false
        "2065"   || false
        "2066"   || true
        "2069"   || true
        "206A"   || false
        "D7FF"   || false
        "D800"   || true
        "DBFF"   || true
        "DC00"   || true
        "DFFF"   || true
        "E000"   || false
        "FDCF"   || false
        "FDD0"   || true
        "FDEF"   || true
        "FDF0"   || false
        "FFFD"   || false
        "FFFE"   || true
        "FFFF"   || true
        "1F3AC"  || false
        "1FFFE"  || true
        "10FFFD" || false
        "10FFFF" || true
    }

    def "surrogates in the wrong order are unsafe, in the right order they are one character"() {
        expect:
        Text.checked("field", "\ud83c\udfac", 1, 1) == "🎬"

        when:
        Text.checked("field", "\udfac\ud83c", 1, 9)

        then:
        thrown(InvalidValueException)
    }

    def "text comes out in NFC, its length counted in code points then: #length"() {
        expect:
        Text.checked("field", raw, length, length) == nfc

        where:
        raw                    || nfc            | length
        "Zoe\u0308"            || "Zo\u00eb"     | 3
        "Zo\u00eb"             || "Zo\u00eb"     | 3
        "\u1112\u1161\u11ab"   || "\ud55c"       | 1
        "🎬🎬"                 || "🎬🎬"         | 2
        "\u0958"               || "\u0915\u093c" | 2
        ""                     || ""             | 0
    }

    def "#length characters between #min and #max: #rule"() {
        given:
        def seen = null

        when:
        try {
            Text.checked("field", "x" * length, min, max)
        } catch (InvalidValueException refusal) {
            seen = refusal.rule()
            assert refusal.field() == "field"
        }

        then:
        seen == rule

        where:
        length    | min | max || rule
        2         | 3   | 5   || "too_short"
        3         | 3   | 5   || null
        5         | 3   | 5   || null
        6         | 3   | 5   || "too_long"
        40        | 3   | 5   || "too_long"
        41        | 3   | 5   || "too_long"
        1_000_000 | 3   | 5   || "too_long"
    }

    def "a refusal never carries the text"() {
        when:
        Text.checked("field", raw, 3, 5)

        then:
        def refusal = thrown(InvalidValueException)
        !refusal.message.contains(raw)
        !refusal.toString().contains(raw)

        where:
        raw << ["qz", "qzqzqz", "qz\0qz"]
    }

    def "#one and #other have one canonical form: #same"() {
        expect:
        (Text.canonical(one) == Text.canonical(other)) == same

        where:
        one      | other        || same
        "abc"    | "ABC"        || true
        "abc"    | "ａｂｃ"        || true
        "abc"    | "ＡＢＣ"        || true
        "ss"     | "ß"          || true
        "SS"     | "ẞ"          || true
        "ffi"    | "ﬃ"          || true
        "σ"      | "ς"          || true
        "i"      | "İ"          || false
        "i"      | "ı"          || true
        "é"      | "e\u0301"    || true
        "2"      | "²"          || true
        "µ"      | "μ"          || true
        "a"      | "а"          || false
    }

    def "a canonical form is its own canonical form: #text"() {
        expect:
        Text.canonical(Text.canonical(text)) == Text.canonical(text)

        where:
        text << ["ABC", "ＡＢＣ", "ß", "ẞ", "ﬃ", "ΣΊΣΥΦΟΣ", "İstanbul", "ŉ", "ǰ", "ΐ", "Ω", "ᾳ", "ͅ", "ⅷ", "ǅ", "℡"]
    }

    def "every letter's canonical form is its own canonical form"() {
        expect:
        (0..0xFFFF).findAll { Character.isLetter(it) }.findAll {
            def once = Text.canonical(Character.toString(it))
            Text.canonical(once) != once
        }.collect { Integer.toHexString(it) } == []
    }
}
