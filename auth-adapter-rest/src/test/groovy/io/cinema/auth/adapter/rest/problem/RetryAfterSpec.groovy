package io.cinema.auth.adapter.rest.problem

import io.micronaut.http.HttpResponse
import java.time.Duration
import spock.lang.Specification

class RetryAfterSpec extends Specification {

    def "#wait is written as #seconds: never too early, and never at once"() {
        given:
        def response = HttpResponse.ok()

        when:
        RetryAfter.set(response, wait)

        then:
        response.headers.get('Retry-After') == seconds

        where:
        wait                       || seconds
        Duration.ofSeconds(-5)     || '1'
        Duration.ZERO              || '1'
        Duration.ofNanos(1)        || '1'
        Duration.ofSeconds(1)      || '1'
        Duration.ofMillis(1_001)   || '2'
        Duration.ofNanos(29_000_000_001) || '30'
        Duration.ofSeconds(30)     || '30'
        Duration.ofDays(1)         || '86400'
    }
}
