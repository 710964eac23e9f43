package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.SocialFlows
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.domain.port.SocialFlowStore
import io.cinema.auth.domain.secret.Secret
import io.cinema.auth.domain.social.ProviderName
import io.cinema.auth.domain.social.SocialFlow
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

/**
 * What every {@link SocialFlowStore} keeps to. Its clock starts at the machine's time, since a
 * backend may expire entries by a clock of its own.
 */
abstract class SocialFlowStoreContract extends Specification {
    protected final MutableClock clock = MutableClock.atSystemTime()

    /** The port under test as one node has it; the same one at each call. */
    abstract SocialFlowStore flows()

    /** The port as another node has it, on the same backend; the same one at each call. */
    abstract SocialFlowStore otherNode()

    /** Makes the backend forget everything, as {@code FLUSHALL} or a restart without a disk does. */
    abstract void emptyBackend()

    /** Returns when that much time has passed for the backend: a moment, for it may be real time. */
    abstract void pass(Duration moment)

    def "a flow comes back as it was put, once: #what"() {
        given:
        def flow = SocialFlows.ending(owner, expiresAt ?: clock.instant() + SocialFlow.LIFE)

        when:
        flows().put(flow, expiresAt ? expiresAt - SocialFlow.LIFE : clock.instant())

        then:
        flows().take(flow.state()).get() == flow
        flows().take(flow.state()).empty

        where:
        what                   | owner          | expiresAt
        "for a sign-in"        | null           | null
        "for linking"          | TestIds.user() | null
        "to the nanosecond"    | null           | Instant.parse("2026-03-10T12:10:00.123456789Z")
        "on a full second"     | null           | Instant.parse("2026-03-10T12:10:00Z")
        "by a clock far ahead" | TestIds.user() | Instant.parse("2096-03-10T12:10:00.000001Z")
    }

    def "every text of a flow comes back: #what"() {
        given:
        def now = clock.instant()
        def flow = new SocialFlow(new ProviderName(provider), Secret.of(TestIds.word() + text), Secret.of("t" + text),
            Secret.of("n" + text), Secret.of("v" + text), URI.create(uri), TestIds.user(), now + SocialFlow.LIFE)

        when:
        flows().put(flow, now)
        def taken = otherNode().take(flow.state()).get()

        then:
        taken == flow
        [taken.state(), taken.flowToken(), taken.nonce(), taken.codeVerifier()]*.reveal() ==
            [flow.state(), flow.flowToken(), flow.nonce(), flow.codeVerifier()]*.reveal()
        taken.redirectUri().toString() == uri

        where:
        what          | provider  | text                        | uri
        "nothing"     | "vk"      | ""                          | "https://cinema.example/callback"
        "signs"       | "a-1"     | " \n\t\0|:;,%25+&=\"'\\{}-" | "https://cinema.example/c?a=b%20c&d=%2F+%D1%84#part"
        "any script"  | "p" * 32  | "анна 山田 🎬"               | "http://127.0.0.1:8080/callback"
        "another app" | "my-idp"  | "-"                         | "com.example.cinema:/callback"
        "long"        | "yandex"  | "x" * 10_000                | "https://cinema.example/" + "c" * 4000
    }

    def "nothing is there under #what, and asking harms nobody"() {
        given:
        def flow = put()

        expect:
        flows().take(Secret.of(state)).empty
        flows().take(flow.state()).get() == flow

        where:
        what                | state
        "an empty state"    | ""
        "a space"           | " "
        "a pattern"         | "*"
        "a NUL"             | "\0"
        "a line break"      | "a\r\nDEL a\r\n"
        "a lone surrogate"  | "\ud800"
        "any script"        | "анна 山田 🎬"
        "a megabyte"        | "x" * 1_000_000
        "a stranger's"      | SocialFlows.signIn(Instant.now()).state().reveal()
    }

    def "a flow is found by its state, and by none of its other secrets, nor by nearly its state"() {
        given:
        def flow = put()
        def state = flow.state().reveal()

        expect:
        [flow.flowToken(), flow.nonce(), flow.codeVerifier(), Secret.of(state.take(42)), Secret.of(state + "A"),
         Secret.of(" " + state), Secret.of(state.reverse())].every { flows().take(it).empty }
        flows().take(flow.state()).get() == flow
    }

    def "flows do not touch each other"() {
        given:
        def all = (1..20).collect { put() }

        expect:
        flows().take(all[7].state()).get() == all[7]
        all.withIndex().every { flow, i -> flows().take(flow.state()) == (i == 7 ? Optional.empty() : Optional.of(flow)) }
    }

    def "of twenty who take one flow in parallel, from two nodes, one gets it, ten times"() {
        expect:
        10.times {
            def flow = put()
            def taken = Parallel.times(20) { int i -> (i % 2 ? flows() : otherNode()).take(flow.state()) }
            assert taken.count { it.present } == 1
            assert taken.find { it.present }.get() == flow
        }
    }

    def "what one node puts the other one takes"() {
        given:
        def flow = put()

        expect:
        otherNode().take(flow.state()).get() == flow
        flows().take(flow.state()).empty
    }

    def "a flow that #what by the clock of who puts it is not there"() {
        given:
        def now = clock.instant()
        def flow = SocialFlows.ending(null, now + life)

        when:
        flows().put(flow, now)

        then:
        flows().take(flow.state()).empty

        where:
        what                        | life
        "ends this moment"          | Duration.ZERO
        "ended a moment ago"        | Duration.ofNanos(-1)
        "ended ten minutes ago"     | SocialFlow.LIFE.negated()
        "ended thousands years ago" | Duration.ofDays(-1_000_000)
    }

    def "a flow is gone when its time has passed"() {
        given:
        def now = clock.instant()
        def brief = SocialFlows.ending(null, now + Duration.ofMillis(20))
        def whole = SocialFlows.signIn(now)

        when:
        flows().put(brief, now)
        flows().put(whole, now)
        pass(Duration.ofMillis(50))

        then:
        flows().take(brief.state()).empty
        flows().take(whole.state()).get() == whole
    }

    def "what the backend forgot is not there, and no error; new flows are kept"() {
        given:
        def flow = put()

        when:
        emptyBackend()

        then:
        flows().take(flow.state()).empty
        otherNode().take(flow.state()).empty

        when:
        def later = put()

        then:
        flows().take(later.state()).get() == later
    }

    protected SocialFlow put() {
        def flow = SocialFlows.signIn(clock.instant())
        flows().put(flow, clock.instant())
        flow
    }
}
