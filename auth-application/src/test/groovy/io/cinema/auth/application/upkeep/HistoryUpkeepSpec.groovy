package io.cinema.auth.application.upkeep

import io.cinema.auth.contracts.fixture.LoginEvents
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.memory.MemoryDatabase
import io.cinema.auth.contracts.memory.MemoryLoginEventRepository
import io.cinema.auth.domain.paging.PageRequest
import io.cinema.auth.domain.port.LoginEventRepository
import java.time.Instant
import java.time.Period
import java.time.YearMonth
import java.time.ZoneOffset
import spock.lang.Specification

class HistoryUpkeepSpec extends Specification {
    final MutableClock clock = new MutableClock()
    final LoginEventRepository history = new MemoryLoginEventRepository(new MemoryDatabase())

    def "at #now there is room from #first to #last, and what is before #kept is forgotten"() {
        given:
        clock.set(Instant.parse(now))
        def months = new ToldMonths(history)

        when:
        new HistoryUpkeep(months, Period.parse(retention), clock).run()

        then:
        months.prepared == [YearMonth.parse(first), YearMonth.parse(last)]
        months.forgottenBefore == YearMonth.parse(kept)

        where:
        now                           | retention || first     | last      | kept
        "2026-03-10T12:00:00Z"        | "P12M"    || "2026-03" | "2026-05" | "2025-03"
        "2026-10-31T23:59:59.999999Z" | "P12M"    || "2026-10" | "2026-12" | "2025-10"
        "2026-11-01T00:00:00Z"        | "P12M"    || "2026-11" | "2027-01" | "2025-11"
        "2026-12-31T23:59:59.999999Z" | "P12M"    || "2026-12" | "2027-02" | "2025-12"
        "2027-01-01T00:00:00Z"        | "P12M"    || "2027-01" | "2027-03" | "2026-01"
        "2027-01-01T00:00:00Z"        | "P1M"     || "2027-01" | "2027-03" | "2026-12"
        "2028-02-29T12:00:00Z"        | "P1Y"     || "2028-02" | "2028-04" | "2027-02"
        "2026-01-15T00:00:00Z"        | "P1Y6M"   || "2026-01" | "2026-03" | "2024-07"
        "2026-12-01T00:00:00Z"        | "P25M"    || "2026-12" | "2027-02" | "2024-11"
    }

    def "no event is forgotten before the retention is over, and none is kept a month longer: on #today"() {
        given:
        def user = TestIds.user()
        def now = Instant.parse("${today}T12:00:00Z")
        clock.set(now)
        def ages = (0..500).collect { now.atOffset(ZoneOffset.UTC).minusDays(it).toInstant() }
        ages.each { history.record(LoginEvents.success(user, it, Sessions.HOME)) }

        when:
        new HistoryUpkeep(history, Period.ofMonths(12), clock).run()

        then:
        def left = every(user)*.at()
        def due = now.atOffset(ZoneOffset.UTC).minusMonths(12)
        left.containsAll(ages.findAll { it >= due.toInstant() })
        left.every { it >= due.minusMonths(1).toInstant() }

        where:
        today << ["2026-01-01", "2026-01-31", "2026-02-28", "2026-12-31", "2028-02-29"]
    }

    def "a second round in the same month changes nothing"() {
        given:
        def user = TestIds.user()
        history.record(LoginEvents.success(user, clock.instant(), Sessions.HOME))
        def upkeep = new HistoryUpkeep(history, Period.ofMonths(1), clock)

        when:
        2.times { upkeep.run() }

        then:
        every(user).size() == 1
    }

    private List every(user) {
        def found = []
        def cursor = null
        while (true) {
            def page = history.history(user, new PageRequest(PageRequest.MOST, cursor))
            found += page.items()
            cursor = page.next()
            if (cursor == null) {
                return found
            }
        }
    }

    /** A history that tells which months it was asked for; the one in memory has room for any. */
    static class ToldMonths implements LoginEventRepository {
        @Delegate
        private final LoginEventRepository history

        List<YearMonth> prepared
        YearMonth forgottenBefore

        ToldMonths(LoginEventRepository history) {
            this.history = history
        }

        @Override
        void prepare(YearMonth first, YearMonth last) {
            prepared = [first, last]
        }

        @Override
        void forgetBefore(YearMonth first) {
            forgottenBefore = first
        }
    }
}
