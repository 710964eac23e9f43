package io.cinema.auth.bootstrap.social

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Networks
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.devkit.social.FakePerson
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared

class SocialLinksSpec extends FunctionalSpec {
    @Shared
    @AutoCleanup
    Networks networks = new Networks()

    Person person = someone()
    SignedIn device = person.signIn(networks.node.api())

    def "an identity that is linked signs in to the account, whatever its e-mail"() {
        given:
        FakePerson there = Networks.person('somebody-else@example.com', true)

        when:
        Answer linked = link('google', there)
        Answer come = networks.come('google', there)

        then:
        linked.status == 200
        linked.json.provider == 'google'
        linked.json.subject == there.subject()
        come.status == 200
        new SignedIn(networks.node.api(), come).claims.sub == person.id
        links() == [linked.json]

        and: "linking it again changes nothing"
        link('google', there).json.id == linked.json.id
        links().size() == 1
    }

    def "the same person at two networks is two links; an identity of somebody else is taken"() {
        given:
        FakePerson there = Networks.person()
        SignedIn stranger = someone().signIn(networks.node.api())

        expect:
        link('yandex', there).status == 200
        link('vk', there).status == 200
        links()*.provider == ['yandex', 'vk']
        link('yandex', there, stranger).problem == 'social-link-taken'
        stranger.api.get('/users/me/social-links').json.items == []
    }

    def "of two accounts that link one identity at once one gets it"() {
        given:
        FakePerson there = Networks.person()
        List<SignedIn> rivals = [device, someone().signIn(networks.node.api())]
        List<Map> shown = rivals.collect { networks.consented('yandex', there, it.api, '/users/me/social-links/yandex/authorizations') }

        expect:
        Parallel.times(2) { rivals[it].api.post('/users/me/social-links/yandex/callback', shown[it]) }*.status.sort() == [200, 409]
    }

    def "unlinking takes it away, and what it opened opens no more"() {
        given:
        FakePerson there = Networks.person()
        String id = link('github', there).json.id

        expect:
        device.api.delete("/users/me/social-links/$id").status == 204
        links() == []
        device.api.delete("/users/me/social-links/$id").status == 404
        networks.come('github', there).status == 201
    }

    def "the last way in stays, also under two removals at once"() {
        given:
        FakePerson there = Networks.person()
        SignedIn only = new SignedIn(networks.node.api(), networks.come('yandex', there))
        String id = links(only).first().id

        expect:
        only.api.delete("/users/me/social-links/$id").problem == 'last-credential'

        when:
        link('vk', there, only)
        List<String> both = links(only)*.id

        then:
        Parallel.times(2) { only.api.delete("/users/me/social-links/${both[it]}") }*.status.sort() == [204, 409]
        links(only).size() == 1
    }

    def "another's link is as one that is not there"() {
        given:
        String id = link('yandex', Networks.person()).json.id
        SignedIn stranger = someone().signIn(networks.node.api())

        expect:
        stranger.api.delete("/users/me/social-links/$id").status == 404
        links().size() == 1
    }

    def "linking and unlinking ask for a fresh sign-in or the password"() {
        given:
        String id = link('yandex', Networks.person()).json.id
        pass(Duration.ofMinutes(11))

        when:
        Answer begin = device.api.post('/users/me/social-links/vk/authorizations', [:])
        Answer remove = device.api.delete("/users/me/social-links/$id")

        then:
        [begin, remove]*.problem.unique() == ['step-up-required']
        [begin, remove].every { it.header('WWW-Authenticate').contains('max_age="600"') }
        device.api.post('/users/me/social-links/vk/authorizations', [current_password: 'a wrong password']).problem == 'invalid-credentials'
        device.api.post('/users/me/social-links/vk/authorizations', [current_password: person.password]).status == 201
        device.api.delete("/users/me/social-links/$id", [current_password: person.password]).status == 204
    }

    def "who finishes must be who began, and a sign-in is no linking nor the other way round"() {
        given:
        SignedIn stranger = someone().signIn(networks.node.api())
        String path = '/users/me/social-links/yandex/authorizations'

        expect:
        stranger.api.post('/users/me/social-links/yandex/callback', networks.consented('yandex', Networks.person(), device.api, path)).problem == 'oauth-state-invalid'
        networks.node.api().post('/oauth/yandex/callback', networks.consented('yandex', Networks.person(), device.api, path)).problem == 'oauth-state-invalid'
        device.api.post('/users/me/social-links/yandex/callback', networks.consented('yandex', Networks.person())).problem == 'oauth-state-invalid'
        links() == []
    }

    def "the trail tells of links by network, and of nobody's identity"() {
        given:
        FakePerson there = Networks.person()
        String id = link('mailru', there).json.id
        device.api.delete("/users/me/social-links/$id")

        when:
        Answer trail = staff.superuser().api.get("/audit-events?target_id=$person.id")

        then:
        trail.json.items.reverse().collect { [it.action, it.detail.provider] } == [['social.linked', 'mailru'], ['social.unlinked', 'mailru']]
        !trail.text.contains(there.subject())
    }

    private Answer link(String name, FakePerson there, SignedIn who = device) {
        Map shown = networks.consented(name, there, who.api, "/users/me/social-links/$name/authorizations")
        who.api.post("/users/me/social-links/$name/callback", shown)
    }

    private List links(SignedIn who = device) {
        who.api.get('/users/me/social-links').json.items
    }
}
