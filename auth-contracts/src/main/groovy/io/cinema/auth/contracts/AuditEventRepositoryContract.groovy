package io.cinema.auth.contracts

import static io.cinema.auth.domain.audit.AuditOutcome.DONE
import static io.cinema.auth.domain.audit.AuditOutcome.REFUSED

import io.cinema.auth.contracts.fixture.AuditEvents
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.audit.Actor
import io.cinema.auth.domain.audit.AuditAction
import io.cinema.auth.domain.audit.AuditEvent
import io.cinema.auth.domain.audit.AuditFilter
import io.cinema.auth.domain.audit.AuditTarget
import io.cinema.auth.domain.login.Origin
import io.cinema.auth.domain.login.UserAgent
import io.cinema.auth.domain.paging.Cursor
import io.cinema.auth.domain.paging.Page
import io.cinema.auth.domain.paging.PageRequest
import io.cinema.auth.domain.port.AuditEventRepository
import io.cinema.auth.domain.port.UnitOfWork
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

/**
 * What every {@link AuditEventRepository} keeps to. Other events may stand in the store already: every
 * feature asks for people and targets of its own, who are kept nowhere: the trail outlives them.
 */
abstract class AuditEventRepositoryContract extends Specification {
    protected static final Duration TICK = Duration.ofNanos(1000)

    protected final MutableClock clock = new MutableClock()
    protected final UserId actor = TestIds.user()
    protected final AuditTarget target = AuditTarget.of(TestIds.user())

    /** The port under test; the same one at each call. */
    abstract AuditEventRepository auditEvents()

    /** The unit of work that the port takes part in. */
    abstract UnitOfWork unitOfWork()

    def "an event comes back as it was recorded, to the microsecond: #what"() {
        given:
        def event = AuditEvents.event().at(Instant.parse("2026-03-01T00:00:00.000001Z")).target(target)
        how.call(event)
        def recorded = event.build()

        when:
        auditEvents().record(recorded)

        then:
        all(forTarget(target)) == [recorded]

        where:
        what                        | how
        "by a person"               | { it }
        "from IPv6, without agent"  | { it.by(new Actor.Person(TestIds.user(), new Origin("fe80::1%eth0", UserAgent.NONE))) }
        "by a strange agent"        | { it.by(new Actor.Person(TestIds.user(), new Origin("::1", new UserAgent("🎬 '; DROP --")))) }
        "from the console"          | { it.by(new Actor.Console("root")) }
        "by a strange operator"     | { it.by(new Actor.Console("Зоя \"O'Neil\" \\ 🎬")) }
        "refused"                   | { it.refused("last-superuser") }
        "without detail"            | { it.detail([:]) }
        "with detail"               | { it.detail([role: "critic", "": "", "a \"b\"": "{\"c\": [1, null]}", "ключ": "Ж 🎬 \\ ' % ?"]) }
        "with much detail"          | { it.detail((1..100).collectEntries { ["k" + it, "v" + it] }) }
        "of an action of some time" | { it.action(new AuditAction("thing_of_tomorrow.happened_then")) }
    }

    def "an event without target comes back without"() {
        given:
        def event = AuditEvents.event().by(actor).target(null).refused("role-name-taken").build()

        when:
        auditEvents().record(event)

        then:
        all(byActor(actor)) == [event]
    }

    def "a target may be of any kind: #other"() {
        given:
        def event = AuditEvents.event().by(actor).target(other).build()

        when:
        auditEvents().record(event)

        then:
        all(byActor(actor)) == [event]
        all(forTarget(other)) == [event]

        where:
        other << [AuditTarget.of(TestIds.role()), AuditTarget.ofKey("k" + TestIds.word().padRight(63, "x")),
                  new AuditTarget("thing_of_tomorrow", "id " + TestIds.word())]
    }

    def "events are told newest first, whatever order they were recorded in, those of one instant by id"() {
        given:
        def events = (0..<9).collect { AuditEvents.event().by(actor).at(clock.instant() + TICK.multipliedBy(it.intdiv(3))).build() }

        when:
        events.shuffled().each { auditEvents().record(it) }

        then:
        all(byActor(actor)) == events.reverse()
    }

    def "paging by #limit loses and repeats nothing, also through equal timestamps"() {
        given:
        def events = (0..<12).collect { recorded(AuditEvents.event().by(actor).at(clock.instant() + TICK.multipliedBy(it.intdiv(5)))) }

        when:
        def pages = pages(byActor(actor), limit)

        then:
        pages.collectMany { it.items() } == events.reverse()
        pages.init().every { it.items().size() == limit }
        pages.size() == Math.ceilDiv(12, limit)

        where:
        limit << [1, 2, 5, 11, 12, 13, 100]
    }

    def "an event that comes in between pages disturbs nobody"() {
        given:
        def events = (1..4).collect { recorded(AuditEvents.event().by(actor).at(clock.advance(TICK))) }

        when:
        def head = auditEvents().events(byActor(actor), new PageRequest(2, null))
        recorded(AuditEvents.event().by(actor).at(clock.advance(TICK)))
        def tail = auditEvents().events(byActor(actor), new PageRequest(2, head.next()))

        then:
        head.items() + tail.items() == events.reverse()
        tail.next() == null
    }

    def "without a filter all are told"() {
        given:
        def at = Instant.parse("2999-01-01T00:00:00Z") + TICK.multipliedBy(System.nanoTime().intdiv(1000))
        def one = recorded(AuditEvents.event().at(at))
        def other = recorded(AuditEvents.event().by(new Actor.Console("root")).target(null).at(at + TICK))

        expect:
        auditEvents().events(AuditFilter.ALL, new PageRequest(2, new Cursor(at + TICK.multipliedBy(2), TestIds.next()))).items() == [other, one]
    }

