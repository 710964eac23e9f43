package io.cinema.auth.domain.access

import static io.cinema.auth.domain.access.Decision.ACCOUNT_DISABLED
import static io.cinema.auth.domain.access.Decision.PERMISSION_HELD
import static io.cinema.auth.domain.access.Decision.PERMISSION_MISSING
import static io.cinema.auth.domain.access.Decision.PUBLIC
import static io.cinema.auth.domain.access.Decision.SIGNED_IN
import static io.cinema.auth.domain.access.Decision.SIGN_IN_NEEDED
import static io.cinema.auth.domain.access.Decision.SUPERUSER

import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.role.Permission
import io.cinema.auth.domain.role.PermissionSet
import io.cinema.auth.domain.role.Role
import io.cinema.auth.domain.role.RoleId
import io.cinema.auth.domain.role.RoleName
import io.cinema.auth.domain.value.InvalidValueException
import spock.lang.Specification

class AccessPolicySpec extends Specification {
    static final Visitor NOBODY = new Visitor.Anonymous()
    static final Visitor GONE = new Visitor.Disabled()
    static final Visitor CHIEF = new Visitor.Superuser()

    def "who may watch what is labelled #label"() {
        expect:
        AccessPolicy.decide(NOBODY, new ContentLabel(label)) == nobody
        AccessPolicy.decide(GONE, new ContentLabel(label)) == disabled
        AccessPolicy.decide(member(), new ContentLabel(label)) == withoutRoles
        AccessPolicy.decide(member("films:watch:subscription"), new ContentLabel(label)) == subscriber
        AccessPolicy.decide(member("films:*"), new ContentLabel(label)) == critic
        AccessPolicy.decide(CHIEF, new ContentLabel(label)) == chief

        where:
        label          || nobody         | disabled         | withoutRoles       | subscriber         | critic          | chief
        "public"       || PUBLIC         | PUBLIC           | PUBLIC             | PUBLIC             | PUBLIC          | PUBLIC
        "registered"   || SIGN_IN_NEEDED | ACCOUNT_DISABLED | SIGNED_IN          | SIGNED_IN          | SIGNED_IN       | SIGNED_IN
        "subscription" || SIGN_IN_NEEDED | ACCOUNT_DISABLED | PERMISSION_MISSING | PERMISSION_HELD    | PERMISSION_HELD | SUPERUSER
        "premiere"     || SIGN_IN_NEEDED | ACCOUNT_DISABLED | PERMISSION_MISSING | PERMISSION_MISSING | PERMISSION_HELD | SUPERUSER
    }

    def "all that somebody may watch is what is allowed label by label: #who"() {
        given:
        def watchable = AccessPolicy.watchable(who)

        expect:
        ["public", "registered", "subscription", "premiere", "uhd-4k"].every {
            watchable.includes(new ContentLabel(it)) == AccessPolicy.decide(who, new ContentLabel(it)).allowed()
        }
        (watchable instanceof Watchable.Everything) == everything
        everything || watchable.labels()*.value().sort() == labels

        where:
        who                                                                   || everything | labels
        NOBODY                                                                || false      | ["public"]
        GONE                                                                  || false      | ["public"]
        CHIEF                                                                 || true       | null
        member()                                                              || false      | ["public", "registered"]
        member("films:watch:subscription")                                    || false      | ["public", "registered", "subscription"]
        member("*:watch:premiere", "films:watch:uhd-4k")                      || false      | ["premiere", "public", "registered", "uhd-4k"]
        member("films:*")                                                     || true       | null
        member("*")                                                           || true       | null
        member("films:write", "series:watch:premiere", "series:*")            || false      | ["public", "registered"]
        member("films:watch", "films:watch:subscription:uhd", "films:rewatch:premiere") || false | ["public", "registered"]
    }

    def "who may do what needs a permission"() {
        given:
        def needed = Permission.parse("roles:write")

        expect:
        AccessPolicy.decide(NOBODY, needed) == SIGN_IN_NEEDED
        AccessPolicy.decide(GONE, needed) == ACCOUNT_DISABLED
        AccessPolicy.decide(member("roles:read"), needed) == PERMISSION_MISSING
        AccessPolicy.decide(member("roles:write"), needed) == PERMISSION_HELD
        AccessPolicy.decide(member("*"), needed) == PERMISSION_HELD
        AccessPolicy.decide(CHIEF, needed) == SUPERUSER
    }

    def "#decision allows: #allowed"() {
        expect:
        decision.allowed() == allowed

        where:
        decision           || allowed
        PUBLIC             || true
        SIGNED_IN          || true
        PERMISSION_HELD    || true
        SUPERUSER          || true
        SIGN_IN_NEEDED     || false
        PERMISSION_MISSING || false
        ACCOUNT_DISABLED   || false
    }

    def "an account holds what its roles hold together, and a superuser everything"() {
        given:
        def roles = [role("viewer", "films:watch:subscription"), role("critic", "reviews:write", "films:watch:subscription")]

        expect:
        authority(false, false, roles).permissions() == PermissionSet.parse(["films:watch:subscription", "reviews:write"])
        authority(false, false, roles).roles()*.name()*.value() == ["critic", "viewer"]
        authority(true, false, roles).permissions() == PermissionSet.EVERYTHING
        authority(false, false, []).permissions() == PermissionSet.NONE
    }

    def "an account that is disabled is as good as nobody's, a superuser's too"() {
        expect:
        authority(superuser, true, [role("critic", "*")]).visitor() == new Visitor.Disabled()

        where:
        superuser << [true, false]
    }

    def "a label's permission is to watch it: #label"() {
        expect:
        new ContentLabel(label).permission().toString() == "films:watch:$label"

        where:
        label << ["subscription", "a", "x" * 64, "uhd-4k", "under_18"]
    }

    def "'#label' is no label"() {
        when:
        new ContentLabel(label)

        then:
        def refusal = thrown(InvalidValueException)
        refusal.field() == "label"
        refusal.rule() == "bad_label"

        where:
        label << ["", "*", "Public", "pub lic", "4k", "a:b", "x" * 65, "подписка", "a\n", "-a"]
    }

    private static Visitor member(String... permissions) {
        new Visitor.Member(PermissionSet.parse(permissions as List))
    }

    private static Role role(String name, String... permissions) {
        new Role(new RoleId(UUID.randomUUID()), new RoleName(name), PermissionSet.parse(permissions as List), "")
    }

    private static Authority authority(boolean superuser, boolean disabled, List<Role> roles) {
        new Authority(new UserId(UUID.randomUUID()), superuser, disabled, roles)
    }
}
