package io.cinema.auth.contracts

import static io.cinema.auth.domain.login.LoginResult.ACCOUNT_DISABLED
import static io.cinema.auth.domain.login.LoginResult.UNKNOWN_LOGIN
import static io.cinema.auth.domain.login.LoginResult.WRONG_PASSWORD

import io.cinema.auth.contracts.fixture.LoginEvents
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.login.LoginEvent
import io.cinema.auth.domain.login.LoginMethod
import io.cinema.auth.domain.login.LoginResult
import io.cinema.auth.domain.login.Origin
import io.cinema.auth.domain.login.UserAgent
import io.cinema.auth.domain.paging.Cursor
import io.cinema.auth.domain.paging.PageRequest
import io.cinema.auth.domain.port.LoginEventRepository
import io.cinema.auth.domain.port.UserRepository
import io.cinema.auth.domain.social.ProviderName
import java.time.Duration
import java.time.Instant
import java.time.YearMonth
import spock.lang.Specification

/**
 * What every {@link LoginEventRepository} keeps to. Events name sessions that are not kept anywhere:
 * the history outlives them.
 */
abstract class LoginEventRepositoryContract extends Specification {
    protected static final Duration TICK = Duration.ofNanos(1000)

    protected final MutableClock clock = new MutableClock()

    /** The port under test; the same one at each call. */
    abstract LoginEventRepository events()

    /** Where the users of the events are kept. */
    abstract UserRepository users()

    def setup() {
        events().prepare(YearMonth.of(2026, 1), YearMonth.of(2026, 4))
    }

    def "an event comes back as it was kept, to the microsecond"() {
        given:
        def user = added()
        def event = new LoginEvent(TestIds.next(), user.id(), Instant.parse("2026-03-01T00:00:00.000001Z"), result,
            method, provider == null ? null : new ProviderName(provider), new Origin(ip, new UserAgent(agent)), false,
            withSession ? TestIds.session() : null)

        when:
        def kept = events().record(event)

        then:
        kept == withNewAgent(event, result == LoginResult.SUCCESS)
        events().history(user.id(), first(10)).items() == [kept]

        where:
        result                           | method               | provider | ip                 | agent         | withSession
        LoginResult.SUCCESS              | LoginMethod.PASSWORD | null     | "192.0.2.7"        | "Cinema/1"    | true
        LoginResult.SUCCESS              | LoginMethod.SOCIAL   | "yandex" | "2001:db8::1f"     | ""            | true
        LoginResult.WRONG_PASSWORD       | LoginMethod.PASSWORD | null     | "::ffff:192.0.2.7" | "Ж" * 512     | false
        LoginResult.REFRESH_TOKEN_REUSED | LoginMethod.REFRESH  | null     | "192.0.2.7"        | "🎬 '; DROP --" | true
        LoginResult.ACCOUNT_DISABLED     | LoginMethod.SOCIAL   | "vk"     | "192.0.2.7"        | "Cinema/1"    | false
        LoginResult.FACTOR_MISSING       | LoginMethod.PASSWORD | null     | "192.0.2.7"        | "Cinema/1"    | false
        LoginResult.AGENT_NOT_ALLOWED    | LoginMethod.PASSWORD | null     | "192.0.2.7"        | "Cinema/1"    | false
    }

    def "a user without events has an empty history"() {
        expect:
        events().history(TestIds.user(), first(10)).items().empty
        events().history(TestIds.user(), first(10)).next() == null
        events().history(added().id(), first(10)).items().empty
    }

    def "an attempt on an unknown login is kept, and shows in nobody's history"() {
        given:
        def user = added()

        when:
        def kept = events().record(LoginEvents.failure(null, clock.instant(), Sessions.HOME, UNKNOWN_LOGIN))

        then:
        kept.user() == null
        !kept.newAgent()
        events().history(user.id(), first(10)).items().empty
    }

    def "nobody sees another user's events"() {
        given:
        def one = added()
        def other = added()
        def mine = record(one.id())
        def theirs = record(other.id())

        expect:
        events().history(one.id(), first(10)).items() == [mine]
        events().history(other.id(), first(10)).items() == [theirs]

        and: "not even with the other's cursor"
        events().history(one.id(), new PageRequest(10, new Cursor(theirs.at() + TICK, theirs.id()))).items() == [mine]
    }

    def "history is newest first, whatever order it was recorded in"() {
        given:
        def user = added()
        def times = [5, 1, 4, 2, 3].collect { clock.instant() + Duration.ofMinutes(it) }

        when:
        times.each { record(user.id(), it) }

        then:
        events().history(user.id(), first(10)).items()*.at() == times.sort(false).reverse()
    }

    def "events of one instant are ordered by their id, newest first"() {
        given:
        def user = added()
        def kept = (1..5).collect { record(user.id()) }

        expect:
        events().history(user.id(), first(10)).items()*.id() == kept*.id().reverse()
    }

    def "paging by #limit loses and repeats nothing, also through equal timestamps"() {
        given:
        def user = added()
        def kept = (0..<12).collect { record(user.id(), clock.instant() + TICK.multipliedBy(it.intdiv(5))) }

        when:
        def pages = allPages(user.id(), limit)

        then:
        pages.collectMany { it.items()*.id() } == kept.reverse()*.id()
        pages.init().every { it.items().size() == limit }
        pages.size() == Math.ceilDiv(12, limit)

        where:
        limit << [1, 2, 3, 4, 5, 6, 11, 12, 13, 100]
    }

