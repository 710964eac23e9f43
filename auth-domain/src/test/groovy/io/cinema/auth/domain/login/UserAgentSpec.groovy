package io.cinema.auth.domain.login

import spock.lang.Specification

class UserAgentSpec extends Specification {

    def "#what becomes harmless"() {
        expect:
        new UserAgent(raw).value() == value

        where:
        what                    | raw                             || value
        "an ordinary agent"     | "Cinema TV/4.2 (Linux; 8K)"     || "Cinema TV/4.2 (Linux; 8K)"
        "a line break"          | "a\r\nlevel=ERROR forged=true"  || "a??level=ERROR forged=true"
        "a lone CR"             | "a\rb"                          || "a?b"
        "an ANSI colour"        | "\u001b[31mred\u001b[0m"        || "?[31mred?[0m"
        "a C1 control"          | "a\u009bb"                      || "a?b"
        "a NUL"                 | "a\0b"                          || "a?b"
        "a tab"                 | "a\tb"                          || "a?b"
        "a line separator"      | "a\u2028b\u2029c"               || "a?b?c"
        "a bidi control"        | "a\u202eb"                      || "a?b"
        "a zero-width space"    | "a\u200bb"                      || "a?b"
        "a byte order mark"     | "\ufeffa"                       || "?a"
        "a lone high surrogate" | "a\ud83cb"                      || "a?b"
        "a lone low surrogate"  | "a\udfacb"                      || "a?b"
        "an emoji"              | "TV 🎬"                         || "TV 🎬"
        "outer spaces"          | "  TV  "                        || "TV"
        "nothing"               | ""                              || ""
        "spaces"                | "   "                           || ""
    }

    def "#what is cut to 512 characters"() {
        expect:
        new UserAgent(raw).value() == value

        where:
        what               | raw                   || value
        "512 characters"   | "x" * 512             || "x" * 512
        "513 characters"   | "x" * 513             || "x" * 512
        "64 KB"            | "x" * 65_536          || "x" * 512
        "64 KB of emoji"   | "🎬" * 16_384         || "🎬" * 512
        "64 KB of escapes" | "\u001b" * 65_536     || "?" * 512
        "a cut at a space" | "x" * 511 + " y"      || "x" * 511
    }

    def "a missing header is an agent without a name"() {
        expect:
        UserAgent.of(null) == UserAgent.NONE
        UserAgent.of("") == UserAgent.NONE
        UserAgent.of("TV") == new UserAgent("TV")
    }

    def "making it harmless twice changes nothing: #raw.length()"() {
        expect:
        new UserAgent(new UserAgent(raw).value()) == new UserAgent(raw)

        where:
        raw << ["TV", "a\r\nb", "\u001b[0m" * 300, "🎬" * 600, " " + "x" * 600]
    }
}
