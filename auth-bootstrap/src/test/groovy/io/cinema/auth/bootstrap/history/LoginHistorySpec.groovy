package io.cinema.auth.bootstrap.history

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import java.time.Duration

class LoginHistorySpec extends FunctionalSpec {
    Person person = someone()

    def "a person sees who signed in as them, or tried to, newest first"() {
        given:
        SignedIn first = person.signIn(api.calledBy('Phone/1'))
        pass(Duration.ofMinutes(1))
        api.calledBy('Stranger/1').post('/auth/login', [login: person.email, password: 'a wrong password'])
        pass(Duration.ofMinutes(1))
        SignedIn last = person.signIn(api.calledBy('Phone/1'))

        when:
        Answer answer = last.api.get('/users/me/logins')
        List items = answer.json.items

        then:
        answer.status == 200
        answer.json.next_cursor == null
        items*.result == ['success', 'wrong_password', 'success']
        items*.user_agent == ['Phone/1', 'Stranger/1', 'Phone/1']
        items*.session_id == [last.session, null, first.session]
        items*.new_agent == [false, false, true]
        items*.method.unique() == ['password']
        items*.provider.unique() == [null]
        items*.ip.unique() == ['127.0.0.1']
        items[0].at == clock.instant().toString()
        items[0].keySet() == ['id', 'at', 'result', 'method', 'provider', 'ip', 'user_agent', 'new_agent', 'session_id'] as Set
    }

    def "the ip is the peer's, whatever a header claims"() {
        given:
        SignedIn device = person.signIn(api.with('X-Forwarded-For', '203.0.113.7').with('X-Real-IP', '203.0.113.7'))

        expect:
        device.api.get('/users/me/logins').json.items*.ip == ['127.0.0.1']
    }

    def "nobody sees the history of somebody else"() {
        given:
        someone().signIn()
        SignedIn device = person.signIn()

        expect:
        device.api.get('/users/me/logins').json.items*.session_id == [device.session]
        api.get('/users/me/logins').problem == 'token-missing'
    }

    def "pages of #limit tell all #count events once and in order, also those of one instant"() {
        given:
        List<SignedIn> devices = (1..count).collect { i ->
            if (i % 3 == 0) {
                pass(Duration.ofSeconds(1))
            }
            person.signIn()
        }

        when:
        List<Map> pages = []
        for (String cursor = ''; cursor != null; cursor = pages.last().next_cursor) {
            pages << devices.last().api.get("/users/me/logins?limit=$limit${cursor ? "&cursor=$cursor" : ''}").json
        }

        then:
        pages*.items*.size() == sizes
        pages*.items.flatten()*.session_id == devices*.session.reverse()

        where:
        limit | count || sizes
        1     | 3     || [1, 1, 1]
        3     | 7     || [3, 3, 1]
        7     | 7     || [7]
        100   | 4     || [4]
    }

    def "without a limit a page has 20"() {
        given:
        List<SignedIn> devices = (1..21).collect { person.signIn() }

        when:
        Map page = devices.last().api.get('/users/me/logins').json

        then:
        page.items.size() == 20
        page.next_cursor
    }

    def "paging goes on where it was although events are added meanwhile"() {
        given:
        List<SignedIn> devices = (1..4).collect {
            pass(Duration.ofSeconds(1))
            person.signIn()
        }
        Map first = devices.last().api.get('/users/me/logins?limit=2').json

        when:
        pass(Duration.ofSeconds(1))
        person.signIn()
        Map second = devices.last().api.get("/users/me/logins?limit=2&cursor=$first.next_cursor").json

        then:
        second.items*.session_id == [devices[1].session, devices[0].session]
    }

    def "limit=#limit is refused"() {
        given:
        SignedIn device = person.signIn()

        when:
        Answer answer = device.api.get("/users/me/logins?limit=$limit")

        then:
        answer.status == 422
        answer.errors.keySet() == ['limit'] as Set

        where:
        limit << ['0', '-1', '101', '1000000000', '99999999999999999999', 'ten', '1.5', '%00', '1e2']
    }

    def "a forged cursor is refused: #what"() {
        given:
        SignedIn device = person.signIn()

        when:
        Answer answer = device.api.get("/users/me/logins?cursor=${URLEncoder.encode(cursor, 'UTF-8')}")

        then:
        answer.status == 422
        answer.errors == [cursor: 'bad_cursor']

        where:
        what                      | cursor
        'nothing'                 | ''
        'a word'                  | 'next'
        'no base64'               | '!!!!'
        'a number'                | encoded('1')
        'a time and no id'        | encoded('1784000000000000.')
        'an id that is none'      | encoded('1784000000000000.' + 'a' * 36)
        'a time below zero'       | encoded('-1.019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e')
        'a time beyond numbers'   | encoded('9' * 30 + '.019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e')
        'SQL'                     | encoded("1784000000000000.' OR 1=1 --")
        'a long one'              | 'A' * 3000
        'one with NUL'            | 'abc\u0000'
    }

    def "a cursor at #what of time is no error"() {
        given:
        SignedIn device = person.signIn()

        when:
        Answer answer = device.api.get("/users/me/logins?cursor=${encoded(time + '.019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e')}")

        then:
        answer.status in [200, 422]

        where:
        what            | time
        'the beginning' | '0'
        'the end'       | '9' * 17
        'the far end'   | '9' * 16
    }

    def "another's cursor shows nothing of them"() {
        given:
        Person somebody = someone()
        somebody.signIn()
        String cursor = somebody.signIn().api.get('/users/me/logins?limit=1').json.next_cursor
        SignedIn device = person.signIn()

        expect:
        device.api.get("/users/me/logins?cursor=$cursor").json.items.every { it.session_id == device.session }
    }

    def "a sign-in that belongs to nobody is kept as well"() {
        given:
        String agent = 'prober/' + UUID.randomUUID()

        when:
        api.calledBy(agent).post('/auth/login', [login: 'nobody-' + UUID.randomUUID(), password: 'a wrong password'])

        then:
        service.sql { it.firstRow('SELECT user_id, result FROM auth.login_events WHERE user_agent = ?', agent) } ==
            [user_id: null, result: 'UNKNOWN_LOGIN']
    }

    private static String encoded(String text) {
        Base64.urlEncoder.withoutPadding().encodeToString(text.bytes)
    }
}
