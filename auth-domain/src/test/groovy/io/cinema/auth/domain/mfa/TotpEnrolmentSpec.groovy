package io.cinema.auth.domain.mfa

import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.secret.SealedBytes
import java.time.Instant
import spock.lang.Specification

class TotpEnrolmentSpec extends Specification {
    static final Instant T0 = Instant.parse("2026-03-10T12:00:00Z")

    private final begun = TotpEnrolment.begun(new UserId(UUID.randomUUID()), SealedBytes.of([1, 2, 3] as byte[]), T0)

    def "one that was begun waits for its first code, and any step may be that"() {
        expect:
        !begun.confirmed()
        begun.createdAt() == T0
        begun.lastStep() == 0
    }

    def "it waits for a quarter of an hour: after #seconds seconds #waits"() {
        expect:
        begun.waitsAt(T0.plusSeconds(seconds)) == waits
        !begun.confirmedBy(59_000_000, T0).waitsAt(T0.plusSeconds(seconds))

        where:
        seconds || waits
        0       || true
        899     || true
        900     || false
    }

    def "a code turns it on, and is used up"() {
        given:
        def on = begun.confirmedBy(59_000_000, T0.plusSeconds(60))

        expect:
        on.confirmed()
        on.confirmedAt() == T0.plusSeconds(60)
        on.lastStep() == 59_000_000
        [on.user(), on.secret(), on.createdAt()] == [begun.user(), begun.secret(), T0]
    }
}
