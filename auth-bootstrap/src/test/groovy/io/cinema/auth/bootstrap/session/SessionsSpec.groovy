package io.cinema.auth.bootstrap.session

import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import java.time.Duration

class SessionsSpec extends FunctionalSpec {
    Person person = someone()

    def "a person sees all their devices, newest first, and which one this is"() {
        given:
        SignedIn phone = person.signIn(api.calledBy('Phone/1'))
        String phoneTime = clock.instant()
        pass(Duration.ofMinutes(1))
        SignedIn television = person.signIn(api.calledBy('Television/2'))
        pass(Duration.ofMinutes(1))
        phone = phone.refreshed(api.calledBy('Phone/1.1'))

        when:
        List items = phone.api.get('/users/me/sessions').json.items

        then:
        items*.id == [television.session, phone.session]
        items*.current == [false, true]
        items*.user_agent == ['Television/2', 'Phone/1.1']
        items*.ip.unique() == ['127.0.0.1']
        items*.amr.unique() == [['pwd']]
        items[1].created_at == phoneTime
        items[1].last_used_at == clock.instant().toString()
        items[1].expires_at == clock.instant().plus(Duration.ofDays(7)).toString()
        items[1].keySet() == ['id', 'created_at', 'last_used_at', 'expires_at', 'ip', 'user_agent', 'amr', 'current'] as Set
    }

    def "sessions that are over are not listed"() {
        given:
        SignedIn idle = person.signIn()
        pass(Duration.ofDays(7))
        SignedIn left = person.signIn()
        SignedIn here = person.signIn()
        left.api.post('/auth/logout')

        expect:
        here.api.get('/users/me/sessions').json.items*.id == [here.session]
        idle.tryRefresh().problem == 'session-ended'
    }

    def "one device can be signed out from another"() {
        given:
        SignedIn lost = person.signIn()
        SignedIn here = person.signIn()

        when:
        int status = here.api.delete("/users/me/sessions/$lost.session").status

        then:
        status == 204
        lost.standing() == 'token-revoked'
        lost.standing(other.api()) == 'token-revoked'
        lost.tryRefresh().problem == 'session-ended'
        here.standing() == 'ok'
        here.api.get('/users/me/sessions').json.items*.id == [here.session]
    }

    def "signing out this very device kills its tokens"() {
        given:
        SignedIn here = person.signIn()

        expect:
        here.api.delete("/users/me/sessions/$here.session").status == 204
        here.standing() == 'token-revoked'
        here.tryRefresh().problem == 'session-ended'
    }

    def "all others can be signed out at once; this one goes on with the tokens it has"() {
        given:
        List<SignedIn> others = (1..3).collect { person.signIn() }
        SignedIn here = person.signIn()

        when:
        int status = here.api.delete('/users/me/sessions?except=current').status

        then:
        status == 204
        others*.standing().unique() == ['token-revoked']
        others.collect { it.standing(other.api()) }.unique() == ['token-revoked']
        others.collect { it.tryRefresh().problem }.unique() == ['session-ended']
        here.standing() == 'ok'
        here.standing(other.api()) == 'ok'
        here.refreshed().standing() == 'ok'
        here.api.get('/users/me/sessions').json.items*.id == [here.session]
    }

    def "signing out everywhere ends all, and a new sign-in works at once, within the same second"() {
        given:
        List<SignedIn> devices = (1..3).collect { person.signIn() }

        when:
        int status = devices[0].api.delete('/users/me/sessions').status
        SignedIn fresh = person.signIn()

        then:
        status == 204
        devices*.standing().unique() == ['token-revoked']
        devices.collect { it.standing(other.api()) }.unique() == ['token-revoked']
        devices.collect { it.tryRefresh().problem }.unique() == ['session-ended']
        fresh.standing() == 'ok'
        fresh.standing(other.api()) == 'ok'
        fresh.claims.iat == devices[0].claims.iat
    }

    def "#what is not found, and nothing ends"() {
        given:
        SignedIn here = person.signIn()
        SignedIn stranger = someone().signIn()
        SignedIn over = person.signIn()
        over.api.post('/auth/logout')
        Map before = service.stored()

        when:
        def answer = here.api.delete("/users/me/sessions/${id(stranger, over)}")

        then:
        answer.status == 404
        answer.problem == 'not-found'
        service.stored() == before
        here.standing() == 'ok'
        stranger.standing() == 'ok'

        where:
        what                             | id
        "somebody else's session"        | { theirs, mine -> theirs.session }
        'a session that is over'         | { theirs, mine -> mine.session }
        'a session that never was'       | { theirs, mine -> UUID.randomUUID() }
        'a word'                         | { theirs, mine -> 'current' }
        'a short UUID'                   | { theirs, mine -> '1-1-1-1-1' }
        'SQL'                            | { theirs, mine -> "'%20OR%20'1'='1" }
        'a path that climbs'             | { theirs, mine -> '..%2F..%2Fusers' }
    }

    def "somebody else's session is answered exactly as one that never was"() {
        given:
        SignedIn here = person.signIn()
        SignedIn stranger = someone().signIn()

        expect:
        here.api.delete("/users/me/sessions/$stranger.session").json.findAll { it.key != 'instance' } ==
            here.api.delete("/users/me/sessions/${UUID.randomUUID()}").json.findAll { it.key != 'instance' }
    }

    def "except=#word is refused and ends nothing"() {
        given:
        SignedIn elsewhere = person.signIn()
        SignedIn here = person.signIn()

        when:
        def answer = here.api.delete("/users/me/sessions?except=$word")

        then:
        answer.status == 422
        answer.errors == [except: 'bad_value']
        elsewhere.standing() == 'ok'
        here.standing() == 'ok'

        where:
        word << ['Current', 'others', '', 'current%20', 'current&except=others']
    }
}