    def "an event that comes in between pages disturbs nobody"() {
        given:
        def user = added()
        def kept = (1..4).collect { record(user.id(), clock.advance(TICK)) }

        when:
        def head = events().history(user.id(), first(2))
        record(user.id(), clock.advance(TICK))
        def tail = events().history(user.id(), new PageRequest(2, head.next()))

        then:
        (head.items() + tail.items())*.id() == kept.reverse()*.id()
        tail.next() == null
    }

    def "an agent is new at its first success for that user only"() {
        given:
        def one = added()
        def other = added()

        expect:
        record(one.id(), clock.instant(), Sessions.HOME).newAgent()
        !record(one.id(), clock.instant(), Sessions.HOME).newAgent()
        record(one.id(), clock.instant(), Sessions.TRAIN).newAgent()
        record(other.id(), clock.instant(), Sessions.HOME).newAgent()

        and: "wherever it comes from"
        !record(one.id(), clock.instant(), new Origin("198.51.100.9", Sessions.HOME.agent())).newAgent()
    }

    def "an agent without a name is an agent too"() {
        given:
        def user = added()
        def nameless = new Origin("192.0.2.7", UserAgent.NONE)

        expect:
        record(user.id(), clock.instant(), nameless).newAgent()
        !record(user.id(), clock.instant(), nameless).newAgent()
    }

    def "a failure neither has a new agent nor makes one known"() {
        given:
        def user = added()

        expect:
        [WRONG_PASSWORD, ACCOUNT_DISABLED].every {
            !events().record(LoginEvents.failure(user.id(), clock.instant(), Sessions.HOME, it)).newAgent()
        }
        record(user.id(), clock.instant(), Sessions.HOME).newAgent()
    }

    def "what the caller says about a new agent does not count"() {
        given:
        def user = added()
        def event = withNewAgent(LoginEvents.success(user.id(), clock.instant(), Sessions.HOME), true)
        def again = withNewAgent(LoginEvents.success(user.id(), clock.instant(), Sessions.HOME), true)

        expect:
        events().record(event).newAgent()
        !events().record(again).newAgent()
    }

    def "of parallel first successes with one agent one is new"() {
        given:
        def user = added()

        when:
        def kept = Parallel.times(20) { record(user.id()) }

        then:
        kept.count { it.newAgent() } == 1
        events().history(user.id(), first(100)).items() as Set == kept as Set
    }

    def "months border on one another without a gap"() {
        given:
        def user = added()
        def instants = ["2026-01-31T23:59:59.999999Z", "2026-02-01T00:00:00Z", "2026-02-28T23:59:59.999999Z",
                        "2026-03-01T00:00:00Z"].collect { Instant.parse(it) }

        when:
        instants.each { record(user.id(), it) }

        then:
        events().history(user.id(), first(10)).items()*.at() == instants.reverse()
        allPages(user.id(), 1).collectMany { it.items()*.at() } == instants.reverse()
    }

    def "room for months is made as often as one likes, over the turn of a year, by many at once"() {
        given:
        def user = added()

        when:
        Parallel.times(8) { events().prepare(YearMonth.of(2027, 11), YearMonth.of(2028, 2)); true }
        events().prepare(YearMonth.of(2027, 10), YearMonth.of(2027, 12))
        def kept = ["2027-10-01T00:00:00Z", "2027-12-31T23:59:59.999999Z", "2028-01-01T00:00:00Z", "2028-02-29T23:59:59Z"]
            .collect { record(user.id(), Instant.parse(it)) }

        then:
        events().history(user.id(), first(10)).items() == kept.reverse()
    }

    def "whole months are forgotten, the given one stays"() {
        given:
        def user = added()
        events().prepare(YearMonth.of(2024, 11), YearMonth.of(2025, 2))
        def kept = ["2024-11-15T00:00:00Z", "2024-12-31T23:59:59.999999Z", "2025-01-01T00:00:00Z", "2025-02-01T00:00:00Z"]
            .collect { record(user.id(), Instant.parse(it)) }

        when:
        2.times { events().forgetBefore(YearMonth.of(2025, 1)) }

        then:
        events().history(user.id(), first(10)).items() == [kept[3], kept[2]]

        and: "the agent is still known"
        !record(user.id(), Instant.parse("2025-02-02T00:00:00Z")).newAgent()

        and: "room can be made for a forgotten month again"
        events().prepare(YearMonth.of(2024, 12), YearMonth.of(2024, 12))
        record(user.id(), Instant.parse("2024-12-24T00:00:00Z")).at() == events().history(user.id(), first(10)).items().last().at()
    }

    protected static PageRequest first(int limit) {
        new PageRequest(limit, null)
    }

    protected allPages(UserId user, int limit) {
        def pages = [events().history(user, first(limit))]
        while (pages.last().next() != null) {
            assert pages.size() < 100
            pages << events().history(user, new PageRequest(limit, Cursor.parse(pages.last().next().word())))
        }
        pages
    }

    protected LoginEvent record(UserId user, Instant at = clock.instant(), Origin from = Sessions.HOME) {
        events().record(LoginEvents.success(user, at, from))
    }

    protected static LoginEvent withNewAgent(LoginEvent e, boolean newAgent) {
        new LoginEvent(e.id(), e.user(), e.at(), e.result(), e.method(), e.provider(), e.origin(), newAgent, e.session())
    }

    protected User added() {
        def user = Users.any()
        assert users().add(user) == UserRepository.Saved.SAVED
        user
    }
}
