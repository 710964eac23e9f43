package io.cinema.auth.cli.audit

import io.cinema.auth.cli.fixture.CommandSpec
import io.cinema.auth.cli.fixture.Ran
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.audit.Actor
import io.cinema.auth.domain.audit.AuditAction
import io.cinema.auth.domain.audit.AuditEvent
import io.cinema.auth.domain.audit.AuditFilter
import io.cinema.auth.domain.audit.AuditOutcome
import io.cinema.auth.domain.audit.AuditTarget
import io.cinema.auth.domain.login.Origin
import io.cinema.auth.domain.login.UserAgent
import io.cinema.auth.domain.paging.Page
import io.cinema.auth.domain.paging.PageRequest
import java.time.Instant

class ListAuditEventsSpec extends CommandSpec {
    private final neo = Users.user().login('Neo').build()
    private final AuditEvent byConsole = new AuditEvent(TestIds.next(), MutableClock.START, new Actor.Console('alice (root)'),
        AuditAction.ROLE_GRANTED, AuditTarget.of(neo.id()), AuditOutcome.DONE, null, [role: 'editor', a: 'b'])
    private final AuditEvent byPerson = new AuditEvent(TestIds.next(), MutableClock.START,
        new Actor.Person(neo.id(), new Origin('203.0.113.7', new UserAgent('Mozilla'))),
        AuditAction.ACCESS_DENIED, null, AuditOutcome.REFUSED, 'forbidden', [:])

    def "it tells who did what to whom"() {
        given:
        answering(read: new Page([byConsole, byPerson], null))

        when:
        def lines = typed('audit list').lines()
        def json = typed('audit list --json').json()

        then:
        lines[1] ==~ /\S+Z +console alice \(root\) +role.granted +user ${neo.id()} +done +- +a=b, role=editor/
        lines[2] ==~ /\S+Z +user ${neo.id()} +access.denied +- +refused +forbidden +-/

        and:
        json.next_cursor == null
        json.items[0].findAll { it.key != 'id' } == [
            at: MutableClock.START.toString(), actor: [kind: 'console', id: null, name: 'alice (root)', ip: null, user_agent: null], action: 'role.granted',
            target: [kind: 'user', id: neo.id().toString()], outcome: 'done', reason: null, detail: [a: 'b', role: 'editor']]
        json.items[1].actor == [kind: 'user', id: neo.id().toString(), name: null, ip: '203.0.113.7', user_agent: 'Mozilla']
        json.items[1].target == null
    }

    def "all sides of the filter are handed on"() {
        given:
        answering(named: Optional.of(neo), read: new Page([], null))

        when:
        Ran ran = typed('audit list --actor Neo --target some-id --action role.granted --outcome refused ' +
            '--since 2026-01-31T12:00:00+02:00 --until 2026-02-01T00:00:00Z --limit 5')

        then:
        ran.code() == 0
        useCases.changes == [['read', new AuditFilter(neo.id(), 'some-id', AuditAction.ROLE_GRANTED, AuditOutcome.REFUSED,
            Instant.parse('2026-01-31T10:00:00Z'), Instant.parse('2026-02-01T00:00:00Z')), new PageRequest(5, null)]]
    }

    def "without one, all is read"() {
        given:
        answering(read: new Page([], null))

        when:
        Ran ran = typed('audit list')

        then:
        ran.code() == 0
        useCases.calls == [['read', AuditFilter.ALL, new PageRequest(20, null)]]
    }

    def "an account that is gone is still found by its id, and no other way"() {
        given:
        answering(named: Optional.empty(), read: new Page([], null))

        expect:
        typed("audit list --actor ${neo.id()}").code() == 0
        (useCases.changes.first()[1] as AuditFilter).actor() == neo.id()
        typed('audit list --actor gone') == new Ran(1, '', 'auth-cli: there is no user gone\n')
    }
}
