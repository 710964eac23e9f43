package io.cinema.auth.adapter.postgres.login

import io.cinema.auth.adapter.postgres.OnPostgres
import io.cinema.auth.contracts.fixture.LoginEvents
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.paging.PageRequest
import java.time.Instant
import java.time.YearMonth
import spock.lang.Specification

/** An event is not lost because the job that prepares months is late. */
class UnpreparedMonthSpec extends Specification implements OnPostgres {
    private static final PageRequest FIRST = new PageRequest(100, null)

    def "an event of a month that is not prepared is kept"() {
        given:
        def user = added()
        def event = LoginEvents.success(user.id(), Instant.parse("2031-05-31T23:59:59.999999Z"), Sessions.HOME)

        expect:
        events().record(event).newAgent()
        events().history(user.id(), FIRST).items()*.id() == [event.id()]
    }

    def "so it is inside a unit of work, which goes on"() {
        given:
        def user = added()
        def other = Users.any()
        def event = LoginEvents.success(user.id(), Instant.parse("2031-06-01T00:00:00Z"), Sessions.HOME)

        when:
        unitOfWork().run {
            events().record(event)
            users().add(other)
        }

        then:
        events().history(user.id(), FIRST).items()*.id() == [event.id()]
        users().findById(other.id()).present
    }

    def "many at once are kept too"() {
        given:
        def user = added()
        def at = Instant.parse("2031-09-15T00:00:00Z")

        when:
        Parallel.times(20) { events().record(LoginEvents.success(user.id(), at, Sessions.HOME)) }

        then:
        events().history(user.id(), FIRST).items().size() == 20
        events().history(user.id(), FIRST).items().count { it.newAgent() } == 1
    }

    def "months are partitions that border on one another in UTC, made and dropped by the runtime role"() {
        given:
        def owner = database().owner()
        def months = {
            owner.rows("""
                SELECT c.relname AS name, pg_get_expr(c.relpartbound, c.oid) AS bounds
                FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                WHERE i.inhparent = 'auth.login_events'::regclass AND c.relname LIKE 'login_events_1999%'
                ORDER BY 1""").collect { [it.name, it.bounds] }
        }

        when:
        2.times { events().prepare(YearMonth.of(1999, 11), YearMonth.of(1999, 12)) }

        then:
        months() == [
            ["login_events_1999_11", "FOR VALUES FROM ('1999-11-01 00:00:00+00') TO ('1999-12-01 00:00:00+00')"],
            ["login_events_1999_12", "FOR VALUES FROM ('1999-12-01 00:00:00+00') TO ('2000-01-01 00:00:00+00')"]]

        when:
        events().forgetBefore(YearMonth.of(1999, 12))

        then:
        months()*.first() == ["login_events_1999_12"]

        cleanup:
        owner.close()
    }

    def "this month and the last are never forgotten, whatever month the runtime role names"() {
        given:
        def user = added()
        def now = Instant.now()
        events().record(LoginEvents.success(user.id(), now, Sessions.HOME))

        when:
        events().forgetBefore(YearMonth.of(2999, 1))

        then:
        events().history(user.id(), FIRST).items().size() == 1
    }

    private added() {
        def user = Users.any()
        users().add(user)
        user
    }
}
