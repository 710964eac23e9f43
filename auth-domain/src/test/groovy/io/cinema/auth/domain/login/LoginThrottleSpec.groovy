package io.cinema.auth.domain.login

import static io.cinema.auth.domain.login.AttemptKind.CODE
import static io.cinema.auth.domain.login.AttemptKind.PASSWORD

import io.cinema.auth.domain.account.UserId
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class LoginThrottleSpec extends Specification {
    static final Instant T0 = Instant.parse("2026-03-10T12:00:00Z")
    static final ACCOUNT = new AttemptKey.Account(new UserId(UUID.randomUUID()))
    static final NAME = new AttemptKey.Name("nobody")
    static final ADDRESS = new AttemptKey.Address("192.0.2.7")

    def "by default guess #guess at a #kind, counted under #subject, locks for #lock"() {
        given:
        def key = new AttemptKey(kind, subject)
        def counted = (1..guess).inject(Attempts.NONE) { sofar, _ -> LoginThrottle.DEFAULT.failed(key, sofar, T0) }

        expect:
        counted.lockedUntil() == (lock ? T0 + lock : null)

        where:
        kind     | subject | guess || lock
        PASSWORD | ACCOUNT | 4     || null
        PASSWORD | ACCOUNT | 5     || Duration.ofSeconds(30)
        PASSWORD | ACCOUNT | 6     || Duration.ofSeconds(60)
        PASSWORD | ACCOUNT | 9     || Duration.ofSeconds(480)
        PASSWORD | ACCOUNT | 10    || Duration.ofMinutes(15)
        PASSWORD | ACCOUNT | 500   || Duration.ofMinutes(15)
        PASSWORD | NAME    | 4     || null
        PASSWORD | NAME    | 5     || Duration.ofSeconds(30)
        PASSWORD | NAME    | 10    || Duration.ofMinutes(15)
        CODE     | ACCOUNT | 4     || null
        CODE     | ACCOUNT | 5     || Duration.ofMinutes(1)
        CODE     | ACCOUNT | 6     || Duration.ofMinutes(2)
        CODE     | ACCOUNT | 10    || Duration.ofMinutes(32)
        CODE     | ACCOUNT | 11    || Duration.ofHours(1)
        CODE     | ACCOUNT | 500   || Duration.ofHours(1)
        PASSWORD | ADDRESS | 99    || null
        PASSWORD | ADDRESS | 100   || Duration.ofSeconds(30)
        PASSWORD | ADDRESS | 500   || Duration.ofMinutes(15)
        CODE     | ADDRESS | 99    || null
        CODE     | ADDRESS | 100   || Duration.ofSeconds(30)
    }

    def "a name that nobody has is counted as an account is, guess by guess"() {
        given:
        def random = new Random(3)
        def (account, name, now) = [Attempts.NONE, Attempts.NONE, T0]

        expect:
        (1..100).every {
            now = now.plusSeconds(random.nextInt(1800))
            account = LoginThrottle.DEFAULT.failed(new AttemptKey(PASSWORD, ACCOUNT), account, now)
            name = LoginThrottle.DEFAULT.failed(new AttemptKey(PASSWORD, NAME), name, now)
            account == name
        }
    }

    def "a guesser of codes who never rests for a month has less than one chance in a hundred"() {
        given:
        def key = new AttemptKey(CODE, ACCOUNT)
        def (attempts, now, guesses) = [Attempts.NONE, T0, 0]

        when: "every guess is made the moment the lock ends"
        while (now < T0 + Duration.ofDays(30)) {
            attempts = LoginThrottle.DEFAULT.failed(key, attempts, now)
            guesses++
            now = attempts.lockedAt(now).orElse(now)
        }

        then: "two codes of a million count at a time"
        guesses * 2 / 1_000_000 < 0.01
    }

    def "what is remembered longest decides when something may be forgotten: #longest"() {
        given:
        def short_ = new ThrottleLimits(1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1))
        def long_ = new ThrottleLimits(3, Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofHours(1))
        def limits = ["password", "code", "address"].collect { it == longest ? long_ : short_ }

        expect: "five are counted at most, each of an hour, and the last lock"
        new LoginThrottle(limits[0], limits[1], limits[2]).memory() == Duration.ofHours(5).plusSeconds(4)

        where:
        longest << ["password", "code", "address"]
    }
}
