package io.cinema.auth.bootstrap.administration

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.Api
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.contracts.fixture.Parallel
import java.util.concurrent.Callable
import java.util.concurrent.atomic.AtomicInteger

/** A role is changed on one node while whoever holds it asks two nodes what they may. */
class ChangingRightsSpec extends FunctionalSpec {
    static final int READERS = 16
    static final int CHANGES = 20

    SignedIn chief = staff.superuser()
    Person person = someone()
    String role = staff.role('change:n0', 'same:n0')

    /** The number of the change that was answered last, and of the one that was asked for last. */
    AtomicInteger answered = new AtomicInteger()
    AtomicInteger asked = new AtomicInteger()

    def setup() {
        staff.grant(person, role)
    }

    def "no answer mixes two states of a role, and none that was asked for after a change was answered is older than it"() {
        given:
        SignedIn device = person.signIn()
        List<Callable<Integer>> readers = (1..READERS).collect { i ->
            { read(device.api.at(i % 2 ? service : other)) } as Callable<Integer>
        }

        when:
        List<Integer> seen = Parallel.all([{ change() } as Callable<Integer>] + readers)

        then: "there was something to see"
        seen.drop(1).max() > 1

        and: "the token is the same all along"
        device.standing() == 'ok'
        versionOf(device.api.at(other).get('/users/me/permissions')) == asked.get()
    }

    def "who holds the permission is let in and who lost it is not, from the first request after the change on"() {
        given:
        SignedIn device = person.signIn()

        expect:
        (1..20).each { i ->
            boolean may = i % 2 == 0
            assert change(may ? ['roles:read'] : ['films:read']).status == 200
            List<Integer> statuses = Parallel.times(READERS) { n -> device.api.at(n % 2 ? service : other).get('/roles').status }
            assert statuses.unique() == [may ? 200 : 403]
        }
    }

    /** Answers how many states it saw. */
    private int read(Api api) {
        Set<Integer> states = []
        while (answered.get() < CHANGES) {
            int oldest = answered.get()
            int seen = versionOf(api.get('/users/me/permissions'))
            assert seen in oldest..asked.get()
            states << seen
        }
        states.size()
    }

    private int change() {
        try {
            (1..CHANGES).each { n ->
                asked.set(n)
                assert change(["change:n$n".toString(), "same:n$n".toString()]).status == 200
                answered.set(n)
            }
        } finally {
            // Whatever went wrong, nobody reads for ever.
            answered.set(CHANGES)
        }
        CHANGES
    }

    private Answer change(List<String> permissions) {
        chief.api.at(other).put("/roles/$role", [role_name: "changing-$role".toString(), permission_set: permissions])
    }

    /** The number that both permissions carry. */
    private static int versionOf(Answer answer) {
        assert answer.status == 200: answer
        List<String> numbers = answer.json.permissions*.replaceAll(/\D/, '').unique()
        assert answer.json.permissions.size() == 2 && numbers.size() == 1: answer
        numbers.first() as int
    }
}
