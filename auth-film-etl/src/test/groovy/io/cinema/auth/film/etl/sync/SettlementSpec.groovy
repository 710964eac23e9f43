package io.cinema.auth.film.etl.sync

import java.time.Instant
import spock.lang.Specification

class SettlementSpec extends Specification {
    static final Instant START = Instant.parse('2026-11-22T10:00:00Z')

    final Settlement settlement = new Settlement()

    def "where nobody writes, all before the view is settled"() {
        expect:
        settlement.after(view(1, 7, 7)) == at(1)
        settlement.after(view(2, 7, 7)) == at(2)
    }

    def "a transaction that is open holds the time up at the last view before it"() {
        expect:
        settlement.after(view(1, 7, 7)) == at(1)
        settlement.after(view(2, 7, 9)) == at(1)
        settlement.after(view(3, 7, 12)) == at(1)
        settlement.after(view(4, 12, 12)) == at(4)
    }

    def "where somebody always writes, a view is settled once all have ended that wrote then"() {
        expect:
        settlement.after(view(1, 5, 7)) == null
        settlement.after(view(2, 7, 9)) == at(1)
        settlement.after(view(3, 8, 10)) == at(1)
        settlement.after(view(4, 10, 12)) == at(3)
    }

    def "one that is open for days costs no more memory, and is over when it is over"() {
        when:
        settlement.after(view(0, 1, 1))
        (1..5_000).each { assert settlement.after(view(it, 1, 2 + it)) == at(0) }

        then:
        settlement.open.size() == Settlement.LONGEST
        settlement.after(view(5_001, 9_000, 9_000)) == at(5_001)
    }

    def "a clock that was put back settles nothing, and what came before is read again"() {
        expect:
        settlement.after(view(100, 7, 7)) == at(100)
        settlement.after(view(90, 8, 8)) == at(30)
        settlement.after(view(91, 8, 8)) == at(91)
    }

    private static Moment view(int second, long oldestOpen, long nextToOpen) {
        new Moment(at(second), oldestOpen, nextToOpen)
    }

    private static Instant at(int second) {
        START.plusSeconds(second)
    }
}
