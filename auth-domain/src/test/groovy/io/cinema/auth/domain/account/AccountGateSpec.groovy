package io.cinema.auth.domain.account

import static io.cinema.auth.domain.account.AccountGate.Decision.AGENT_NOT_ALLOWED
import static io.cinema.auth.domain.account.AccountGate.Decision.DISABLED
import static io.cinema.auth.domain.account.AccountGate.Decision.ENROLMENT_MISSING
import static io.cinema.auth.domain.account.AccountGate.Decision.FACTOR_MISSING
import static io.cinema.auth.domain.account.AccountGate.Decision.OPEN
import static io.cinema.auth.domain.mfa.SecondFactorPolicy.EVERYONE
import static io.cinema.auth.domain.mfa.SecondFactorPolicy.OFF
import static io.cinema.auth.domain.mfa.SecondFactorPolicy.SUPERUSERS

import io.cinema.auth.domain.login.UserAgent
import io.cinema.auth.domain.mfa.SecondFactorPolicy
import io.cinema.auth.domain.token.Amr
import java.time.Instant
import spock.lang.Specification

class AccountGateSpec extends Specification {
    static final Instant PAST = Instant.parse("2026-03-10T12:00:00Z")
    static final UserAgent TV = new UserAgent("Cinema TV/4.2")

    def "policy #policy, superuser: #superuser, disabled: #disabled, second factor: #totp, proved: #amr, allowed agents: #agents -> #decision"() {
        expect:
        AccountGate.decide(account(superuser, disabled, totp, agents), amr as Set, TV, policy) == decision

        where:
        policy     | superuser | disabled | totp  | amr                | agents          || decision
        OFF        | false     | false    | false | [Amr.PWD]          | []              || OPEN
        OFF        | false     | false    | false | [Amr.FED]          | []              || OPEN
        OFF        | false     | false    | false | []                 | []              || OPEN
        OFF        | true      | false    | false | [Amr.PWD]          | []              || OPEN
        OFF        | false     | false    | true  | [Amr.PWD, Amr.OTP] | []              || OPEN
        OFF        | false     | false    | true  | [Amr.OTP]          | []              || OPEN
        OFF        | false     | false    | true  | [Amr.PWD]          | []              || FACTOR_MISSING
        OFF        | false     | false    | true  | [Amr.FED]          | []              || FACTOR_MISSING
        OFF        | false     | false    | true  | []                 | []              || FACTOR_MISSING
        OFF        | true      | false    | true  | [Amr.PWD]          | []              || FACTOR_MISSING
        OFF        | false     | false    | false | [Amr.PWD, Amr.OTP] | []              || OPEN

        // An agent outside the list is let in by the second factor, and by nothing else.
        OFF        | false     | false    | false | [Amr.PWD]          | ["cinema tv/*"] || OPEN
        OFF        | false     | false    | false | [Amr.PWD]          | ["Firefox*"]    || AGENT_NOT_ALLOWED
        OFF        | false     | false    | false | [Amr.FED]          | ["Firefox*"]    || AGENT_NOT_ALLOWED
        OFF        | true      | false    | false | [Amr.PWD]          | ["Firefox*"]    || AGENT_NOT_ALLOWED
        OFF        | false     | false    | true  | [Amr.PWD]          | ["Firefox*"]    || FACTOR_MISSING
        OFF        | false     | false    | true  | [Amr.PWD, Amr.OTP] | ["Firefox*"]    || OPEN
        OFF        | false     | false    | true  | [Amr.FED, Amr.OTP] | ["Firefox*"]    || OPEN
        OFF        | false     | false    | false | [Amr.PWD, Amr.OTP] | ["Firefox*"]    || OPEN

        // Who must have a second factor and has none.
        SUPERUSERS | false     | false    | false | [Amr.PWD]          | []              || OPEN
        SUPERUSERS | true      | false    | false | [Amr.PWD]          | []              || ENROLMENT_MISSING
        SUPERUSERS | true      | false    | false | [Amr.PWD, Amr.OTP] | []              || ENROLMENT_MISSING
        SUPERUSERS | true      | false    | true  | [Amr.PWD, Amr.OTP] | []              || OPEN
        SUPERUSERS | true      | false    | true  | [Amr.PWD]          | []              || FACTOR_MISSING
        SUPERUSERS | false     | false    | true  | [Amr.PWD]          | []              || FACTOR_MISSING
        EVERYONE   | false     | false    | false | [Amr.PWD]          | []              || ENROLMENT_MISSING
        EVERYONE   | false     | false    | false | [Amr.FED]          | []              || ENROLMENT_MISSING
        EVERYONE   | true      | false    | false | [Amr.PWD]          | []              || ENROLMENT_MISSING
        EVERYONE   | false     | false    | true  | [Amr.PWD, Amr.OTP] | []              || OPEN
        EVERYONE   | false     | false    | true  | [Amr.PWD]          | []              || FACTOR_MISSING

        // From an agent outside the list nobody enrols: it may be a thief with the password.
        EVERYONE   | false     | false    | false | [Amr.PWD]          | ["Firefox*"]    || AGENT_NOT_ALLOWED
        SUPERUSERS | true      | false    | false | [Amr.PWD]          | ["Firefox*"]    || AGENT_NOT_ALLOWED
        EVERYONE   | false     | false    | false | [Amr.PWD]          | ["cinema*"]     || ENROLMENT_MISSING
        EVERYONE   | false     | false    | false | [Amr.PWD, Amr.OTP] | ["Firefox*"]    || ENROLMENT_MISSING
        EVERYONE   | false     | false    | true  | [Amr.PWD, Amr.OTP] | ["Firefox*"]    || OPEN

        // Disabled is disabled.
        OFF        | false     | true     | false | [Amr.PWD]          | []              || DISABLED
        OFF        | false     | true     | true  | [Amr.PWD]          | ["Firefox*"]    || DISABLED
        OFF        | false     | true     | true  | [Amr.PWD, Amr.OTP] | []              || DISABLED
        SUPERUSERS | true      | true     | false | [Amr.PWD]          | []              || DISABLED
        EVERYONE   | false     | true     | false | [Amr.PWD]          | ["Firefox*"]    || DISABLED
    }

