package io.cinema.auth.domain.mfa

import io.cinema.auth.domain.account.AccountState
import io.cinema.auth.domain.account.UserId
import spock.lang.Specification

class SecondFactorPolicySpec extends Specification {

    def "#policy demands a second factor of a #who: #demands"() {
        expect:
        policy.demands(AccountState.fresh(new UserId(UUID.randomUUID())).withSuperuser(who == "superuser")) == demands

        where:
        policy                        | who         || demands
        SecondFactorPolicy.OFF        | "user"      || false
        SecondFactorPolicy.OFF        | "superuser" || false
        SecondFactorPolicy.SUPERUSERS | "user"      || false
        SecondFactorPolicy.SUPERUSERS | "superuser" || true
        SecondFactorPolicy.EVERYONE   | "user"      || true
        SecondFactorPolicy.EVERYONE   | "superuser" || true
    }
}
