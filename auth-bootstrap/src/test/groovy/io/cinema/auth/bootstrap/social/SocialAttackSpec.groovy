package io.cinema.auth.bootstrap.social

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Log
import io.cinema.auth.bootstrap.fixture.Networks
import io.cinema.auth.devkit.social.Defect
import io.cinema.auth.devkit.social.FakePerson
import io.cinema.auth.devkit.social.FakeProvider
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared

class SocialAttackSpec extends FunctionalSpec {
    @Shared
    @AutoCleanup
    Networks networks = new Networks()

    def cleanup() {
        ['yandex', 'vk', 'google', 'github', 'mailru', 'corp'].each { networks.named(it).mend() }
    }

    def "a return with #what is of no flow"() {
        given:
        Map shown = networks.consented('yandex', Networks.person())
        Map before = networks.node.stored()

        when:
        Answer answer = change(this, shown)

        then:
        answer.status == 400
        answer.problem == 'oauth-state-invalid'
        networks.node.stored() == before

        where:
        what                   | change
        'no state'             | { s, m -> s.finish(m - m.subMap('state')) }
        'a forged state'       | { s, m -> s.finish(m + [state: 'x' * 43]) }
        'a long state'         | { s, m -> s.finish(m + [state: 'x' * 10_000]) }
        'no flow token'        | { s, m -> s.finish(m - m.subMap('flow_token')) }
        'another flow token'   | { s, m -> s.finish(m + s.networks.consented('yandex', Networks.person()).subMap('flow_token')) }
        'another network'      | { s, m -> s.finish(m, 'github') }
        'ten minutes gone'     | { s, m -> s.pass(Duration.ofMinutes(10)); s.finish(m) }
    }

    def "a return works once"() {
        given:
        Map shown = networks.consented('yandex', Networks.person())

        expect:
        finish(shown).status == 201
        finish(shown).problem == 'oauth-state-invalid'
    }

    def "a code of another flow, or shown to the network before, is denied: #name"() {
        given:
        Map mine = networks.consented(name, Networks.person())
        Map theirs = networks.consented(name, Networks.person())

        expect:
        finish(mine + theirs.subMap('code', 'device_id'), name).problem == 'oauth-denied'

        where:
        name << ['yandex', 'vk', 'google', 'github', 'mailru', 'corp']
    }

    def "who says no at #name is told so"() {
        given:
        Answer begun = networks.node.api().post("/oauth/$name/authorizations", [:])
        Map shown = Networks.returned(networks.named(name).denial(URI.create(begun.json.authorization_url))) + [flow_token: begun.json.flow_token]

        expect:
        shown.error == 'access_denied'
        finish(shown, name).problem == 'oauth-denied'
        finish(shown, name).problem == 'oauth-state-invalid'

        where:
        name << ['yandex', 'vk', 'google', 'github', 'mailru', 'corp']
    }

    def "what #name vouches with must hold: #defect"() {
        given:
        FakePerson person = Networks.person()
        Map before = networks.node.stored()
        networks.named(name).breakBy(defect)

        when:
        Answer answer = networks.come(name, person)

        then:
        answer.status == 400
        answer.problem == 'oauth-denied'
        networks.node.stored() == before

        where:
        [name, defect] << [['google', 'corp'], [
            Defect.ID_TOKEN_EXPIRED, Defect.ID_TOKEN_FOR_ANOTHER_AUDIENCE, Defect.ID_TOKEN_OF_ANOTHER_ISSUER,
            Defect.ID_TOKEN_WITH_ANOTHER_NONCE, Defect.ID_TOKEN_WITHOUT_NONCE, Defect.ID_TOKEN_WITHOUT_SUBJECT,
            Defect.ID_TOKEN_UNSIGNED, Defect.ID_TOKEN_SIGNED_BY_ANOTHER_KEY, Defect.ID_TOKEN_SIGNED_WITH_CLIENT_SECRET,
        ]].combinations() + [['yandex', Defect.CLIENT_ID_OF_ANOTHER], ['corp', Defect.REDIRECT_WITH_ANOTHER_ISSUER],
            ['corp', Defect.REDIRECT_WITHOUT_ISSUER], ['vk', Defect.LONG_SUBJECT]]
    }

    def "what is badly told is not told: #defect"() {
        given:
        networks.yandex.breakBy(defect)

        expect:
        networks.come('yandex', Networks.person('fine@example.com')).status == 201

        where:
        defect << [Defect.EMAIL_THAT_IS_NONE, Defect.CONTROL_CHARACTERS_IN_NAMES]
    }

    def "a network that #defect is away, in time, and no others with it: #name"() {
        given:
        FakePerson person = Networks.person()
        Map shown = networks.consented(name, person)
        FakeProvider fake = networks.named(name)
        fake.breakBy(defect)
        fake.hold(Duration.ofSeconds(8))

        when:
        Answer answer = finish(shown, name)

        then:
        answer.status == 502
        answer.problem == 'provider-unavailable'
        answer.took < Duration.ofSeconds(6)
        fake.requestsElsewhere() == 0
        networks.come(name == 'yandex' ? 'vk' : 'yandex', Networks.person()).status == 201

        where:
        [name, defect] << [['yandex', 'github', 'corp'], [
            Defect.SLOW, Defect.ANSWERS_500, Defect.ANSWERS_HTML, Defect.ANSWERS_100_MB, Defect.REDIRECTS, Defect.CLOSES_CONNECTION,
        ]].combinations()
    }

    def "a network that is down is away, and back when it is back"() {
        given:
        Map shown = networks.consented('yandex', Networks.person())
        networks.yandex.stop()

        expect:
        finish(shown).problem == 'provider-unavailable'

        when:
        networks.yandex.start()

        then:
        networks.come('yandex', Networks.person()).status == 201
    }

    def "no secret of a flow gets into the log"() {
        given:
        Map shown = networks.consented('yandex', Networks.person())
        ['code', 'state', 'flow_token'].each { Log.neverShows(shown[it]) }
        Log.neverShows(networks.yandex.clientSecret())

        when:
        networks.yandex.breakBy(Defect.ANSWERS_500)
        finish(shown)
        networks.yandex.mend()
        finish(shown)

        then:
        Log.leaks().empty
    }

    private Answer finish(Map shown, String name = 'yandex') {
        networks.node.api().post("/oauth/$name/callback", shown)
    }
}
