package io.cinema.auth.domain.account

import io.cinema.auth.domain.login.UserAgent
import io.cinema.auth.domain.value.InvalidValueException
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.Timeout

class AllowedAgentsSpec extends Specification {

    def "#patterns allow '#agent': #allowed"() {
        expect:
        new AllowedAgents(patterns).allows(new UserAgent(agent)) == allowed

        where:
        patterns           | agent            || allowed
        []                 | "anything"       || true
        []                 | ""               || true
        ["*"]              | "anything"       || true
        ["*"]              | ""               || true
        ["Cinema"]         | "Cinema"         || true
        ["Cinema"]         | "cInEmA"         || true
        ["cinema"]         | "Cinema"         || true
        ["Cinema"]         | "Cinema TV"      || false
        ["Cinema"]         | "My Cinema"      || false
        ["Cinema"]         | ""               || false
        ["Cinema*"]        | "Cinema"         || true
        ["Cinema*"]        | "Cinema TV"      || true
        ["Cinema*"]        | "My Cinema"      || false
        ["*Cinema"]        | "My Cinema"      || true
        ["*Cinema"]        | "Cinema TV"      || false
        ["*Cinema*"]       | "My Cinema TV"   || true
        ["a*b*c"]          | "abc"            || true
        ["a*b*c"]          | "aXbXbXc"        || true
        ["a*b*c"]          | "acb"            || false
        ["**a**"]          | "a"              || true
        ["a*a"]            | "a"              || false
        ["a*a"]            | "aa"             || true
        ["a.c"]            | "abc"            || false
        ["a?c"]            | "abc"            || false
        ["[abc]"]          | "a"              || false
        [".*"]             | "anything"       || false
        ["(a|b)"]          | "a"              || false
        ["Ñandú*"]         | "ñANDÚ/1"        || true
        ["Firefox*", "TV"] | "tv"             || true
        ["Firefox*", "TV"] | "Chrome"         || false
        ["*🎬"]            | "Cinema 🎬"      || true
    }

    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    def "a pattern that would make a regular expression explode answers at once"() {
        expect:
        !new AllowedAgents(["a*" * 99 + "b"]).allows(new UserAgent("a" * 512))
        !new AllowedAgents(["*" * 199 + "b"]).allows(new UserAgent("a" * 512))
    }

    def "#what is refused: #rule"() {
        when:
        new AllowedAgents(patterns)

        then:
        def refusal = thrown(InvalidValueException)
        refusal.field() == "allowed_agents"
        refusal.rule() == rule

        where:
        what                 | patterns                || rule
        "a 21st pattern"     | (1..21).collect { "p$it" as String } || "too_many"
        "an empty pattern"   | [""]                    || "too_short"
        "201 characters"     | ["x" * 201]             || "too_long"
        "a NUL"              | ["a\0b"]                || "unsafe_text"
        "a line break"       | ["a\nb"]                || "unsafe_text"
        "a bidi control"     | ["a\u202eb"]            || "unsafe_text"
    }

    def "twenty patterns of 200 characters are fine, and a repeated one is kept once"() {
        expect:
        new AllowedAgents((1..20).collect { "x" * 198 + it.toString().padLeft(2, "0") }).patterns().size() == 20
        new AllowedAgents(["a", "a", "b"]).patterns() == ["a", "b"]
    }
}
