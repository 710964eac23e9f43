package io.cinema.auth.bootstrap.film

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.SignedIn
import spock.lang.Shared

/** What a search service shows to whom: by the filter that docs/films.md has, and as this service decides. */
class FilmSearchSpec extends FunctionalSpec {
    static final List<String> LABELS = ['public', 'registered', 'subscription', 'premiere']

    @Shared
    Cinema cinema = new Cinema('film_search')

    def setupSpec() {
        cinema.load()
        cinema.sql.execute('''
            UPDATE content.film_work f SET access_label = (ARRAY['public', 'registered', 'subscription', 'premiere'])[1 + n % 4]
            FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM content.film_work) numbered WHERE f.id = numbered.id''')
        cinema.follow()
    }

    def cleanupSpec() {
        cinema.close()
    }

    def "whoever bears a token of #what finds what this service lets them watch, and nothing else"() {
        given:
        SignedIn device = permissions == null ? staff.superuser() : staff.holding(*permissions)
        Answer mine = device.api.get('/users/me/permissions')

        when:
        List<Map> found = cinema.search(SearchFilter.signedIn(mine.json.permissions))

        then:
        found*.access_label.toSet() == labels as Set
        found.size() == cinema.search().count { it.access_label in labels }
        allowed(device).sort() == labels.toSorted()

        where:
        what           | permissions                                       || labels
        'no right'     | ['reviews:write']                                 || ['public', 'registered']
        'a subscriber' | ['films:watch:subscription']                      || ['public', 'registered', 'subscription']
        'a reviewer'   | ['*:watch:premiere', 'films:write', 'series:*']   || ['public', 'registered', 'premiere']
        'a critic'     | ['films:*']                                       || LABELS
        'a superuser'  | null                                              || LABELS
    }

    def "whoever bears none, or one that is over, finds what is public"() {
        given:
        SignedIn device = staff.holding('films:*')
        device.api.post('/auth/logout')

        expect:
        device.api.get('/users/me/permissions').status == 401
        cinema.search(SearchFilter.anonymous())*.access_label.toSet() == ['public'] as Set
    }

    def "a granted role shows in the next search, a revoked one too"() {
        given:
        def person = someone()
        String role = staff.role('films:watch:premiere')
        Closure<Set> labels = { SignedIn device -> cinema.search(SearchFilter.signedIn(device.api.get('/users/me/permissions').json.permissions))*.access_label.toSet() }

        expect:
        !labels(person.signIn()).contains('premiere')

        when:
        staff.grant(person, role)

        then:
        labels(person.signIn()).contains('premiere')

        when:
        staff.superuser().api.delete("/users/$person.id/roles/$role")

        then:
        !labels(person.signIn()).contains('premiere')
    }

    def "each document says which permission it needs, as this service would ask for it"() {
        given:
        SignedIn device = staff.holding('films:watch:subscription')

        expect:
        cinema.search().every { film ->
            film.required_permission == (film.access_label == 'public' ? null : "films:watch:$film.access_label".toString())
        }
        device.api.post('/access/check', [checks: [[permission: 'films:watch:subscription'], [permission: 'films:watch:premiere']]]).json.results*.allowed == [true, false]
    }

    private static List<String> allowed(SignedIn device) {
        List<Map> verdicts = device.api.post('/access/check', [checks: LABELS.collect { [label: it] }]).json.results
        [LABELS, verdicts].transpose().findAll { label, verdict -> verdict.allowed }*.first()
    }
}
