package io.cinema.auth.domain.account

import io.cinema.auth.domain.token.Tokens
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class StepUpPolicySpec extends Specification {
    static final Instant NOW = Tokens.NOW

    def "with a greatest age of #maxAge, a sign-in #age ago is fresh: #fresh"() {
        given:
        def token = Tokens.verified(authTime: NOW - age)

        expect:
        new StepUpPolicy(maxAge).fresh(token, NOW) == fresh

        where:
        maxAge                | age                                      || fresh
        Duration.ofMinutes(5) | Duration.ZERO                            || true
        Duration.ofMinutes(5) | Duration.ofSeconds(299)                  || true
        Duration.ofMinutes(5) | Duration.ofSeconds(300)                  || true
        Duration.ofMinutes(5) | Duration.ofSeconds(300) + Duration.ofNanos(1) || false
        Duration.ofMinutes(5) | Duration.ofSeconds(301)                  || false
        Duration.ofMinutes(5) | Duration.ofDays(30)                      || false
        Duration.ofSeconds(1) | Duration.ofSeconds(1)                    || true
        Duration.ofSeconds(1) | Duration.ofSeconds(2)                    || false
    }

    def "a token that was refreshed a moment ago is as old as its sign-in"() {
        given:
        def token = Tokens.verified(authTime: NOW - Duration.ofHours(1), issuedAt: NOW)

        expect:
        !StepUpPolicy.DEFAULT.fresh(token, NOW)
    }

    def "a greatest age of #maxAge is refused"() {
        when:
        new StepUpPolicy(maxAge)

        then:
        thrown(IllegalArgumentException)

        where:
        maxAge << [Duration.ZERO, Duration.ofSeconds(-1)]
    }
}
