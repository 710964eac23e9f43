package io.cinema.auth.bootstrap.session

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.contracts.fixture.Parallel
import java.time.Duration

class RefreshSpec extends FunctionalSpec {
    static final Duration GRACE = Duration.ofSeconds(10)
    static final Duration IDLE_LIMIT = Duration.ofDays(7)
    static final Duration LIFE = Duration.ofDays(30)

    Person person = someone()
    SignedIn device = person.signIn()

    def "a refresh token is traded for a new pair of the same session"() {
        given:
        pass(Duration.ofMinutes(20))

        when:
        Answer answer = device.tryRefresh()

        then:
        answer.status == 200
        answer.header('Cache-Control') == 'no-store'
        answer.json.session_id == device.session
        answer.json.refresh_token != device.refresh
        answer.json.access_token != device.access
        answer.json.keySet() == ['access_token', 'token_type', 'expires_in', 'refresh_token', 'refresh_expires_in',
            'session_id'] as Set
        device.standing() == 'token-expired'
        new SignedIn(api, answer).standing() == 'ok'
    }

    def "the old access token lives on to its own end"() {
        when:
        SignedIn next = device.refreshed()

        then:
        next.claims.jti != device.claims.jti
        device.standing() == 'ok'
    }

    def "#time after it was replaced, a refresh token gets the same successor again"() {
        given:
        SignedIn next = device.refreshed()
        pass(time)

        when:
        SignedIn again = device.refreshed()

        then:
        again.refresh == next.refresh
        again.standing() == 'ok'
        generation() == 2
        next.refreshed().standing() == 'ok'

        where:
        time << [Duration.ZERO, Duration.ofSeconds(5), GRACE]
    }

    def "replayed after the grace, it ends the session for thief and victim alike, and the history says why"() {
        given:
        SignedIn victim = device.refreshed(api.calledBy('victim/1'))
        pass(GRACE + Duration.ofMillis(1))

        when:
        Answer replay = device.tryRefresh(api.calledBy('thief/1'))

        then:
        replay.status == 401
        replay.problem == 'session-ended'
        victim.tryRefresh().problem == 'session-ended'
        [device, victim]*.standing().unique() == ['token-revoked']
        [device, victim].collect { it.standing(other.api()) }.unique() == ['token-revoked']

        when:
        Map event = person.signIn().api.get('/users/me/logins').json.items[1]

        then:
        event.result == 'refresh_token_reused'
        event.method == 'refresh'
        event.user_agent == 'thief/1'
        event.session_id == device.session
        stored().revoke_reason == 'TOKEN_REUSED'
    }

    def "one that is two generations old is stolen even within the grace"() {
        given:
        SignedIn latest = device.refreshed().refreshed()

        expect:
        device.tryRefresh().problem == 'session-ended'
        latest.tryRefresh().problem == 'session-ended'
        latest.standing() == 'token-revoked'
    }

    def "a replay ends that session and no other"() {
        given:
        SignedIn elsewhere = person.signIn()
        device.refreshed()
        pass(GRACE + Duration.ofSeconds(1))

        when:
        device.tryRefresh()

        then:
        elsewhere.standing() == 'ok'
        elsewhere.refreshed().standing() == 'ok'
    }

    def "of 50 refreshes at once with one token, on two nodes, one rotates and all get the same successor"() {
        when:
        List<Answer> answers = Parallel.times(50) { i -> device.tryRefresh(i % 2 ? api : other.api()) }

        then:
        answers*.status.unique() == [200]
        answers*.json.refresh_token.unique().size() == 1
        generation() == 2

        and: "that successor is the one live token"
        new SignedIn(api, answers.first()).refreshed().standing() == 'ok'
        generation() == 3
    }

    def "refreshing again and again never extends the absolute end"() {
        given:
        SignedIn current = device
        List<Integer> promised = []

        when:
        4.times {
            pass(Duration.ofDays(6))
            Answer answer = current.tryRefresh()
            promised << (answer.json.refresh_expires_in as int)
            current = new SignedIn(api, answer)
        }

        then: "on day 24 six days are left, less than the idle limit"
        promised == [7, 7, 7, 6].collect { it * 24 * 3600 }

        when:
        pass(Duration.ofDays(6))

        then:
        current.tryRefresh().problem == 'session-ended'
        stored().revoked_at == null
    }