    def "over all there is: the gate opens for nobody who is disabled, owes a factor, or must set one up"() {
        given:
        def all = [SecondFactorPolicy.values() as List, [true, false], [true, false], [true, false],
                   Amr.values().toList().subsequences().collect { it as Set } + [[] as Set],
                   [[], ["Firefox*"], ["cinema*"]]].combinations()

        when:
        def open = all.findAll { policy, superuser, disabled, totp, amr, agents ->
            AccountGate.decide(account(superuser, disabled, totp, agents), amr, TV, policy) == OPEN
        }

        then:
        all.size() == 3 * 2 * 2 * 2 * 8 * 3
        !open.empty
        open.every { policy, superuser, disabled, totp, amr, agents ->
            !disabled && (!totp || Amr.OTP in amr) && (Amr.OTP in amr || agents != ["Firefox*"]) &&
                (totp || policy == OFF || (policy == SUPERUSERS && !superuser))
        }
    }

    def "a fresh account is enabled, plain, and at version 1; its version only rises"() {
        given:
        def state = AccountState.fresh(new UserId(UUID.randomUUID()))

        expect:
        AccountGate.decide(state, [Amr.PWD] as Set, UserAgent.NONE, OFF) == OPEN
        !state.superuser()
        state.roles().empty
        state.tokenVersion() == 1
        state.withRaisedVersion().tokenVersion() == 2
        state.withRaisedVersion().withAllowedAgents(new AllowedAgents(["a"])).tokenVersion() == 2
    }

    private static AccountState account(boolean superuser, boolean disabled, boolean totp, List<String> agents) {
        new AccountState(new UserId(UUID.randomUUID()), superuser, 1, disabled ? PAST : null, totp, new AllowedAgents(agents), [] as Set)
    }
}
