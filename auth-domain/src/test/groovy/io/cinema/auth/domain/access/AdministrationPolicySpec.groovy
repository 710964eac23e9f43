package io.cinema.auth.domain.access

import io.cinema.auth.domain.account.AccountState
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.role.PermissionSet
import java.time.Instant
import spock.lang.Specification

class AdministrationPolicySpec extends Specification {

    def "who holds #held and grants #granted lacks #lacking"() {
        expect:
        AdministrationPolicy.beyond(set(held), set(granted)).words() == lacking

        where:
        held                       | granted                    || lacking
        ["films:read"]             | ["films:read"]             || []
        ["films:*"]                | ["films:read", "films:*"]  || []
        ["films:read"]             | ["films:*"]                || ["films:*"]
        ["films:read"]             | ["films:read", "*"]        || ["*"]
        ["*"]                      | ["*", "a:b"]               || []
        ["*:read"]                 | ["films:read", "roles:*"]  || ["roles:*"]
        []                         | []                         || []
        []                         | ["films:read"]             || ["films:read"]
    }

    def "who holds #held and turns #before into #after lacks #lacking"() {
        expect:
        AdministrationPolicy.beyond(set(held), set(before), set(after)).words() == lacking

        where:
        held           | before                     | after                        || lacking
        ["films:read"] | ["roles:write"]            | ["roles:write"]              || []
        ["films:read"] | ["roles:write"]            | ["roles:write", "films:read"] || []
        ["films:read"] | ["roles:write"]            | []                           || []
        ["films:read"] | ["roles:write"]            | ["roles:*"]                  || ["roles:*"]
        ["films:read"] | ["roles:*"]                | ["roles:*", "roles:write"]   || []
        ["films:read"] | ["roles:*"]                | ["roles:write"]              || []
        ["films:read"] | []                         | ["roles:write"]              || ["roles:write"]
        ["*"]          | []                         | ["roles:write", "*"]         || []
    }

    def "superusers are touched only by superusers"() {
        expect:
        AdministrationPolicy.mayTouch(by, state(true)) == superuser
        AdministrationPolicy.mayTouch(by, state(false))

        where:
        by    || superuser
        true  || true
        false || false
    }

    def "of #enabled enabled and #disabled disabled superusers, is an enabled one the last: #last"() {
        given:
        def leaving = state(true)
        def others = (1..<enabled).collect { state(true) } + (0..<disabled).collect { state(true, Instant.EPOCH) }

        expect:
        AdministrationPolicy.isLastSuperuser([leaving] + others, leaving.id()) == last

        where:
        enabled | disabled || last
        1       | 0        || true
        1       | 3        || true
        2       | 0        || false
        2       | 1        || false
    }

    def "a disabled superuser is not the last while an enabled one is there"() {
        given:
        def disabled = state(true, Instant.EPOCH)

        expect:
        !AdministrationPolicy.isLastSuperuser([disabled, state(true)], disabled.id())
        AdministrationPolicy.isLastSuperuser([disabled], disabled.id())
    }

    private static PermissionSet set(List<String> words) {
        PermissionSet.parse(words)
    }

    private static AccountState state(boolean superuser, Instant disabledAt = null) {
        AccountState.fresh(new UserId(UUID.randomUUID())).withSuperuser(superuser).withDisabledAt(disabledAt)
    }
}
