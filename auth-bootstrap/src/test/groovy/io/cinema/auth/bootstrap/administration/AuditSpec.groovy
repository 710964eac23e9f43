package io.cinema.auth.bootstrap.administration

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.devkit.Roles
import groovy.sql.Sql
import java.sql.SQLException
import java.time.Duration

/** Who did what to whom, from where, and what came of it. */
class AuditSpec extends FunctionalSpec {
    Person boss = someone()
    Person person = someone()
    SignedIn chief

    def setup() {
        staff.promote(boss)
        chief = boss.signIn(api.calledBy('Console/1'))
    }

    private List<Map> events(String filter) {
        Answer answer = chief.api.get("/audit-events?$filter")
        assert answer.status == 200: answer
        answer.json.items
    }

    def "every act of an administrator leaves a line"() {
        given:
        String name = "critic-${UUID.randomUUID().toString().take(8)}"

        when:
        String role = chief.api.post('/roles', [role_name: name, permission_set: ['films:read']]).json.id
        chief.api.put("/roles/$role", [role_name: name, permission_set: ['films:write']])
        chief.api.put("/users/$person.id/roles/$role", null)
        chief.api.delete("/users/$person.id/roles/$role")
        chief.api.delete("/roles/$role")
        chief.api.delete("/users/$person.id/sessions")
        chief.api.post("/users/$person.id/disable")
        chief.api.post("/users/$person.id/enable")
        List<Map> lines = events("actor_id=$boss.id").reverse()

        then:
        lines*.action == ['role.created', 'role.changed', 'role.granted', 'role.revoked', 'role.deleted', 'user.signed_out', 'user.disabled', 'user.enabled']
        lines*.outcome.unique() == ['done']
        lines*.reason.unique() == [null]
        lines*.actor.unique() == [[kind: 'user', id: boss.id, name: null, ip: '127.0.0.1', user_agent: 'Console/1']]
        lines*.target.take(5) == [[kind: 'role', id: role], [kind: 'role', id: role], [kind: 'user', id: person.id], [kind: 'user', id: person.id], [kind: 'role', id: role]]
        lines[0].detail == [role_name: name, permissions: 'films:read']
        lines[1].detail == [role_name: name, permissions_added: 'films:write', permissions_removed: 'films:read']
        lines[2].detail == [role_name: name, role_id: role]
        lines[0].keySet() == ['id', 'at', 'actor', 'action', 'target', 'outcome', 'reason', 'detail'] as Set
        lines[0].at == clock.instant().toString()
    }

    def "every change of credentials leaves a line, refused ones too, with nothing personal in it"() {
        given:
        SignedIn device = person.signIn(api.calledBy('Phone/1'))
        String login = "new-$person.login"

        when:
        device.api.patch('/users/me', [login: login, email: "new-$person.email".toString(), current_password: person.password])
        device.api.patch('/users/me', [login: 'other', current_password: 'a wrong password'])
        device.api.put('/users/me/password', [current_password: 'a wrong password', new_password: 'another pass phrase'])
        device.api.put('/users/me/password', [current_password: person.password, new_password: 'another pass phrase'])
        List<Map> lines = events("target_id=$person.id").reverse()

        then:
        lines.collect { [it.action, it.outcome, it.reason] } == [
            ['login.changed', 'done', null], ['email.changed', 'done', null],
            ['login.changed', 'refused', 'invalid-credentials'],
            ['password.changed', 'refused', 'invalid-credentials'], ['password.changed', 'done', null],
        ]
        lines*.actor.unique() == [[kind: 'user', id: person.id, name: null, ip: '127.0.0.1', user_agent: 'Phone/1']]
        !lines.toString().contains(person.email) && !lines.toString().contains(login)
    }

