package io.cinema.auth.domain.account

import io.cinema.auth.domain.value.InvalidValueException
import spock.lang.Specification

class LoginSpec extends Specification {

    def "#one and #other are one login: #same"() {
        expect:
        (Login.of(one) == Login.of(other)) == same
        (Login.of(one).canonical() == Login.of(other).canonical()) == same
        !same || Login.of(one).hashCode() == Login.of(other).hashCode()

        where:
        one       | other          || same
        "alice"   | "alice"        || true
        "alice"   | "Alice"        || true
        "alice"   | "ALICE"        || true
        "alice"   | "ａｌｉｃｅ"        || true
        "alice"   | "ＡＬＩＣＥ"        || true
        "alice"   | "ₐlice"        || true
        "file"    | "ﬁle"          || true
        "straße"  | "STRASSE"      || true
        "zoë"     | "zoe\u0308"    || true
        "kelvin"  | "\u212Aelvin"  || true
        "σίσυφος" | "ΣΊΣΥΦΟΣ"      || true
        "дмитрий" | "ДМИТРИЙ"      || true
        "a-1"     | "a-１"          || true
        "alice"   | "alicе"        || false
        "alice"   | "alice1"       || false
        "a.b.c"   | "abc"          || false
        "zoe"     | "zoë"          || false
    }

    def "#shown is shown as it was chosen"() {
        expect:
        Login.of(raw).shown() == shown
        Login.of(raw).toString() == shown

        where:
        raw           || shown
        "Alice"       || "Alice"
        "ＡＬＩＣＥ"       || "ＡＬＩＣＥ"
        "Zoe\u0308"   || "Zo\u00eb"
    }

    def "a login may be #raw"() {
        expect:
        Login.of(raw).shown() == raw

        where:
        raw << ["abc", "a_b", "a-b", "a.b", "123", "...", "Дмитрий_1", "山田太郎", "x" * 64, "𠀀𠀁𠀂"]
    }

    def "a login may not be #what: #rule"() {
        when:
        Login.of(raw)

        then:
        def refusal = thrown(InvalidValueException)
        refusal.field() == "login"
        refusal.rule() == rule
        raw.length() < 3 || !refusal.message.contains(raw)

        where:
        what                    | raw             || rule
        "empty"                 | ""              || "too_short"
        "two characters"        | "ab"            || "too_short"
        "two astral characters" | "𠀀𠀁"          || "too_short"
        "65 characters"         | "x" * 65        || "too_long"
        "a megabyte"            | "x" * 1_000_000 || "too_long"
        "with a space"          | "a b"           || "bad_characters"
        "with an outer space"   | " abc"          || "bad_characters"
        "with an @"             | "a@b"           || "bad_characters"
        "with a full-width @"   | "a＠b"           || "bad_characters"
        "with a plus"           | "a+b"           || "bad_characters"
        "with a slash"          | "a/b"           || "bad_characters"
        "with an emoji"         | "ab🎬"          || "bad_characters"
        "with a zero-width"     | "ab\u200bc"     || "bad_characters"
        "with a hidden mark"    | "neo\ufe0f"       || "bad_characters"
        "with a hidden letter"  | "neo\u3164"       || "bad_characters"
        "with a joiner"         | "neo\u034f"       || "bad_characters"
        "with a soft hyphen"    | "ab\u00adc"     || "bad_characters"
        "with a NUL"            | "ab\0c"         || "unsafe_text"
        "with a line break"     | "ab\nc"         || "unsafe_text"
        "with a bidi control"   | "ab\u202ec"     || "unsafe_text"
        "with a lone surrogate" | "ab\ud800c"     || "unsafe_text"
        "with a non-character"  | "ab\uffffc"     || "unsafe_text"
    }
}