    def "every combination of sides of a filter tells what passes them all, page by page"() {
        given:
        def events = mixed()
        def times = events*.at()

        expect:
        [[null, actor], [null, target.id()], [null, AuditAction.ROLE_GRANTED], [null, DONE, REFUSED], [null, times[8]], [null, times[16]]]
            .combinations().findAll { it[0] != null || it[1] != null }.every { who, what, action, outcome, since, until ->
                def filter = new AuditFilter(who, what, action, outcome, since, until)
                def expected = events.findAll { passes(filter, it) }.reverse()
                assert all(filter) == expected
                assert pages(filter, 3).collectMany { it.items() } == expected
                true
            }
    }

    def "an action and an outcome alone find their events among all others"() {
        given:
        def at = Instant.parse("3999-01-01T00:00:00Z") + TICK.multipliedBy(System.nanoTime().intdiv(1000))
        def action = new AuditAction("contract." + ("a" + TestIds.word().replaceAll(/\d/, "x")).take(32))
        def one = recorded(AuditEvents.event().action(action).at(at))
        def other = recorded(AuditEvents.event().refused("on-purpose").at(at + TICK))

        expect:
        all(new AuditFilter(null, null, action, null, null, null)) == [one]
        all(new AuditFilter(null, null, null, REFUSED, at, at + TICK.multipliedBy(2))) == [other]
        all(new AuditFilter(null, null, null, DONE, at, at + TICK.multipliedBy(2))) == [one]
    }

    def "from since, included, until until, excluded: #since to #until"() {
        given:
        def start = clock.instant()
        def events = (0..<4).collect { recorded(AuditEvents.event().by(actor).at(start + TICK.multipliedBy(it))) }
        def filter = new AuditFilter(actor, null, null, null,
            since == null ? null : start + TICK.multipliedBy(since), until == null ? null : start + TICK.multipliedBy(until))

        expect:
        all(filter) == found.collect { events[it] }

        where:
        since | until || found
        null  | null  || [3, 2, 1, 0]
        1     | null  || [3, 2, 1]
        null  | 1     || [0]
        1     | 3     || [2, 1]
        1     | 2     || [1]
        2     | 2     || []
        3     | 1     || []
        4     | null  || []
        null  | 0     || []
    }

    def "nobody unknown did anything"() {
        expect:
        all(byActor(TestIds.user())).empty
        all(forTarget(AuditTarget.of(TestIds.user()))).empty
        all(new AuditFilter(null, "%", null, null, null, null)).empty
        auditEvents().events(byActor(TestIds.user()), new PageRequest(1, null)).next() == null
    }

    def "an event goes with the unit of work that it belongs to"() {
        given:
        def event = AuditEvents.event().by(actor).build()

        when:
        unitOfWork().run {
            auditEvents().record(event)
            assert all(byActor(actor)) == [event]
            throw new IllegalStateException("on purpose")
        }

        then:
        thrown(IllegalStateException)
        all(byActor(actor)).empty

        and: "and stands with it"
        unitOfWork().run { auditEvents().record(event) }
        all(byActor(actor)) == [event]
    }

    def "parallel events all stand"() {
        when:
        def events = Parallel.times(30) { recorded(AuditEvents.event().by(actor)) }

        then:
        all(byActor(actor)) == events.sort(false) { it.id() }.reverse()
    }

    /** Twenty-four events of this feature's actor or target, one of them or both, in all mixtures, a tick apart. */
    protected List<AuditEvent> mixed() {
        [[AuditAction.ROLE_GRANTED, AuditAction.ROLE_REVOKED, AuditAction.USER_DISABLED], [true, false], [[true, true], [true, false], [false, true], [null, true]]]
            .combinations().collect { action, done, mine ->
                def event = AuditEvents.event().action(action).at(clock.advance(TICK))
                event.by(mine[0] == null ? new Actor.Console("root") : new Actor.Person(mine[0] ? actor : TestIds.user(), new Origin("::1", UserAgent.NONE)))
                if (mine[1]) {
                    event.target(target)
                }
                recorded(done ? event : event.refused("on-purpose"))
            }
    }

    protected static boolean passes(AuditFilter filter, AuditEvent e) {
        (filter.actor() == null || (e.actor() instanceof Actor.Person && e.actor().user() == filter.actor())) &&
            (filter.targetId() == null || e.target().id() == filter.targetId()) &&
            (filter.action() == null || e.action() == filter.action()) &&
            (filter.outcome() == null || e.outcome() == filter.outcome()) &&
            (filter.since() == null || e.at() >= filter.since()) &&
            (filter.until() == null || e.at() < filter.until())
    }

    protected AuditEvent recorded(AuditEvents event) {
        def built = event.build()
        auditEvents().record(built)
        built
    }

    protected static AuditFilter byActor(UserId who) {
        new AuditFilter(who, null, null, null, null, null)
    }

    protected static AuditFilter forTarget(AuditTarget what) {
        new AuditFilter(null, what.id(), null, null, null, null)
    }

    protected List<AuditEvent> all(AuditFilter filter) {
        def page = auditEvents().events(filter, new PageRequest(100, null))
        assert page.next() == null
        page.items()
    }

    protected List<Page<AuditEvent>> pages(AuditFilter filter, int limit) {
        def pages = [auditEvents().events(filter, new PageRequest(limit, null))]
        while (pages.last().next() != null) {
            assert pages.size() < 100
            pages << auditEvents().events(filter, new PageRequest(limit, Cursor.parse(pages.last().next().word())))
        }
        pages
    }
}
