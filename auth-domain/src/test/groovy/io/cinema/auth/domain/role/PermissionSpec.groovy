package io.cinema.auth.domain.role

import io.cinema.auth.domain.value.InvalidValueException
import spock.lang.Specification

class PermissionSpec extends Specification {

    def "#held covers #asked: #covers"() {
        expect:
        Permission.parse(held).covers(Permission.parse(asked)) == covers
        PermissionSet.of([Permission.parse(held)] ).allows(Permission.parse(asked)) == covers

        where:
        held                    | asked                    || covers
        "films:read"            | "films:read"             || true
        "films:read"            | "films:write"            || false
        "films:read"            | "roles:read"             || false
        "films:*"               | "films:read"             || true
        "films:*"               | "films:watch:premium"    || true
        "films:*"               | "filmsets:read"          || false
        "films:*"               | "films:*"                || true
        "films:*"               | "*"                      || false
        "films:read"            | "films:*"                || false
        "*:read"                | "films:read"             || true
        "*:read"                | "films:write"            || false
        "*:read"                | "*:read"                 || true
        "*:read"                | "*"                      || false
        "*"                     | "films:read"             || true
        "*"                     | "*"                      || true
        "*"                     | "films:*"                || true
        "*:*"                   | "*"                      || true
        "films:watch"           | "films:watch:premium"    || false
        "films:watch:premium"   | "films:watch"            || false
        "films:watch:premium"   | "films:watch:premium"    || true
    }

    def "a set allows what any of its permissions covers, and none allows nothing"() {
        given:
        def set = PermissionSet.of(["films:read", "roles:*"].collect { Permission.parse(it) } as Set)

        expect:
        set.allows(Permission.parse("films:read"))
        set.allows(Permission.parse("roles:write"))
        !set.allows(Permission.parse("films:write"))
        !set.allows(Permission.parse("*"))
        !PermissionSet.NONE.allows(Permission.parse("films:read"))
    }

    def "#text is read and written the same"() {
        expect:
        Permission.parse(text).toString() == written

        where:
        text                         || written
        "films:read"                 || "films:read"
        "films:watch:subscription"   || "films:watch:subscription"
        "a:b"                        || "a:b"
        "films-2:read_all"           || "films-2:read_all"
        "films:" + "abcd:" * 49 + "a" || "films:" + "abcd:" * 49 + "a"
        "films:*"                    || "films:*"
        "*:read"                     || "*:read"
        "*"                          || "*"
        "*:*"                        || "*"
        "r" * 64 + ":" + "a" * 64    || "r" * 64 + ":" + "a" * 64
    }

    def "'#text' is no permission"() {
        when:
        Permission.parse(text)

        then:
        def refusal = thrown(InvalidValueException)
        refusal.field() == "permission"
        refusal.rule() == "bad_permission"

        where:
        text << ["", ":", "films", "films:", ":read", "Films:read", "films:Read", "films: read", "films:read ", "фильмы:read",
                 "films:read:", "films::read", "films:*:x", "films:watch:*", "film*:read", "**", "*:", "1films:read",
                 "films:read\n", "r" * 65 + ":read", "films:" + "a" * 65, "films:" + "abcd:" * 50 + "a"]
    }

    def "'#name' is a role's name: #good"() {
        given:
        def made = true

        when:
        try {
            new RoleName(name)
        } catch (InvalidValueException refusal) {
            made = false
            assert refusal.field() == "role_name" && refusal.rule() == "bad_name"
        }

        then:
        made == good

        where:
        name       || good
        "critic"   || true
        "a"        || true
        "a.b-c_1"  || true
        "x" * 64   || true
        "x" * 65   || false
        ""         || false
        "Critic"   || false
        "1st"      || false
        "a b"      || false
        "a\n"      || false
        "критик"   || false
    }
}
