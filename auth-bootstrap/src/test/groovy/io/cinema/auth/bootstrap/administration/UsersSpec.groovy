package io.cinema.auth.bootstrap.administration

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn

/** What administrators see of people and do to them. */
class UsersSpec extends FunctionalSpec {
    SignedIn chief = staff.superuser()
    Person person = someone()

    private List<String> search(String query) {
        chief.api.get("/users?query=${URLEncoder.encode(query, 'UTF-8')}").json.items*.login
    }

    def "an administrator sees an account as its owner does"() {
        given:
        SignedIn device = person.signIn()

        expect:
        chief.api.get("/users/$person.id").json == device.api.get('/users/me').json
        chief.api.get("/users?query=$person.login").json == [items: [device.api.get('/users/me').json], next_cursor: null]
    }

    def "people are found by any part of login or e-mail: #query"() {
        given:
        String word = UUID.randomUUID().toString().take(8)
        someone(login: "Ärger.$word".toString(), email: "ärger-$word@exämple.com".toString())

        expect:
        search(query.replace('*', word)) == ["Ärger.$word"]

        where:
        query << ['*', 'ärger.*', 'ÄRGER.*', 'rger.*', 'ger-*@', 'Ａ\u0308rger.*']
    }

    def "every character stands for itself: '#wild' is no wildcard"() {
        given:
        String word = UUID.randomUUID().toString().take(6)
        someone(email: "plain-$word-x@example.com".toString())
        Person odd = someone(email: "odd-$word${wild}x@example.com".toString())

        expect:
        search("$word${wild}x") == [odd.login]
        search("$word${wild}") == [odd.login]

        where:
        wild << ['%', '_', "'", '%%', '_%']
    }

    def "a backslash is a backslash, and not the end of anything"() {
        expect:
        search(query) == []

        where:
        query << ['\\', '\\\\', 'viewer\\%', '%\\', "'; DROP TABLE auth.users; --"]
    }

    def "pages tell all once, newest first, also while others sign up"() {
        given:
        String word = UUID.randomUUID().toString().take(8)
        List<Person> people = (1..7).collect { someone(login: "page-$word-$it".toString()) }

        when:
        List<Map> pages = []
        for (String cursor = ''; cursor != null; cursor = pages.last().next_cursor) {
            pages << chief.api.get("/users?query=page-$word&limit=3${cursor ? "&cursor=$cursor" : ''}").json
            someone(login: "page-$word-late-${pages.size()}".toString())
        }

        then:
        pages*.items*.size() == [3, 3, 1]
        pages*.items.flatten()*.login == people*.login.reverse()
    }

    def "without a query all are listed; #parameters is refused"() {
        expect:
        chief.api.get('/users').json.items.size() > 1
        chief.api.get('/users?query=').json.items.size() > 1
        chief.api.get("/users?$parameters").with { status == 422 && errors == expected }

        where:
        parameters                   || expected
        'limit=0'                    || [limit: 'out_of_range']
        'limit=101'                  || [limit: 'out_of_range']
        'limit=-1'                   || [limit: 'out_of_range']
        'cursor=forged'              || [cursor: 'bad_cursor']
        "query=${'x' * 255}"         || [query: 'too_long']
        'query=a%00b'                || [query: 'unsafe_text']
    }

    def "who is disabled is out at once, on every node, and gets in again only when enabled"() {
        given:
        SignedIn device = person.signIn()

        expect:
        chief.api.post("/users/$person.id/disable").status == 204
        chief.api.post("/users/$person.id/disable").status == 204
        chief.api.get("/users/$person.id").json.disabled_at == clock.instant().toString()
        [service, other].every { device.standing(it.api()) == 'token-revoked' }
        device.tryRefresh(other.api()).problem == 'session-ended'
        api.post('/auth/login', [login: person.login, password: person.password]).problem == 'account-disabled'
        api.post('/auth/login', [login: person.login, password: 'a wrong password']).problem == 'invalid-credentials'

        and:
        chief.api.post("/users/$person.id/enable").status == 204
        chief.api.post("/users/$person.id/enable").status == 204
        !chief.api.get("/users/$person.id").json.containsKey('disabled_at')
        person.signIn().standing(other.api()) == 'ok'
        device.standing() == 'token-revoked'
        device.tryRefresh().problem == 'session-ended'
    }

    def "somebody can be signed out of all devices by an administrator"() {
        given:
        List<SignedIn> devices = (1..3).collect { person.signIn() }

        expect:
        chief.api.delete("/users/$person.id/sessions").status == 204
        devices.every { it.standing() == 'token-revoked' && it.standing(other.api()) == 'token-revoked' && it.tryRefresh().problem == 'session-ended' }
        person.signIn().standing() == 'ok'
    }

    def "an administrator reads somebody's login history, page by page"() {
        given:
        SignedIn first = person.signIn()
        api.post('/auth/login', [login: person.login, password: 'a wrong password'])

        when:
        Answer newest = chief.api.get("/users/$person.id/logins?limit=1")
        Answer rest = chief.api.get("/users/$person.id/logins?cursor=$newest.json.next_cursor")

        then:
        newest.json.items*.result == ['wrong_password']
        rest.json.items*.session_id == [first.session]
        rest.json.items == first.api.get('/users/me/logins').json.items.drop(1)
        chief.api.get("/users/$person.id/logins?limit=0").errors == [limit: 'out_of_range']
    }

    def "an administrator without a crown does not touch who wears one, but sees them"() {
        given:
        SignedIn support = staff.holding('users:read', 'users:write')
        Person other = someone()
        staff.promote(other)
        SignedIn device = other.signIn()

        expect:
        support.api.post("/users/$other.id/disable").problem == 'forbidden'
        support.api.post("/users/$other.id/enable").problem == 'forbidden'
        support.api.delete("/users/$other.id/sessions").problem == 'forbidden'
        device.standing() == 'ok'
        support.api.get("/users/$other.id").json.is_superuser
        support.api.get("/users/$other.id/permissions").json == [user_id: other.id, is_superuser: true, roles: [], permissions: ['*']]
    }

    def "of who is not there nothing is told: '#id'"() {
        expect:
        chief.api.get("/users/$id").problem == 'not-found'
        chief.api.get("/users/$id/logins").problem == 'not-found'
        chief.api.get("/users/$id/permissions").problem == 'not-found'
        chief.api.post("/users/$id/disable").problem == 'not-found'
        chief.api.post("/users/$id/enable").problem == 'not-found'
        chief.api.delete("/users/$id/sessions").problem == 'not-found'

        where:
        id << [UUID.randomUUID(), '1-1-1-1-1', "'%20OR%20'1'='1"]
    }
}
