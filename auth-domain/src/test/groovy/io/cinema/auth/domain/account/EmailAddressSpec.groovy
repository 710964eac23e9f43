package io.cinema.auth.domain.account

import io.cinema.auth.domain.value.InvalidValueException
import spock.lang.Specification

class EmailAddressSpec extends Specification {

    def "#one and #other are one address: #same"() {
        expect:
        (EmailAddress.of(one) == EmailAddress.of(other)) == same
        !same || EmailAddress.of(one).hashCode() == EmailAddress.of(other).hashCode()

        where:
        one                | other                         || same
        "anna@example.com" | "ANNA@Example.COM"            || true
        "anna@example.com" | "ａｎｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ"              || true
        "a@bücher.example" | "a@xn--bcher-kva.example"     || true
        "a@bücher.example" | "A@BÜCHER.example"            || true
        "a@bücher.example" | "a@bu\u0308cher.example"      || true
        "a@пример.рф"      | "a@XN--E1AFMKFD.xn--p1ai"     || true
        "a@b.example"      | "a@b。example"                 || true
        "anna@example.com" | "anna+1@example.com"          || false
        "anna@example.com" | "an.na@example.com"           || false
        "anna@example.com" | "аnna@example.com"            || false
        "anna@example.com" | "anna@example.org"            || false
    }

    def "an address is shown as it was written: #raw"() {
        expect:
        EmailAddress.of(raw).shown() == raw
        EmailAddress.of(raw).toString() == raw

        where:
        raw << ["Anna@Example.com", "a@b.cc", "o'neil+films@example.co.uk", "анна@пример.рф", "x_y-z@1.example",
                "!#\$%&'*+/=?^_`{|}~-@example.com", "l" * 64 + "@example.com",
                "a@" + ["d" * 63, "e" * 63, "f" * 63, "g" * 57].join(".") + ".cc"]
    }

    def "an address may not be #what: #rule"() {
        when:
        EmailAddress.of(raw)

        then:
        def refusal = thrown(InvalidValueException)
        refusal.field() == "email"
        refusal.rule() == rule

        where:
        what                      | raw                             || rule
        "empty"                   | ""                              || "too_short"
        "without @"               | "example.com"                   || "not_an_email"
        "without a local part"    | "@example.com"                  || "not_an_email"
        "without a domain"        | "anna@"                         || "not_an_email"
        "with a one-word domain"  | "anna@localhost"                || "not_an_email"
        "with two @"              | "a@b@example.com"               || "not_an_email"
        "with a quoted local"     | '"a b"@example.com'             || "not_an_email"
        "with a space"            | "an na@example.com"             || "not_an_email"
        "with an outer space"     | " anna@example.com"             || "not_an_email"
        "with a leading dot"      | ".anna@example.com"             || "not_an_email"
        "with a trailing dot"     | "anna.@example.com"             || "not_an_email"
        "with two dots"           | "an..na@example.com"            || "not_an_email"
        "with a domain's dot"     | "anna@example.com."             || "not_an_email"
        "with an empty label"     | "anna@example..com"             || "not_an_email"
        "with a hyphened label"   | "anna@-example.com"             || "not_an_email"
        "with an underscore"      | "anna@ex_ample.com"             || "not_an_email"
        "with an address literal" | "anna@[192.0.2.7]"              || "not_an_email"
        "with a name"             | "Anna <anna@example.com>"       || "not_an_email"
        "with a comma"            | "a@example.com,b@example.com"   || "not_an_email"
        "a local part of 65"      | "l" * 65 + "@example.com"       || "not_an_email"
        "a label of 64"           | "a@" + "d" * 64 + ".com"        || "not_an_email"
        "255 characters"          | "a@" + "d." * 125 + "com"       || "too_long"
        "a domain over 253"       | "a@" + "ü." * 62 + "com"        || "not_an_email"
        "a megabyte"              | "a" * 1_000_000 + "@b.cc"       || "too_long"
        "with a line break"       | "anna@example.com\nBcc: b@c.dd" || "unsafe_text"
        "with a NUL"              | "anna\0@example.com"            || "unsafe_text"
        "with a bidi control"     | "anna\u202e@example.com"        || "unsafe_text"
        "with a zero-width"       | "an\u200bna@example.com"        || "not_an_email"
    }
}
