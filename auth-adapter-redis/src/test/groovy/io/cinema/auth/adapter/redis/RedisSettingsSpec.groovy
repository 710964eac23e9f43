package io.cinema.auth.adapter.redis

import java.time.Duration
import spock.lang.Specification

class RedisSettingsSpec extends Specification {
    private static final OK = Duration.ofSeconds(1)
    private static final NO = Duration.ZERO

    def "by default a request waits a fifth of a second at most"() {
        expect:
        RedisSettings.DEFAULTS.commandTimeout() == Duration.ofMillis(200)
    }

    def "every time must be positive, and there must be room to wait"() {
        when:
        new RedisSettings(command, fill, connect, retry, waiting)

        then:
        thrown(IllegalArgumentException)

        where:
        command | fill | connect | retry | waiting
        NO      | OK   | OK      | OK    | 1
        OK      | NO   | OK      | OK    | 1
        OK      | OK   | NO      | OK    | 1
        OK      | OK   | OK      | NO    | 1
        OK      | OK   | OK      | OK    | 0
    }
}
