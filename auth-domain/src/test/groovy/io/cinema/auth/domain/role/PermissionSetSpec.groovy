package io.cinema.auth.domain.role

import io.cinema.auth.domain.value.InvalidValueException
import spock.lang.Specification

class PermissionSetSpec extends Specification {
    static final List<String> ALPHABET = ["films:read", "films:write", "films:watch:premium", "films:*", "roles:read", "roles:*", "*:read", "*:watch:premium", "*", "users:write"]

    def "a set allows exactly what one of its permissions covers, whatever the set"() {
        expect:
        (0..<(1 << ALPHABET.size())).every { bits ->
            def held = ALPHABET.withIndex().findAll { (bits >> it.v2) & 1 }.collect { Permission.parse(it.v1) }
            def set = PermissionSet.of(held)
            ALPHABET.collect { Permission.parse(it) }.every { asked ->
                set.allows(asked) == held.any { it.covers(asked) }
            }
        }
    }

    def "sets are equal by what they hold, in any order and however often it is said"() {
        expect:
        PermissionSet.parse(["a:b", "c:d"]) == PermissionSet.parse(["c:d", "a:b", "a:b"])
        PermissionSet.parse(["a:b", "c:d"]).hashCode() == PermissionSet.parse(["c:d", "a:b"]).hashCode()
        PermissionSet.parse(["*"]) == PermissionSet.EVERYTHING
        PermissionSet.parse([]) == PermissionSet.NONE
        PermissionSet.parse(["a:b"]) != PermissionSet.parse(["a:*"])
    }

    def "a union holds what any of the sets holds"() {
        expect:
        PermissionSet.union([PermissionSet.parse(["a:b", "c:d"]), PermissionSet.NONE, PermissionSet.parse(["c:d", "e:f"])]).words() == ["a:b", "c:d", "e:f"]
        PermissionSet.union([]) == PermissionSet.NONE
    }

    def "what one set lacks of another is what it does not allow; what it is without is told word for word"() {
        given:
        def some = PermissionSet.parse(["films:*", "roles:read"])
        def other = PermissionSet.parse(["films:read", "roles:read", "roles:write"])

        expect:
        some.lacking(other).words() == ["roles:write"]
        other.without(some).words() == ["films:read", "roles:write"]
        some.without(some).empty
    }

    def "a role has up to 500 permissions and a description of up to 500 characters"() {
        given:
        def make = { int permissions, int characters ->
            new Role(new RoleId(UUID.randomUUID()), new RoleName("critic"),
                PermissionSet.parse((0..<permissions).collect { "films:watch:l$it".toString() }), "🎬" * characters)
        }

        expect:
        make(500, 500).permissions().permissions().size() == 500
        make(0, 0).description() == ""

        when:
        make(501, 0)

        then:
        def tooMany = thrown(InvalidValueException)
        [tooMany.field(), tooMany.rule()] == ["permission_set", "too_many"]

        when:
        make(0, 501)

        then:
        def tooLong = thrown(InvalidValueException)
        [tooLong.field(), tooLong.rule()] == ["description", "too_long"]
    }

    def "a description holds no control or bidirectional characters"() {
        when:
        new Role(new RoleId(UUID.randomUUID()), new RoleName("critic"), PermissionSet.NONE, text)

        then:
        thrown(InvalidValueException)

        where:
        text << ["a\u0000", "a\nb", "\u202Eevil", "\uD800"]
    }
}
