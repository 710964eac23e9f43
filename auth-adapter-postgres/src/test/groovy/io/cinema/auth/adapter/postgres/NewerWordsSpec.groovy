package io.cinema.auth.adapter.postgres

import io.cinema.auth.contracts.fixture.LoginEvents
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.login.LoginMethod
import io.cinema.auth.domain.login.LoginResult
import io.cinema.auth.domain.paging.PageRequest
import io.cinema.auth.domain.session.EndReason
import io.cinema.auth.domain.token.Amr
import java.time.Instant
import java.time.temporal.ChronoUnit
import spock.lang.Specification

/** A node of the next release works on this database already, and writes what this one has no word for. */
class NewerWordsSpec extends Specification implements OnPostgres {
    def now = Instant.now().truncatedTo(ChronoUnit.MICROS)
    def user = Users.any()

    def setup() {
        users().add(user)
    }

    def "a session that ended for a reason of the next release has ended"() {
        given:
        def session = Sessions.opened(user, now)
        sessions().save(session)
        sessions().end(user.id(), session.id(), EndReason.SIGNED_OUT, now)

        when:
        written("UPDATE auth.sessions SET revoke_reason = 'KIDNAPPED_BY_ALIENS' WHERE id = ?", session.id().value())

        then:
        with(sessions().find(session.id()).get().session()) {
            !livesAt(now)
            ended().reason() == EndReason.OTHER
        }
    }

    def "a way of proving oneself that the next release added proves nothing here, and is not forgotten"() {
        given:
        def session = Sessions.opened(user, now)
        sessions().save(session)

        when:
        written("UPDATE auth.sessions SET amr = '{pwd,face}' WHERE id = ?", session.id().value())

        then:
        sessions().find(session.id()).get().session().amr() == [Amr.PWD] as Set

        when:
        def rotated = sessions().rotate(Sessions.token(session), Sessions.TRAIN, now)

        then:
        rotated.get().session().amr() == [Amr.PWD] as Set
        database().owner().withCloseable { it.firstRow('SELECT amr::text AS amr FROM auth.sessions WHERE id = ?', session.id().value()).amr } == '{pwd,face}'
    }

    def "a line of the history is told with the words there are"() {
        given:
        def event = LoginEvents.success(user.id(), now, Sessions.HOME)
        events().record(event)

        when:
        written("UPDATE auth.login_events SET result = 'ASKED_BACK', method = 'PASSKEY' WHERE id = ?", event.id())

        then:
        with(events().history(user.id(), new PageRequest(10, null)).items()) {
            it*.result() == [LoginResult.OTHER]
            it*.method() == [LoginMethod.OTHER]
        }
    }

    private void written(String statement, UUID id) {
        assert database().owner().withCloseable { it.executeUpdate(statement, [id] as List<Object>) } == 1
    }
}
