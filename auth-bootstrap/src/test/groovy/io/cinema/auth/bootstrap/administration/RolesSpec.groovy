package io.cinema.auth.bootstrap.administration

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.contracts.fixture.Parallel

class RolesSpec extends FunctionalSpec {
    SignedIn chief = staff.superuser()
    String name = "critic-${UUID.randomUUID().toString().take(8)}"

    private Answer create(Map body, SignedIn by = chief) {
        by.api.post('/roles', body)
    }

    private Map created(String... permissions) {
        create([role_name: "${name}-${UUID.randomUUID().toString().take(4)}", permission_set: permissions.toList()]).json as Map
    }

    def "a role is created, read, listed, changed and deleted"() {
        when:
        Answer created = create([role_name: name, permission_set: ['reviews:write', 'films:watch:press', 'reviews:write'], description: 'Schreibt über Filme 🎬'])
        String id = created.json.id

        then:
        created.status == 201
        created.header('Location') == "/api/v1/roles/$id"
        created.json == [id: id, role_name: name, permission_set: ['films:watch:press', 'reviews:write'], description: 'Schreibt über Filme 🎬']
        chief.api.get("/roles/$id").json == created.json
        chief.api.get('/roles').json.items.findAll { it.id == id } == [created.json]

        when:
        Answer changed = chief.api.put("/roles/$id", [role_name: "$name-2".toString(), permission_set: []])

        then:
        changed.status == 200
        changed.json == [id: id, role_name: "$name-2", permission_set: [], description: '']
        other.api().bearing(chief.access).get("/roles/$id").json == changed.json

        when:
        Answer deleted = chief.api.delete("/roles/$id")

        then:
        deleted.status == 204
        deleted.bytes.length == 0
        chief.api.get("/roles/$id").problem == 'not-found'
        chief.api.delete("/roles/$id").problem == 'not-found'
        chief.api.put("/roles/$id", [role_name: name, permission_set: []]).problem == 'not-found'
    }

    def "roles are listed by name"() {
        given:
        3.times { created() }

        expect:
        chief.api.get('/roles').json.items*.role_name.with { it == it.toSorted() && it.size() >= 3 }
    }

    def "a name is given once, also when fifty ask at the same time"() {
        when:
        List<Answer> answers = Parallel.times(50) { create([role_name: name, permission_set: []]) }

        then:
        answers*.status.countBy { it } == [201: 1, 409: 49]
        answers*.problem.findAll().unique() == ['role-name-taken']

        and:
        chief.api.put("/roles/${created().id}", [role_name: name, permission_set: []]).problem == 'role-name-taken'
    }

    def "a role that is #what is refused: #errors"() {
        given:
        Map before = service.stored()

        when:
        Answer answer = create(body)

        then:
        answer.status == status
        answer.errors == errors
        service.stored() == before

        where:
        what                     | body                                                                       || status | errors
        'without a name'         | [permission_set: []]                                                       || 422    | [role_name: 'required']
        'without permissions'    | [role_name: 'a']                                                           || 422    | [permission_set: 'required']
        'empty'                  | [:]                                                                        || 422    | [role_name: 'required', permission_set: 'required']
        'badly named'            | [role_name: 'Critic', permission_set: []]                                  || 422    | [role_name: 'bad_name']
        'of bad permissions'     | [role_name: 'a', permission_set: ['films', 'films:read']]                  || 422    | [permission_set: 'bad_permission']
        'of too many permissions'| [role_name: 'a', permission_set: (0..500).collect { "a:b$it".toString() }] || 422    | [permission_set: 'too_many']
        'described at length'    | [role_name: 'a', permission_set: [], description: 'x' * 501]               || 422    | [description: 'too_long']
        'described invisibly'    | [role_name: 'a', permission_set: [], description: 'a\u202Eb']              || 422    | [description: 'unsafe_text']
        'given an id'            | [role_name: 'a', permission_set: [], id: UUID.randomUUID().toString()]     || 422    | [id: 'unknown']
        'of numbers'             | [role_name: 'a', permission_set: [1]]                                      || 400    | [:]
        'of a word'              | [role_name: 'a', permission_set: 'films:read']                             || 400    | [:]
    }

    def "nobody puts into a role what they do not hold, and is told what that is"() {
        given:
        SignedIn editor = staff.holding('roles:read', 'roles:write', 'films:*')
        String id = created('films:read', 'billing:read').id
        Map before = service.stored()

        expect:
        create([role_name: name, permission_set: wanted], editor).with { problem == 'forbidden' && lacking.every { word -> json.detail.contains(word) } }
        editor.api.put("/roles/$id", [role_name: name, permission_set: wanted]).problem == 'forbidden'
        service.stored() == before

        and: "what the role has already may stay, or go"
        editor.api.put("/roles/$id", [role_name: name, permission_set: ['billing:read', 'films:write']]).status == 200
        editor.api.put("/roles/$id", [role_name: name, permission_set: []]).status == 200

        where:
        wanted                       || lacking
        ['users:read']               || ['users:read']
        ['films:read', 'roles:*']    || ['roles:*']
        ['*']                        || ['*']
    }

    def "no role is at '#id'"() {
        expect:
        chief.api.get("/roles/$id").problem == 'not-found'
        chief.api.put("/roles/$id", [role_name: name, permission_set: []]).problem == 'not-found'
        chief.api.delete("/roles/$id").problem == 'not-found'

        where:
        id << [UUID.randomUUID(), 'me', '1-1-1-1-1', "'%20OR%20'1'='1", '..%2Fusers']
    }

    def "parallel changes of one role all stand one after the other, and none tears it"() {
        given:
        String id = created().id

        when:
        List<Answer> answers = Parallel.times(20) { i ->
            chief.api.put("/roles/$id", [role_name: "$name-$i".toString(), permission_set: ["a:b$i".toString()], description: "$i".toString()])
        }
        Map last = chief.api.get("/roles/$id").json as Map

        then:
        answers*.status.unique() == [200]
        last.role_name == "$name-$last.description"
        last.permission_set == ["a:b$last.description"]
    }
}