    def "what an administrator tried in vain leaves a line with the reason"() {
        given:
        Person editor = someone()
        staff.grant(editor, staff.role('roles:write', 'roles:assign', 'users:write'))
        SignedIn device = editor.signIn()

        when:
        device.api.post('/roles', [role_name: "x-${UUID.randomUUID()}".toString(), permission_set: ['*']])
        device.api.put("/users/$person.id/roles/${staff.role('films:read')}", null)
        device.api.post("/users/$boss.id/disable")
        device.api.get('/users')
        someone().signIn().api.get('/users')

        then:
        events("actor_id=$editor.id").reverse().collect { [it.action, it.reason, it.target?.id] } == [
            ['role.created', 'beyond-own-permissions', null],
            ['role.granted', 'beyond-own-permissions', person.id],
            ['user.disabled', 'superuser', boss.id],
            ['access.denied', 'permission-missing', null],
        ]
    }

    def "what anybody can do as often as they like leaves no line"() {
        given:
        SignedIn device = person.signIn()

        when:
        ['/users', '/roles', '/audit-events'].each { assert device.api.get(it).problem == 'forbidden' }
        device.api.put('/users/me/allowed-agents', [allowed_agents: []])
        device.api.post('/users/me/totp', [:])
        device.api.patch('/users/me', [first_name: 'Neo'])
        device.api.patch('/users/me', [email: 'other@example.com'])
        device.api.post('/access/check', [user_id: boss.id, checks: []])

        then:
        events("actor_id=$person.id") == []
    }

    def "lines are filtered by actor, target, action, outcome and time, and all of them together"() {
        given:
        String start = clock.instant()
        chief.api.post("/users/$person.id/disable")
        pass(Duration.ofSeconds(1))
        String middle = clock.instant()
        chief.api.post("/users/$person.id/enable")
        chief.api.post("/users/$person.id/disable")

        expect:
        events("target_id=$person.id")*.action == ['user.disabled', 'user.enabled', 'user.disabled']
        events("target_id=$person.id&action=user.disabled").size() == 2
        events("target_id=$person.id&since=$middle")*.action == ['user.disabled', 'user.enabled']
        events("target_id=$person.id&until=$middle")*.action == ['user.disabled']
        events("target_id=$person.id&since=$start&until=$middle&action=user.enabled&outcome=done&actor_id=$boss.id") == []
        events("target_id=$person.id&outcome=refused") == []
        events("target_id=$person.id&actor_id=$person.id") == []
        events("action=nothing.known") == []
    }

    def "pages tell all once and in order, also those of one instant"() {
        given:
        5.times {
            chief.api.post("/users/$person.id/disable")
            chief.api.post("/users/$person.id/enable")
        }

        when:
        List<Map> pages = []
        for (String cursor = ''; cursor != null; cursor = pages.last().next_cursor) {
            pages << chief.api.get("/audit-events?target_id=$person.id&limit=4${cursor ? "&cursor=$cursor" : ''}").json
        }

        then:
        pages*.items*.size() == [4, 4, 2]
        pages*.items.flatten()*.action == ['user.enabled', 'user.disabled'] * 5
        pages*.items.flatten()*.id.toSet().size() == 10
    }

    def "#filter is refused: #expected"() {
        expect:
        chief.api.get("/audit-events?$filter").with { status == 422 && errors == expected }

        where:
        filter               || expected
        'limit=0'            || [limit: 'out_of_range']
        'cursor=x'           || [cursor: 'bad_cursor']
        'actor_id=me'        || [actor_id: 'bad_id']
        'action=disabled'    || [action: 'bad_action']
        'outcome=perhaps'    || [outcome: 'bad_value']
        'since=yesterday'    || [since: 'bad_time']
        'until=1700000000'   || [until: 'bad_time']
        "target_id=${'x'*65}"|| [target_id: 'too_long']
        'target_id=a%00'     || [target_id: 'unsafe_text']
    }

    def "the service itself can add lines, and neither change nor forget them: #statement"() {
        given:
        Sql asService = Sql.newInstance(service.postgres.jdbcUrl(service.database), Roles.APP, Roles.APP_PASSWORD, 'org.postgresql.Driver')

        when:
        asService.execute(statement)

        then:
        SQLException denied = thrown()
        denied.SQLState == '42501'

        cleanup:
        asService?.close()

        where:
        statement << ["UPDATE auth.audit_events SET outcome = 'DONE'", 'DELETE FROM auth.audit_events', 'TRUNCATE auth.audit_events']
    }
}
