package io.cinema.auth.application.session

import static io.cinema.auth.contracts.fixture.Sessions.HOME
import static io.cinema.auth.contracts.fixture.Sessions.TRAIN

import io.cinema.auth.application.AuthNode
import io.cinema.auth.domain.account.User
import java.time.Duration
import spock.lang.Specification

class ListSessionsSpec extends Specification {
    final AuthNode node = new AuthNode()
    final User user = node.member()

    private list() {
        node.listSessions().list(user.id())
    }

    def "one's own live sessions are listed, newest first"() {
        given:
        def first = node.signedIn(user)
        node.signedIn(node.member())
        def second = node.signedIn(user)

        expect:
        list()*.id() == [second, first]*.session()
    }

    def "a session shows where it was used last"() {
        given:
        def tokens = node.signedIn(user, HOME)
        def later = node.clock.advance(Duration.ofHours(1))
        node.refreshed(tokens, TRAIN)

        expect:
        list() == [node.session(tokens)]
        list().first().origin() == TRAIN
        list().first().rotatedAt() == later
    }

    def "a session that #how is not listed"() {
        given:
        def tokens = node.signedIn(user)

        when:
        end(node, tokens)

        then:
        list() == []

        where:
        how                   | end
        "was signed out"      | { n, t -> n.endSession().signOut(n.verified(t)) }
        "idled to its end"    | { n, t -> n.clock.advance(n.sessionTerms.idleLimit()) }
        "is older than may be" | { n, t -> n.clock.advance(n.sessionTerms.absoluteLife()) }
    }

    def "who never signed in has no sessions"() {
        expect:
        list() == []
    }
}
