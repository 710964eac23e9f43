package io.cinema.auth.domain.example

import static io.cinema.auth.domain.access.Decision.PERMISSION_HELD
import static io.cinema.auth.domain.access.Decision.PERMISSION_MISSING
import static io.cinema.auth.domain.access.Decision.SIGN_IN_NEEDED
import static io.cinema.auth.domain.access.Decision.SUPERUSER

import io.cinema.auth.domain.access.ContentLabel
import io.cinema.auth.domain.access.Visitor
import io.cinema.auth.domain.role.PermissionSet
import io.cinema.auth.domain.role.RoleName
import spock.lang.Specification

/** The example of the README does what it says. */
class ReviewDeskSpec extends Specification {
    ReviewDesk desk = new ReviewDesk([
        (new RoleName("critic")): PermissionSet.parse(["reviews:*", "films:watch:press"]),
        (new RoleName("subscriber")): PermissionSet.parse(["films:watch:subscription"]),
    ])

    def "who holds #roles reviews a #film film: #decision"() {
        expect:
        desk.review(desk.visitor(roles, false), new ContentLabel(film)) == decision

        where:
        roles                    | film           || decision
        []                       | "public"       || PERMISSION_MISSING
        ["critic"]               | "public"       || PERMISSION_HELD
        ["critic"]               | "press"        || PERMISSION_HELD
        ["critic"]               | "subscription" || PERMISSION_MISSING
        ["critic", "subscriber"] | "subscription" || PERMISSION_HELD
        ["a-role-of-others"]     | "public"       || PERMISSION_MISSING
    }

    def "superusers may, strangers must sign in first"() {
        expect:
        desk.review(desk.visitor([], true), new ContentLabel("press")) == SUPERUSER
        desk.review(new Visitor.Anonymous(), ContentLabel.PUBLIC) == SIGN_IN_NEEDED
    }
}
