package io.cinema.auth.cli.key

import static io.cinema.auth.application.key.RotateKeys.Pace.SOON
import static io.cinema.auth.application.key.RotateKeys.Pace.WITH_NOTICE

import io.cinema.auth.application.key.ListKeys
import io.cinema.auth.application.key.RotateKeys
import io.cinema.auth.cli.fixture.CommandSpec
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.SigningKeys

class KeyCommandsSpec extends CommandSpec {
    private static final KEY = SigningKeys.key(3, MutableClock.START)

    def "keys are listed with what they do, and nothing of their private half"() {
        given:
        answering(list: [new ListKeys.Listed(KEY, ListKeys.Use.SIGNS)])

        when:
        def json = typed('keys list --json')

        then:
        json.json().items == [[
            kid: KEY.id(), generation: 3, created_at: KEY.createdAt().toString(), active_from: KEY.activeFrom().toString(),
            use: 'signs']]
        typed('keys list').lines()[1] ==~ /$KEY.id +3 +signs +\S+Z +\S+Z/
    }

    def "rotating goes at the pace asked for: #line"() {
        given:
        answering(rotate: result)

        when:
        def ran = typed(line)

        then:
        ran.code() == 0
        ran.out().startsWith(said)
        useCases.calls == [['rotate', pace]]

        where:
        line                 | result                           || pace        | said
        'keys rotate'        | new RotateKeys.Rotated(KEY)      || WITH_NOTICE | "the key ${KEY.id()} is made"
        'keys rotate --soon' | new RotateKeys.Rotated(KEY)      || SOON        | "the key ${KEY.id()} is made"
        'keys rotate'        | new RotateKeys.AlreadyComing(KEY) || WITH_NOTICE | 'nothing to do'
    }

    def "for programs it tells whether a key was made"() {
        given:
        answering(rotate: result)

        expect:
        with(typed('keys rotate --json').json()) {
            kid == KEY.id()
            rotated == made
        }

        where:
        result                            || made
        new RotateKeys.Rotated(KEY)       || true
        new RotateKeys.AlreadyComing(KEY) || false
    }
}
