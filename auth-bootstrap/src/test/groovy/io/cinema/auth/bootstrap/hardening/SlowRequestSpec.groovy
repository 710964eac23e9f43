package io.cinema.auth.bootstrap.hardening

import groovy.json.JsonOutput
import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.bootstrap.fixture.Wire

/** A request is let in by its head. Whoever sends its body much later is judged by what is so then. */
class SlowRequestSpec extends FunctionalSpec {
    static final String NEW = 'the pass phrase of somebody else'

    SignedIn chief = staff.superuser()
    Person person = someone()

    private Answer sentSlowly(SignedIn device, String method, String path, Map body, Closure<?> meanwhile) {
        byte[] bytes = JsonOutput.toJson(body).bytes
        String head = ["$method /api/v1$path HTTP/1.1", 'Host: localhost', 'Connection: close', "Authorization: Bearer $device.access",
            'Content-Type: application/json', "Content-Length: $bytes.length", '', ''].join('\r\n')
        Wire.exchange(service) { out ->
            out.write(head.bytes)
            out.write(bytes, 0, 1)
            out.flush()
            // Others are answered meanwhile, so the head has long been read.
            10.times { assert chief.standing() == 'ok' }
            meanwhile.call()
            out.write(bytes, 1, bytes.length - 1)
            out.flush()
        }
    }

    def "an administrator who is #what while the body is on its way does nothing"() {
        given:
        String rights = staff.role('roles:write', 'films:*')
        staff.grant(person, rights)
        SignedIn device = person.signIn()
        String target = staff.role('films:read')
        Map before = chief.api.get("/roles/$target").json as Map

        when:
        Answer answer = sentSlowly(device, 'PUT', "/roles/$target", [role_name: before.role_name, permission_set: ['films:*']]) {
            assert how(chief, person, rights).status == 204
        }

        then:
        answer.status == 403
        chief.api.get("/roles/$target").json == before
        chief.api.get("/audit-events?actor_id=$person.id&action=role.changed").json.items == []

        where:
        what          | how
        'disabled'    | { by, who, role -> by.api.post("/users/$who.id/disable") }
        'stripped'    | { by, who, role -> by.api.delete("/users/$who.id/roles/$role") }
        'left without'| { by, who, role -> by.api.delete("/roles/$role") }
    }

    def "somebody who is disabled while the body is on its way changes nothing of their own: #method #path"() {
        given:
        SignedIn device = person.signIn()
        Map sent = body + body.subMap('current_password', 'password').collectEntries { [it.key, person.password] }

        when:
        Answer answer = sentSlowly(device, method, path, sent) {
            assert chief.api.post("/users/$person.id/disable").status == 204
        }
        chief.api.post("/users/$person.id/enable")

        then:
        answer.problem == 'token-revoked'
        person.signIn().api.get('/users/me').json.first_name == null
        person.signIn().api.get('/users/me/allowed-agents').json.allowed_agents == []

        where:
        method  | path                       | body
        'PATCH' | '/users/me'                | [first_name: 'Late']
        'PATCH' | '/users/me'                | [email: 'late@example.com', current_password: '']
        'PUT'   | '/users/me/password'       | [new_password: NEW, current_password: '']
        'PUT'   | '/users/me/allowed-agents' | [allowed_agents: ['Nobody/*']]
        'POST'  | '/users/me/totp'           | [password: '']
    }
}
