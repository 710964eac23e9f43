package io.cinema.auth.bootstrap.administration

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn

/** What somebody may do and watch. */
class AccessSpec extends FunctionalSpec {
    static final List<Map> CHECKS = [[label: 'public'], [label: 'registered'], [label: 'subscription'], [label: 'premiere'], [permission: 'reviews:write'], [permission: '*']]

    Person person = someone()

    private static List<List> verdicts(Answer answer) {
        assert answer.status == 200: answer
        answer.json.results.collect { [it.allowed, it.reason] }
    }

    def "somebody reads what they may, an administrator what others may"() {
        given:
        String subscriber = staff.role('films:watch:subscription', 'films:read')
        staff.grant(person, subscriber)
        staff.grant(person, staff.role('films:read', 'reviews:write'))
        SignedIn device = person.signIn()
        SignedIn support = staff.holding('users:read')

        expect:
        device.api.get('/users/me/permissions').json == [
            user_id: person.id, is_superuser: false, roles: device.claims.roles.toSorted(),
            permissions: ['films:read', 'films:watch:subscription', 'reviews:write'],
        ]
        support.api.get("/users/$person.id/permissions").json == device.api.get('/users/me/permissions').json
        staff.superuser().api.get('/users/me/permissions').json.permissions == ['*']
    }

    def "many checks are answered at once, in order, each with its reason"() {
        given:
        staff.grant(person, staff.role('films:watch:subscription', 'reviews:*'))

        expect:
        verdicts(person.signIn().api.post('/access/check', [checks: CHECKS])) == [
            [true, 'public'], [true, 'signed-in'], [true, 'permission-held'], [false, 'permission-missing'], [true, 'permission-held'], [false, 'permission-missing'],
        ]
        verdicts(staff.superuser().api.post('/access/check', [checks: CHECKS])) == [
            [true, 'public'], [true, 'signed-in'], [true, 'superuser'], [true, 'superuser'], [true, 'superuser'], [true, 'superuser'],
        ]
        verdicts(person.signIn().api.post('/access/check', [checks: []])) == []
        verdicts(person.signIn().api.post('/access/check', [checks: [[label: 'public']] * 200])).size() == 200
    }

    def "asking about oneself by id needs nothing; about others it needs users:read"() {
        given:
        SignedIn device = person.signIn()
        SignedIn support = staff.holding('users:read')
        Person disabled = someone()
        staff.superuser().api.post("/users/$disabled.id/disable")

        expect:
        verdicts(device.api.post('/access/check', [user_id: person.id, checks: CHECKS])) == verdicts(device.api.post('/access/check', [checks: CHECKS]))
        device.api.post('/access/check', [user_id: disabled.id, checks: CHECKS]).problem == 'forbidden'
        device.api.post('/access/check', [user_id: UUID.randomUUID().toString(), checks: CHECKS]).problem == 'forbidden'
        verdicts(support.api.post('/access/check', [user_id: person.id, checks: [[label: 'registered']]])) == [[true, 'signed-in']]
        verdicts(support.api.post('/access/check', [user_id: disabled.id, checks: [[label: 'public'], [label: 'registered']]])) == [[true, 'public'], [false, 'account-disabled']]
        support.api.post('/access/check', [user_id: UUID.randomUUID().toString(), checks: CHECKS]).problem == 'not-found'
    }

    def "a question that is #what is refused"() {
        given:
        SignedIn device = person.signIn()

        expect:
        device.api.post('/access/check', body).with { it.status == status && it.errors == expected }

        where:
        what                 | body                                                              || status | expected
        'of nothing'         | [checks: [[label: 'public'], [:]]]                                || 422    | ['checks[1]': 'bad_check']
        'of both'            | [checks: [[label: 'public', permission: 'a:b']]]                  || 422    | ['checks[0]': 'bad_check']
        'badly labelled'     | [checks: [[label: 'public'], [label: 'Premium']]]                 || 422    | ['checks[1].label': 'bad_label']
        'badly permitted'    | [checks: [[permission: 'films']]]                                 || 422    | ['checks[0].permission': 'bad_permission']
        'of something else'  | [checks: [[film: 'x']]]                                           || 422    | ['checks[0].film': 'unknown']
        'of too many'        | [checks: [[label: 'public']] * 201]                               || 422    | [checks: 'too_many']
        'about nobody'       | [user_id: 'me', checks: []]                                       || 422    | [user_id: 'bad_id']
        'empty'              | [:]                                                               || 422    | [checks: 'required']
        'of words'           | [checks: ['public']]                                              || 400    | [:]
        'of numbers'         | [checks: [[label: 1]]]                                            || 400    | [:]
        'of nulls'           | [checks: [null]]                                                  || 400    | [:]
        'no list'            | [checks: [label: 'public']]                                       || 400    | [:]
    }
}
