package io.cinema.auth.domain.social

import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.secret.Secret
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class SocialFlowSpec extends Specification {
    static final Instant END = Instant.parse("2026-03-10T12:10:00.123456Z")
    static final Duration BEGIN = SocialFlow.LIFE.negated()
    static final Duration STEP = Duration.ofNanos(1)
    static final UserId ANNA = new UserId(new UUID(1, 1))
    static final UserId ALIKE = new UserId(new UUID(1, 1))
    static final UserId BORIS = new UserId(new UUID(2, 2))

    def "a flow of #owner is finished from #provider with '#token' by #finishing at its end #offset: #good"() {
        expect:
        flow(owner).isFor(new ProviderName(provider), Secret.of(token), finishing, END + offset) == good

        where:
        owner | provider | token        | finishing | offset            || good
        null  | "google" | "flow token" | null      | BEGIN             || true
        ANNA  | "google" | "flow token" | ANNA      | BEGIN             || true
        ANNA  | "google" | "flow token" | ALIKE     | BEGIN             || true

        // Another provider.
        null  | "github" | "flow token" | null      | BEGIN             || false
        ANNA  | "github" | "flow token" | ANNA      | BEGIN             || false

        // Another client.
        null  | "google" | "flow toke"  | null      | BEGIN             || false
        null  | "google" | "Flow token" | null      | BEGIN             || false
        null  | "google" | ""           | null      | BEGIN             || false
        null  | "google" | "state"      | null      | BEGIN             || false
        null  | "google" | "nonce"      | null      | BEGIN             || false
        ANNA  | "google" | "verifier"   | ANNA      | BEGIN             || false

        // Somebody else, or a sign-in for a linking and the other way round.
        ANNA  | "google" | "flow token" | BORIS     | BEGIN             || false
        ANNA  | "google" | "flow token" | null      | BEGIN             || false
        null  | "google" | "flow token" | ANNA      | BEGIN             || false

        // Too late.
        null  | "google" | "flow token" | null      | STEP.negated()    || true
        null  | "google" | "flow token" | null      | Duration.ZERO     || false
        null  | "google" | "flow token" | null      | STEP              || false
        ANNA  | "google" | "flow token" | ANNA      | STEP.negated()    || true
        ANNA  | "google" | "flow token" | ANNA      | Duration.ZERO     || false
    }

    def "a flow prints none of its secrets"() {
        given:
        def printed = flow(ANNA).toString()

        expect:
        ["=state", "flow token", "=nonce", "=verifier"].every { !printed.contains(it) }
        printed.count("[redacted]") == 4
    }

    def "a flow lives ten minutes"() {
        expect:
        SocialFlow.LIFE == Duration.ofMinutes(10)
    }

    private static SocialFlow flow(UserId owner) {
        new SocialFlow(new ProviderName("google"), Secret.of("state"), Secret.of("flow token"), Secret.of("nonce"),
            Secret.of("verifier"), URI.create("https://cinema.example/callback"), owner, END)
    }
}
