package io.cinema.auth.domain.login

import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class ThrottleLimitsSpec extends Specification {
    static final Instant T0 = Instant.parse("2026-03-10T12:00:00Z")
    static final Duration TICK = Duration.ofNanos(1)

    /** Locks of 30, 60, 120, 240 and at last 300 seconds; one guess is forgiven every ten minutes. */
    static final ThrottleLimits LIMITS =
        new ThrottleLimits(5, Duration.ofSeconds(30), Duration.ofSeconds(300), Duration.ofMinutes(10))

    def "wrong guess number #guess locks for #seconds seconds"() {
        expect:
        after(guess).lockedUntil() == (seconds ? T0.plusSeconds(seconds) : null)

        where:
        guess || seconds
        1     || null
        4     || null
        5     || 30
        6     || 60
        7     || 120
        8     || 240
        9     || 300
        10    || 300
        1000  || 300
    }

    def "a lock ends at its second, not before"() {
        given:
        def locked = after(5)

        expect:
        locked.lockedAt(T0).get() == T0.plusSeconds(30)
        locked.lockedAt(T0.plusSeconds(30) - TICK).present
        locked.lockedAt(T0.plusSeconds(30)).empty
        Attempts.NONE.lockedAt(T0).empty
        after(4).lockedAt(T0).empty
    }

    def "no more are counted than lengthen the lock: they would only take longer to be forgiven"() {
        expect:
        after(9).failures() == 9
        after(10).failures() == 9
        after(1000) == after(9)
    }

    def "after #failures guesses at once and #wait, one more is number #counted"() {
        given:
        def next = LIMITS.failed(after(failures), T0 + wait)

        expect:
        next.failures() == counted

        where:
        failures | wait                         || counted
        3        | Duration.ZERO                || 4
        3        | Duration.ofMinutes(10) - TICK || 4
        3        | Duration.ofMinutes(10)       || 3
        3        | Duration.ofMinutes(20) - TICK || 3
        3        | Duration.ofMinutes(20)       || 2
        3        | Duration.ofMinutes(30)       || 1
        3        | Duration.ofDays(10_000)      || 1
        9        | Duration.ofMinutes(10)       || 9
        9        | Duration.ofMinutes(20)       || 8
        9        | Duration.ofMinutes(50) - TICK || 6
        9        | Duration.ofMinutes(50)       || 5
        9        | Duration.ofMinutes(60)       || 4
    }

    def "the time towards the next forgiving is not lost by a guess on the way"() {
        given: "three at once, and one 15 minutes later, when one was forgiven"
        def four = LIMITS.failed(after(3), T0.plusSeconds(900))

        expect: "the next is forgiven 20 minutes after the start, not 25"
        four.failures() == 3
        four.since() == T0.plusSeconds(600)
        LIMITS.failed(four, T0.plusSeconds(1200) - TICK).failures() == 4
        LIMITS.failed(four, T0.plusSeconds(1200)).failures() == 3
    }

    def "when all are forgiven, time starts anew"() {
        given:
        def later = T0 + Duration.ofMinutes(35)

        expect:
        LIMITS.failed(after(3), later) == LIMITS.failed(Attempts.NONE, later)
        LIMITS.failed(Attempts.NONE, later) == new Attempts(1, later, null, false)
    }

    def "a clock that goes back forgives nothing, and takes nothing twice"() {
        given:
        def back = LIMITS.failed(after(6), T0 - Duration.ofHours(5))

        expect:
        back.failures() == 7
        back.since() == T0
        LIMITS.failed(back, T0).failures() == 8
    }

    def "a new guess is a new lock, which nobody was refused for yet"() {
        given:
        def noted = new Attempts(6, T0, T0.plusSeconds(60), true)

        expect:
        !LIMITS.failed(noted, T0.plusSeconds(60)).refusalNoted()
    }

    def "whoever guesses on, each time the moment the lock ends, has at most #most guesses a day: #limits"() {
        given:
        def (attempts, now, guesses) = [Attempts.NONE, T0, 0]

        when:
        while (now < T0 + Duration.ofDays(1)) {
            attempts = limits.failed(attempts, now)
            guesses++
            now = attempts.lockedAt(now).orElse(now)
        }

        then: "the free ones, one for each doubling, then one for each longest lock or each forgiven, whichever are more"
        guesses <= most

        where:
        limits                           || most
        LIMITS                           || 5 + 4 + 288
        LoginThrottle.DEFAULT.password() || 5 + 5 + 144
        LoginThrottle.DEFAULT.code()     || 5 + 6 + 24
        LoginThrottle.DEFAULT.address()  || 100 + 5 + 8640
    }

    def "once it was quiet for as long as is remembered, all is forgiven and nothing locked: #limits"() {
        given:
        def random = new Random(7)
        def memory = limits.memory()

        expect:
        (1..200).every {
            def (attempts, now) = [Attempts.NONE, T0]
            (1..random.nextInt(60) + 1).each {
                now = attempts.lockedAt(now).orElse(now).plusMillis(random.nextInt(400_000))
                attempts = limits.failed(attempts, now)
            }
            def quiet = now + memory
            attempts.lockedAt(quiet).empty && limits.failed(attempts, quiet) == limits.failed(Attempts.NONE, quiet)
        }

        where:
        limits << [LIMITS,
                   new ThrottleLimits(1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)),
                   new ThrottleLimits(1, Duration.ofSeconds(1), Duration.ofDays(1), Duration.ofSeconds(1)),
                   new ThrottleLimits(100, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofSeconds(10))]
    }

    def "with one free guess and a lock that never grows, every guess locks alike"() {
        given:
        def limits = new ThrottleLimits(1, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMinutes(1))
        def once = limits.failed(Attempts.NONE, T0)

        expect:
        once == new Attempts(1, T0, T0.plusSeconds(10), false)
        limits.failed(once, T0) == once
    }

    def "#what is refused"() {
        when:
        new ThrottleLimits(free, first, longest, forgive)

        then:
        thrown(IllegalArgumentException)

        where:
        what                              | free | first                  | longest                | forgive
        "no free guess"                   | 0    | Duration.ofSeconds(30) | Duration.ofMinutes(15) | Duration.ofMinutes(10)
        "a lock of no time"               | 5    | Duration.ZERO          | Duration.ofMinutes(15) | Duration.ofMinutes(10)
        "a lock of negative time"         | 5    | Duration.ofSeconds(-1) | Duration.ofMinutes(15) | Duration.ofMinutes(10)
        "a longest lock below the first"  | 5    | Duration.ofSeconds(30) | Duration.ofSeconds(29) | Duration.ofMinutes(10)
        "forgiving at once"               | 5    | Duration.ofSeconds(30) | Duration.ofMinutes(15) | Duration.ZERO
        "more free ones than anybody counts" | 1_000_001 | Duration.ofSeconds(30) | Duration.ofMinutes(15) | Duration.ofSeconds(1)
        "a lock for more than a year"     | 5    | Duration.ofSeconds(30) | Duration.ofDays(366)   | Duration.ofMinutes(10)
        "forgiving five in 11 years"      | 5    | Duration.ofSeconds(30) | Duration.ofMinutes(15) | Duration.ofDays(11 * 73)
    }

    def "the widest limits are counted with as any"() {
        given:
        def widest = new ThrottleLimits(free, Duration.ofNanos(1), Duration.ofDays(365), Duration.ofDays(3650).dividedBy(free))
        def much = new Attempts(1_000_100, T0, null, false)

        expect:
        widest.failed(much, T0).lockedUntil() == T0 + Duration.ofDays(365)
        T0 - widest.memory() > Instant.parse("-4000-01-01T00:00:00Z")

        where:
        free << [1, 1_000_000]
    }

    /** What is counted after so many wrong guesses at one moment. */
    private static Attempts after(int guesses) {
        (1..guesses).inject(Attempts.NONE) { counted, _ -> LIMITS.failed(counted, T0) }
    }
}