    def "#what the idle limit a refresh is #result"() {
        given:
        pass(time)

        expect:
        device.tryRefresh().status == status

        where:
        what            | time                              || status
        'just before'   | IDLE_LIMIT - Duration.ofMillis(1) || 200
        'at'            | IDLE_LIMIT                        || 401
        'long after'    | LIFE                              || 401
        result = status == 200 ? 'granted' : 'refused'
    }

    def "roles are read again; when and how the person signed in does not change"() {
        given:
        grant('critic')
        pass(Duration.ofHours(1))

        when:
        SignedIn next = device.refreshed()

        then:
        next.claims.roles == ['critic']
        next.claims.auth_time == device.claims.auth_time
        next.claims.amr == device.claims.amr
        next.claims.iat == device.claims.iat + 3600
        next.claims.sid == device.session
        next.claims.sub == device.claims.sub
    }

    def "#what does not refresh, and the session goes on"() {
        expect:
        api.post('/auth/refresh', [refresh_token: forged(device)]).problem == 'session-ended'
        device.standing() == 'ok'
        device.refreshed().standing() == 'ok'

        where:
        what                              | forged
        'an access token'                 | { SignedIn d -> d.access }
        'nothing'                         | { SignedIn d -> '' }
        'a word'                          | { SignedIn d -> 'refresh' }
        'a session id'                    | { SignedIn d -> d.session }
        'half a token'                    | { SignedIn d -> d.refresh.take(d.refresh.length().intdiv(2)) }
        'a token with a character more'   | { SignedIn d -> d.refresh + 'A' }
        'a token without its last one'    | { SignedIn d -> d.refresh[0..-2] }
        'a token in capitals'             | { SignedIn d -> d.refresh.toUpperCase() }
        'a token with another first byte' | { SignedIn d -> (d.refresh[0] == 'A' ? 'B' : 'A') + d.refresh.substring(1) }
        'a token with a space'            | { SignedIn d -> d.refresh + ' ' }
        'a token and NUL'                 | { SignedIn d -> d.refresh + '\u0000' }
        '60,000 characters'               | { SignedIn d -> 'A' * 60_000 }
    }

    def "no single changed character of a refresh token is overlooked"() {
        given:
        List<String> forgeries = (0..<device.refresh.length()).collect { i ->
            String c = device.refresh[i]
            device.refresh.substring(0, i) + (c == 'A' ? 'B' : 'A') + device.refresh.substring(i + 1)
        }

        expect:
        forgeries.collect { api.post('/auth/refresh', [refresh_token: it]).problem }.unique() == ['session-ended']
        device.refreshed().standing() == 'ok'
    }

    def "the account gate is asked again: #what ends the session"() {
        given:
        service.sql { it.executeUpdate("UPDATE auth.user_service_info SET $change WHERE user_id = ?::uuid".toString(), [person.id]) }

        expect:
        device.tryRefresh().problem == 'session-ended'
        stored().revoke_reason == 'REFUSED_AT_GATE'
        device.standing() == 'token-revoked'
        device.standing(other.api()) == 'token-revoked'

        where:
        what                     | change
        'a disabled account'     | 'disabled_at = now()'
        'an agent not allowed'   | "allowed_agents = '{Nebuchadnezzar*}'"
    }

    def "a form without a refresh token is refused by name: #form"() {
        expect:
        api.post('/auth/refresh', form).errors == [refresh_token: 'required']

        where:
        form << [[:], [refresh_token: null]]
    }

    private int generation() {
        stored().generation as int
    }

    private Map stored() {
        service.sql { it.firstRow('SELECT * FROM auth.sessions WHERE id = ?::uuid', device.session) }
    }

    private void grant(String role) {
        service.sql { sql ->
            sql.execute('INSERT INTO auth.roles (id, role_name) VALUES (gen_random_uuid(), ?) ON CONFLICT DO NOTHING', [role])
            sql.execute('INSERT INTO auth.user_roles SELECT ?::uuid, id FROM auth.roles WHERE role_name = ?', [person.id, role])
        }
    }
}
