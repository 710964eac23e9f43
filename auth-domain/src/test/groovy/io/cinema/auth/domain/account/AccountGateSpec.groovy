package io.cinema.auth.domain.account

import static io.cinema.auth.domain.account.AccountGate.Decision.AGENT_NOT_ALLOWED
import static io.cinema.auth.domain.account.AccountGate.Decision.DISABLED
import static io.cinema.auth.domain.account.AccountGate.Decision.FACTOR_MISSING
import static io.cinema.auth.domain.account.AccountGate.Decision.OPEN

import io.cinema.auth.domain.login.UserAgent
import io.cinema.auth.domain.token.Amr
import java.time.Instant
import spock.lang.Specification

class AccountGateSpec extends Specification {
    static final Instant PAST = Instant.parse("2026-03-10T12:00:00Z")

    def "disabled: #disabled, second factor: #totp, proved: #amr, allowed agents: #agents -> #decision"() {
        given:
        def id = new UserId(UUID.randomUUID())
        def state = new AccountState(id, superuser, 1, disabled ? PAST : null, totp, new AllowedAgents(agents), [] as Set)

        expect:
        AccountGate.decide(state, amr as Set, new UserAgent("Cinema TV/4.2")) == decision

        where:
        superuser | disabled | totp  | amr                | agents          || decision
        false     | false    | false | [Amr.PWD]          | []              || OPEN
        false     | false    | false | [Amr.FED]          | []              || OPEN
        false     | false    | false | []                 | []              || OPEN
        false     | false    | true  | [Amr.PWD, Amr.OTP] | []              || OPEN
        false     | false    | true  | [Amr.OTP]          | []              || OPEN
        false     | false    | true  | [Amr.PWD]          | []              || FACTOR_MISSING
        false     | false    | true  | [Amr.FED]          | []              || FACTOR_MISSING
        false     | false    | true  | []                 | []              || FACTOR_MISSING
        false     | false    | false | [Amr.PWD, Amr.OTP] | []              || OPEN
        false     | false    | false | [Amr.PWD]          | ["cinema tv/*"] || OPEN
        false     | false    | false | [Amr.PWD]          | ["Firefox*"]    || AGENT_NOT_ALLOWED
        false     | false    | true  | [Amr.PWD]          | ["Firefox*"]    || FACTOR_MISSING
        false     | true     | false | [Amr.PWD]          | []              || DISABLED
        false     | true     | true  | [Amr.PWD]          | ["Firefox*"]    || DISABLED
        false     | true     | true  | [Amr.PWD, Amr.OTP] | []              || DISABLED
        true      | true     | false | [Amr.PWD]          | []              || DISABLED
        true      | false    | true  | [Amr.PWD]          | []              || FACTOR_MISSING
        true      | false    | false | [Amr.PWD]          | ["Firefox*"]    || AGENT_NOT_ALLOWED
    }

    def "a fresh account is enabled, plain, and at version 1; its version only rises"() {
        given:
        def state = AccountState.fresh(new UserId(UUID.randomUUID()))

        expect:
        AccountGate.decide(state, [Amr.PWD] as Set, UserAgent.NONE) == OPEN
        !state.superuser()
        state.roles().empty
        state.tokenVersion() == 1
        state.withRaisedVersion().tokenVersion() == 2
        state.withRaisedVersion().withAllowedAgents(new AllowedAgents(["a"])).tokenVersion() == 2
    }
}
