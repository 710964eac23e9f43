package io.cinema.auth.application.diagnosis

import static io.cinema.auth.domain.diagnosis.Finding.Verdict.AWAY
import static io.cinema.auth.domain.diagnosis.Finding.Verdict.DOUBTFUL
import static io.cinema.auth.domain.diagnosis.Finding.Verdict.WELL
import static io.cinema.auth.domain.diagnosis.Finding.Verdict.WRONG

import io.cinema.auth.application.AuthNode
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.diagnosis.Finding
import io.cinema.auth.domain.port.BackendProbe
import io.cinema.auth.domain.port.KeyRing
import java.time.Duration
import spock.lang.Specification

class DiagnoseSpec extends Specification {
    static final Finding POSTGRES = Finding.well("Postgres", "answers")

    final AuthNode node = new AuthNode()
    KeyRing ring = node.ring

    private List<Finding> findings(Finding... seen) {
        BackendProbe probe = { now ->
            assert now == node.clock.instant()
            seen.toList()
        }
        new DiagnoseService([probe], node.keyRepository, ring, AuthNode.SCHEDULE, node.directory, node.clock).findings()
    }

    private Finding about(String subject) {
        findings(POSTGRES).find { it.subject() == subject }
    }

    def "in a good installation all is well"() {
        given:
        node.member(Users.user().superuser())

        expect:
        findings(POSTGRES)*.verdict().unique() == [WELL]
        findings(POSTGRES)*.subject() == ["Postgres", "signing keys", "superusers"]
        findings(POSTGRES)*.remedy().unique() == [null]
    }

    def "what is kept in Postgres is not looked at where that is #verdict"() {
        expect:
        findings(new Finding("Postgres", verdict, "silence", "start it"))*.subject() == subjects

        where:
        verdict  || subjects
        DOUBTFUL || ["Postgres", "signing keys", "superusers"]
        WRONG    || ["Postgres"]
        AWAY     || ["Postgres"]
    }

    def "without a superuser who is enabled it says how to make one"() {
        given:
        node.member(Users.user().superuser().disabledAt(node.clock.instant()))

        expect:
        about("superusers").verdict() == DOUBTFUL
        about("superusers").remedy().contains("auth-cli superuser create")
    }

    def "before the first key it says who makes it"() {
        given:
        node.keyRepository.remove(node.keyRepository.all())

        expect:
        about("signing keys").verdict() == DOUBTFUL
        about("signing keys").remedy().contains("auth-server")
    }

    def "keys sealed under another master key are wrong, and it names the setting"() {
        given:
        ring = { keys -> throw new IllegalStateException("sealed under another key") }

        expect:
        about("signing keys").verdict() == WRONG
        about("signing keys").remedy().contains("AUTH_MASTER_KEY")
    }

    def "a key that should have been made by now is told"() {
        given:
        node.clock.advance(AuthNode.SCHEDULE.period())

        expect:
        about("signing keys").verdict() == DOUBTFUL
    }

    def "a clock that is behind all keys is told"() {
        given:
        node.clock.advance(Duration.ofDays(-1))

        expect:
        about("signing keys").verdict() == WRONG
        about("signing keys").remedy().contains("clock")
    }
}
