package io.cinema.auth.domain.credential

import io.cinema.auth.domain.value.InvalidValueException
import java.text.Normalizer
import spock.lang.Specification

class PasswordSpec extends Specification {

    def "a password is the same in NFC and in NFD: #text"() {
        given:
        def composed = Normalizer.normalize(text, Normalizer.Form.NFC)
        def decomposed = Normalizer.normalize(text, Normalizer.Form.NFD)

        expect:
        Password.of(composed) == Password.of(decomposed)
        Password.of(composed).hashCode() == Password.of(decomposed).hashCode()
        Password.of(decomposed).reveal() == composed
        Password.of(decomposed).length() == composed.codePointCount(0, composed.length())

        where:
        text << ["Zoë-é-ü", "пароль-й-ё", "한국어암호", "ệ" * 256]
    }

    def "a password is not folded: #one is not #other"() {
        expect:
        Password.of(one) != Password.of(other)

        where:
        one       | other
        "secret"  | "Secret"
        "secret"  | "ｓｅｃｒｅｔ"
        "secret"  | "secret "
        " secret" | "secret"
        "a  b"    | "a b"
        "a b"     | "a\u00a0b"
        "ﬁsh"     | "fish"
    }

    def "length is counted in code points: #length"() {
        expect:
        Password.of(text).length() == length

        where:
        text        || length
        "x"         || 1
        "🎬" * 64   || 64
        "🎬" * 256  || 256
        "  a  "     || 5
        "e\u0308"   || 1
    }

    def "#what is refused for its field: #rule"() {
        when:
        Password.of("new_password", raw)

        then:
        def refusal = thrown(InvalidValueException)
        refusal.field() == "new_password"
        refusal.rule() == rule
        raw.length() < 2 || !refusal.message.contains(raw)

        where:
        what               | raw             || rule
        "nothing"          | ""              || "too_short"
        "257 code points"  | "x" * 257       || "too_long"
        "257 emoji"        | "🎬" * 257      || "too_long"
        "a megabyte"       | "x" * 1_000_000 || "too_long"
        "a NUL"            | "pass\0word"    || "unsafe_text"
        "a tab"            | "pass\tword"    || "unsafe_text"
        "a lone surrogate" | "pass\udc00"    || "unsafe_text"
        "a bidi control"   | "pass\u202e"    || "unsafe_text"
    }

    def "a password and its hash print as nothing, also inside others"() {
        given:
        def password = Password.of("open sesame")
        def hash = PasswordHash.of('$argon2id$v=19$open-sesame')

        expect:
        [password, hash, [password, hash], Optional.of(password), [key: hash]].every { !it.toString().contains("sesame") }
        "$password $hash" == "[redacted] [redacted]"
        password.reveal() == "open sesame"
        hash.reveal() == '$argon2id$v=19$open-sesame'
    }

    def "hashes are equal by their text"() {
        expect:
        PasswordHash.of("a") == PasswordHash.of("a")
        PasswordHash.of("a").hashCode() == PasswordHash.of("a").hashCode()
        PasswordHash.of("a") != PasswordHash.of("A")
    }
}
