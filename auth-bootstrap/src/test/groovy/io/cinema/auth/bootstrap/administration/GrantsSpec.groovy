package io.cinema.auth.bootstrap.administration

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.contracts.fixture.Parallel
import java.util.concurrent.Callable

/** Granting and revoking, and that it counts at once. */
class GrantsSpec extends FunctionalSpec {
    SignedIn chief = staff.superuser()
    Person person = someone()
    String role = staff.role('roles:read', 'films:watch:press')

    private Answer grant(SignedIn by = chief, Person to = person, String what = role) {
        by.api.put("/users/$to.id/roles/$what", null)
    }

    private Answer revoke(SignedIn by = chief, Person from = person, String what = role) {
        by.api.delete("/users/$from.id/roles/$what")
    }

    private String nameOf(String role) {
        chief.api.get("/roles/$role").json.role_name
    }

    def "a role is granted and revoked, as often as one likes"() {
        expect:
        [grant(), grant()]*.status == [204, 204]
        chief.api.get("/users/$person.id").json.roles == [nameOf(role)]
        [revoke(), revoke()]*.status == [204, 204]
        chief.api.get("/users/$person.id").json.roles == []
    }

    def "a granted role counts from the next request on, on every node: the old token is dead, the next one has it"() {
        given:
        SignedIn device = person.signIn()

        when:
        grant()

        then:
        [service, other].every { device.standing(it.api()) == 'token-revoked' }

        when:
        device = device.refreshed(other.api())

        then:
        device.claims.roles == [nameOf(role)]
        !device.claims.containsKey('permissions')
        [service, other].every { it.api().bearing(device.access).get('/roles').status == 200 }
    }

    def "a revoked role counts no more from the next request on, on every node"() {
        given:
        grant()
        SignedIn device = person.signIn()

        when:
        revoke()

        then:
        [service, other].every { it.api().bearing(device.access).get('/roles').problem == 'token-revoked' }
        device.refreshed().api.get('/roles').problem == 'forbidden'
        device.refreshed().claims.roles == []
    }

    def "a role that is #what counts so in the next request of the same token, on every node"() {
        given:
        grant()
        SignedIn device = person.signIn()
        String id = role
        assert device.api.get('/roles').status == 200

        when:
        change(chief, id)

        then:
        [service, other].each { node ->
            def api = node.api().bearing(device.access)
            assert api.get('/roles').problem == 'forbidden'
            assert api.get('/users/me').json.roles.size() == roles
            assert api.get('/users/me/permissions').json.permissions == permissions
            assert api.post('/access/check', [checks: [[label: 'press'], [permission: 'users:read']]]).json.results*.allowed == allowed
        }

        where:
        what                | change                                                                                                     || roles | permissions    | allowed
        'emptied'           | { by, which -> by.api.put("/roles/$which", [role_name: "empty-$which".toString(), permission_set: []]) }             || 1     | []             | [false, false]
        'given other rights'| { by, which -> by.api.put("/roles/$which", [role_name: "other-$which".toString(), permission_set: ['users:read']]) } || 1     | ['users:read'] | [false, true]
        'deleted'           | { by, which -> by.api.delete("/roles/$which") }                                                                   || 0     | []             | [false, false]
    }

    def "rights that a role gains are there in the next request of the same token"() {
        given:
        grant()
        SignedIn device = person.signIn()
        assert device.api.get('/audit-events').problem == 'forbidden'

        when:
        chief.api.put("/roles/$role", [role_name: "auditor-$role".toString(), permission_set: ['audit:read']])

        then:
        [service, other].every { it.api().bearing(device.access).get('/audit-events').status == 200 }
    }

    def "a role of the same name that is made later gives nothing to who held the old one"() {
        given:
        grant()
        SignedIn device = person.signIn()
        String name = nameOf(role)

        when:
        chief.api.delete("/roles/$role")
        chief.api.post('/roles', [role_name: name, permission_set: ['roles:read']])

        then:
        device.claims.roles == [name]
        device.api.get('/roles').problem == 'forbidden'
    }

    def "nobody grants what they do not hold, and a superuser is touched by superusers only"() {
        given:
        SignedIn assigner = staff.holding('roles:assign', 'films:*')
        String held = staff.role('films:read', 'films:watch:press')
        Person chiefToBe = someone()
        staff.promote(chiefToBe)

        expect:
        grant(assigner).with { problem == 'forbidden' && json.detail.contains('roles:read') }
        grant(assigner, person, held).status == 204
        grant(assigner, chiefToBe, held).problem == 'forbidden'
        revoke(assigner, chiefToBe, held).problem == 'forbidden'
        chief.api.get("/users/$person.id").json.roles.size() == 1
        chief.api.get("/users/$chiefToBe.id").json.roles == []
        grant(chief, chiefToBe, held).status == 204
    }

    def "who and what is not there is not found: #user, #what"() {
        given:
        String id = user == 'person' ? person.id : user
        String roleId = what == 'role' ? role : what

        expect:
        chief.api.put("/users/$id/roles/$roleId", null).problem == 'not-found'
        chief.api.delete("/users/$id/roles/$roleId").problem == 'not-found'

        where:
        user                         | what
        'person'                     | UUID.randomUUID().toString()
        'person'                     | 'admin'
        UUID.randomUUID().toString() | 'role'
        'me'                         | 'role'
        '1-1-1-1-1'                  | 'role'
    }

    def "a role that is deleted while it is granted leaves no orphan and no error"() {
        given:
        List<Person> people = (1..8).collect { someone() }

        expect:
        (1..5).each {
            String doomed = staff.role('films:read')
            List<Answer> answers = Parallel.all(
                people.collect { one -> ({ grant(chief, one, doomed) } as Callable) } + [{ chief.api.delete("/roles/$doomed") } as Callable])
            assert answers.last().status == 204
            assert answers*.status.every { it in [204, 404, 409] }
            assert people.every { chief.api.get("/users/$it.id").json.roles == [] }
            assert service.sql { it.firstRow("SELECT count(*) AS n FROM auth.user_roles WHERE role_id = '$doomed'::uuid".toString()).n } == 0
        }
    }

    def "of twenty parallel grants of one role one kills the tokens, and all are answered"() {
        given:
        long version = person.signIn().claims.ver as long

        when:
        List<Answer> answers = Parallel.times(20) { grant() }

        then:
        answers*.status.unique() == [204]
        person.signIn().claims.ver == version + 1
    }

    def "a token stays small with twenty roles of fifty permissions"() {
        given:
        20.times { i -> grant(chief, person, staff.role(*(0..<50).collect { "resource-$i:watch:label-$it".toString() })) }
        SignedIn device = person.signIn()

        expect:
        device.access.length() < 1500
        device.api.get('/users/me/permissions').json.permissions.size() == 1000
    }
}
