package io.cinema.auth.domain.token

import io.cinema.auth.domain.secret.SealedBytes
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class KeyScheduleSpec extends Specification {
    static final Instant T0 = Instant.parse("2026-03-10T12:00:00Z")
    static final Duration TICK = Duration.ofNanos(1)
    static final Duration PERIOD = Duration.ofDays(30)
    static final Duration NOTICE = Duration.ofHours(24)
    static final Duration REMEMBRANCE = Duration.ofMinutes(30)

    final KeySchedule schedule = new KeySchedule(PERIOD, NOTICE, REMEMBRANCE)

    static SigningKey key(int generation, Instant activeFrom) {
        new SigningKey("kid-$generation", generation, activeFrom, activeFrom, "{}", SealedBytes.of([generation] as byte[]))
    }

    def "the first key is due at once, to sign at once"() {
        expect:
        schedule.due([], T0).get() == T0
        schedule.active([], T0).empty
        schedule.published([], T0).empty
        schedule.forgotten([], T0).empty
    }

    def "the next key is due #before before the newest ends its period, to take over at #from"() {
        expect:
        schedule.due([key(1, T0 - PERIOD), key(2, T0)], T0 + PERIOD - before) == Optional.ofNullable(from)

        where:
        before                  || from
        PERIOD                  || null
        NOTICE + TICK           || null
        NOTICE                  || T0 + PERIOD
        NOTICE - TICK           || T0 + PERIOD + TICK
        Duration.ZERO           || T0 + PERIOD + NOTICE
        Duration.ofDays(-400)   || T0 + PERIOD + Duration.ofDays(400) + NOTICE
    }

    def "no key takes over earlier than it was published for the notice: #late too late"() {
        given:
        def now = T0 + PERIOD - NOTICE + late

        expect:
        !schedule.due([key(1, T0)], now).get().isBefore(now + NOTICE)

        where:
        late << [Duration.ZERO, TICK, Duration.ofHours(1), NOTICE, PERIOD, Duration.ofDays(1000)]
    }

    def "while a next key waits none is due, however long"() {
        given:
        def keys = [key(1, T0 - PERIOD), key(2, T0 + NOTICE)]

        expect:
        schedule.due(keys, T0).empty
        schedule.due(keys, T0 + NOTICE).empty
    }

    def "the newest active key signs: #shift from the takeover it is #generation"() {
        given:
        def keys = [key(1, T0 - PERIOD), key(2, T0), key(3, T0 + PERIOD)]

        expect:
        schedule.active(keys, T0 + shift).map { it.generation() }.orElse(null) == generation
        schedule.active(keys.reverse(), T0 + shift).map { it.generation() }.orElse(null) == generation

        where:
        shift                   || generation
        PERIOD.negated() - TICK || null
        PERIOD.negated()        || 1
        TICK.negated()          || 1
        Duration.ZERO           || 2
        PERIOD - TICK           || 2
        PERIOD                  || 3
    }

    def "a key stays published for the remembrance after its successor took over: #after"() {
        given:
        def keys = [key(3, T0 + PERIOD), key(2, T0), key(1, T0 - PERIOD)]

        expect:
        schedule.published(keys, T0 + after)*.generation() == published
        schedule.forgotten(keys, T0 + after)*.generation() == [1, 2, 3].reverse() - published

        where:
        after                       || published
        TICK.negated()              || [1, 2, 3]
        Duration.ZERO               || [1, 2, 3]
        REMEMBRANCE                 || [1, 2, 3]
        REMEMBRANCE + TICK          || [2, 3]
        PERIOD + REMEMBRANCE        || [2, 3]
        PERIOD + REMEMBRANCE + TICK || [3]
        Duration.ofDays(4000)       || [3]
    }

    def "the key that signs is always published, and so is the next one"() {
        given:
        def keys = (1..5).collect { key(it, T0 + PERIOD.multipliedBy(it)) }

        expect:
        (0..200).every { day ->
            def now = T0 + Duration.ofDays(day)
            def published = schedule.published(keys, now)
            schedule.active(keys, now).map { published.contains(it) }.orElse(true) &&
                keys.findAll { it.activeFrom().isAfter(now) }.every { published.contains(it) }
        }
    }

    def "the key pair that is stored prints nothing of its private half"() {
        given:
        def key = new SigningKey("kid-1", 1, T0, T0, "{}", SealedBytes.of("hidden".bytes))

        expect:
        key.toString().contains("[sealed]")
        !key.toString().contains("hidden")
        !key.toString().contains(Arrays.toString("hidden".bytes))
    }

    def "sealed bytes are equal by content and can't be changed from outside"() {
        given:
        def bytes = [1, 2, 3] as byte[]
        def sealed = SealedBytes.of(bytes)

        when:
        bytes[0] = 9
        sealed.bytes()[1] = 9

        then:
        sealed == SealedBytes.of([1, 2, 3] as byte[])
        sealed.hashCode() == SealedBytes.of([1, 2, 3] as byte[]).hashCode()
        sealed != SealedBytes.of([1, 2] as byte[])
    }
}
