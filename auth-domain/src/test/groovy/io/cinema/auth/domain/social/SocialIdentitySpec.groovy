package io.cinema.auth.domain.social

import spock.lang.Specification

class SocialIdentitySpec extends Specification {
    static final ProviderName PROVIDER = new ProviderName("google")

    def "an issuer or a subject may be #what: #good"() {
        expect:
        makes("https://id.example", text) == good
        makes(text, "1") == good

        where:
        what                    | text                            || good
        "a number"              | "110169484474386276334"         || true
        "one letter"            | "a"                             || true
        "of 255 characters"     | "x" * 255                       || true
        "with spaces inside"    | "a b"                           || true
        "of any script"         | "анна 山田 🎬"                   || true
        "empty"                 | ""                              || false
        "a space"               | " "                             || false
        "a wide space"          | "\u3000"                        || false
        "of 256 characters"     | "x" * 256                       || false
        "with a NUL"            | "a\0"                           || false
        "with a line break"     | "a\nb"                          || false
        "with a C1 control"     | "a\u0085b"                      || false
        "with a high surrogate" | "a\ud800"                       || false
        "with a low surrogate"  | "\udfacb"                       || false
    }

    def "#what makes another identity"() {
        given:
        def identity = new SocialIdentity(PROVIDER, "https://id.example", "Anna")

        expect:
        identity == new SocialIdentity(PROVIDER, "https://id.example", "Anna")
        identity != other

        where:
        what                     | other
        "another provider"       | new SocialIdentity(new ProviderName("other"), "https://id.example", "Anna")
        "another issuer"         | new SocialIdentity(PROVIDER, "https://id.example/", "Anna")
        "another subject"        | new SocialIdentity(PROVIDER, "https://id.example", "Anne")
        "another case"           | new SocialIdentity(PROVIDER, "https://id.example", "anna")
        "a space behind it"      | new SocialIdentity(PROVIDER, "https://id.example", "Anna ")
        "a full-width spelling"  | new SocialIdentity(PROVIDER, "https://id.example", "Ａnna")
    }

    private static boolean makes(String issuer, String subject) {
        try {
            new SocialIdentity(PROVIDER, issuer, subject)
            true
        } catch (IllegalArgumentException refusal) {
            assert !refusal.message.contains("\0")
            false
        }
    }
}
