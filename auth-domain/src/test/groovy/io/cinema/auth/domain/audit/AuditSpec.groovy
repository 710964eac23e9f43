package io.cinema.auth.domain.audit

import io.cinema.auth.domain.value.InvalidValueException
import spock.lang.Specification

class AuditSpec extends Specification {

    def "an action reads thing.done: '#word' is one: #good"() {
        given:
        def made = true

        when:
        try {
            new AuditAction(word)
        } catch (InvalidValueException refusal) {
            made = false
            assert [refusal.field(), refusal.rule()] == ["action", "bad_action"]
        }

        then:
        made == good

        where:
        word                || good
        "role.created"      || true
        "user.signed_out"   || true
        "totp.confirmed"    || true
        "role"              || false
        "role."             || false
        "Role.created"      || false
        "role.created.now"  || false
        "role created"      || false
        ""                  || false
        "r" * 33 + ".done"  || false
    }

    def "a filter's target is no longer than any id, and plain text"() {
        when:
        new AuditFilter(null, target, null, null, null, null)

        then:
        def refusal = thrown(InvalidValueException)
        refusal.field() == "target_id"

        where:
        target << ["x" * 65, "", "a\u0000"]
    }
}
