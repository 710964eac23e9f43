package io.cinema.auth.application.social

import static io.cinema.auth.contracts.fixture.Sessions.HOME

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.account.ChangePassword
import io.cinema.auth.application.proof.ProofFailure
import io.cinema.auth.application.social.LinkSocial.IdentityTaken
import io.cinema.auth.application.social.LinkSocial.Linked
import io.cinema.auth.application.social.UnlinkSocial.LastCredential
import io.cinema.auth.application.social.UnlinkSocial.NoSuchLink
import io.cinema.auth.application.social.UnlinkSocial.Unlinked
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.memory.MemoryIdentityProvider
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.credential.Password
import io.cinema.auth.domain.social.SocialLink
import io.cinema.auth.domain.social.SocialProfile
import io.cinema.auth.domain.token.VerifiedAccessToken
import java.time.Duration
import spock.lang.Specification

class LinkingSpec extends Specification {
    final AuthNode node = new AuthNode()
    final MemoryIdentityProvider yandex = node.network("yandex")
    final MemoryIdentityProvider vk = node.network("vk")
    final User user = node.member()

    private LinkSocial.Beginning begin(VerifiedAccessToken token, MemoryIdentityProvider provider = yandex, String password = null) {
        node.linkSocial().begin(
            new LinkSocial.Begin(token, HOME, provider.name(), null, password == null ? null : Password.of(password)))
    }

    private LinkSocial.Result link(SocialProfile person, MemoryIdentityProvider provider = yandex, User who = user) {
        def flow = (begin(node.tokenOf(who), provider) as LinkSocial.Begun).flow()
        node.linkSocial().finish(node.tokenOf(who), back(flow, person, provider), HOME)
    }

    private static ReturnedFromNetwork back(BegunFlow flow, SocialProfile person, MemoryIdentityProvider provider) {
        new ReturnedFromNetwork(provider.name(), MemoryIdentityProvider.stateOf(flow.authorizationUri()),
            flow.flowToken(), provider.consent(flow.authorizationUri(), person))
    }

    private UnlinkSocial.Result unlink(SocialLink link, VerifiedAccessToken token = node.tokenOf(user)) {
        node.unlinkSocial().unlink(new UnlinkSocial.Command(token, HOME, link.id(), null))
    }

    private SignInBySocial.Result come(SocialProfile person, MemoryIdentityProvider provider = yandex) {
        def flow = (node.signInBySocial().begin(provider.name(), null) as RoundTrip.Begun).flow()
        node.signInBySocial().finish(back(flow, person, provider), HOME)
    }

    /** An account that only the network opens. */
    private User social(SocialProfile person, MemoryIdentityProvider provider = yandex) {
        node.users.findById(node.verified(AuthNode.opened(come(person, provider))).user()).get()
    }

    def "an identity that is linked signs in to the account, whatever its e-mail"() {
        given:
        def person = yandex.person("42", "neo@example.com", false)

        expect:
        (link(person) as Linked).link().user() == user.id()
        node.verified(AuthNode.opened(come(person))).user() == user.id()
        node.unlinkSocial().links(user.id())*.identity() == [person.identity()]
        node.auditedInShort() == ["social.linked"]

        and: "linking it again changes nothing"
        link(person) instanceof Linked
        node.unlinkSocial().links(user.id()).size() == 1
    }

    def "one person at two networks is two links, and one identity opens one account"() {
        given:
        link(yandex.person("42", null, false))
        link(vk.person("42", null, false), vk)

        expect:
        node.unlinkSocial().links(user.id()).size() == 2
        link(yandex.person("42", null, false), yandex, node.member()) == new IdentityTaken()
        node.auditedInShort().last() == "social.linked: social-link-taken"
    }

    def "of twenty accounts that link one identity at once one gets it"() {
        given:
        def rivals = (1..20).collect { node.member() }

        when:
        def answers = Parallel.times(20) { link(yandex.person("42", null, false), yandex, rivals[it]) }

        then:
        answers.count { it instanceof Linked } == 1
        answers.count { it == new IdentityTaken() } == 19
    }

    def "linking needs a fresh sign-in or the password"() {
        given:
        def old = node.tokenOf(user)
        node.clock.advance(Duration.ofMinutes(11))

        expect:
        begin(old) == new LinkSocial.Unproved(new ProofFailure.Missing(Duration.ofMinutes(10)))
        begin(old, yandex, "wrong password") == new LinkSocial.Unproved(new ProofFailure.WrongPassword())
        begin(old, yandex, AuthNode.PASSWORD) instanceof LinkSocial.Begun
    }

    def "who finishes must be who began"() {
        given:
        def flow = (begin(node.tokenOf(user)) as LinkSocial.Begun).flow()
        def stranger = node.member()

        expect:
        node.linkSocial().finish(node.tokenOf(stranger), back(flow, yandex.person("42", null, false), yandex), HOME) == new LinkSocial.StateInvalid()
        node.unlinkSocial().links(stranger.id()) == []
    }

    def "the last way in is never removed: #what"() {
        given:
        def social = social(yandex.person("42", null, false))
        def link = node.unlinkSocial().links(social.id()).first()

        expect:
        unlink(link, node.tokenOf(social)) == new LastCredential()
        node.auditedInShort().last() == "social.unlinked: last-credential"

        when:
        another(this, social)

        then:
        unlink(link, node.tokenOf(node.now(social))) == new Unlinked()
        come(yandex.person("42", null, false)).created()

        where:
        what                  | another
        "but beside another"  | { s, u -> s.link(s.vk.person("43", null, false), s.vk, u) }
        "but with a password" | { s, u -> s.setPassword(u) }
    }

    private void setPassword(User who) {
        assert node.changePassword().change(
            new ChangePassword.Command(node.tokenOf(who), HOME, null, Password.of("my very first one"))) == new ChangePassword.Changed()
    }

    def "a link to a network that was switched off is no way in"() {
        given:
        def social = social(yandex.person("42", null, false))
        link(vk.person("43", null, false), vk, social)
        def (first, second) = node.unlinkSocial().links(social.id())
        node.networks.remove(vk)

        expect:
        unlink(first, node.tokenOf(social)) == new LastCredential()
        unlink(second, node.tokenOf(social)) == new Unlinked()
    }

    def "two removals of the last two at once leave one"() {
        given:
        def social = social(yandex.person("42", null, false))
        link(vk.person("43", null, false), vk, social)
        def links = node.unlinkSocial().links(social.id())

        when:
        def answers = Parallel.times(2) { unlink(links[it], node.tokenOf(social)) }

        then:
        answers as Set == [new Unlinked(), new LastCredential()] as Set
        node.unlinkSocial().links(social.id()).size() == 1
    }

    def "another's link is not there"() {
        given:
        def theirs = (link(yandex.person("42", null, false)) as Linked).link()

        expect:
        unlink(theirs, node.tokenOf(node.member())) == new NoSuchLink()
        node.unlinkSocial().links(user.id()) == [theirs]
    }

    def "unlinking needs a fresh sign-in or the password"() {
        given:
        def link = (link(yandex.person("42", null, false)) as Linked).link()
        def old = node.tokenOf(user)
        node.clock.advance(Duration.ofMinutes(11))

        expect:
        unlink(link, old) == new UnlinkSocial.Unproved(new ProofFailure.Missing(Duration.ofMinutes(10)))
        node.unlinkSocial().unlink(new UnlinkSocial.Command(old, HOME, link.id(), Password.of(AuthNode.PASSWORD))) == new Unlinked()
        node.auditedInShort().last() == "social.unlinked"
    }

    def "a request whose token died on its way links and unlinks nothing"() {
        given:
        def link = (link(yandex.person("42", null, false)) as Linked).link()
        def token = node.tokenOf(user)
        def flow = (begin(token, vk) as LinkSocial.Begun).flow()
        node.change(user) { it.withState(it.state().withRaisedVersion()) }

        expect:
        unlink(link, token) == new UnlinkSocial.Gone()
        node.linkSocial().finish(token, back(flow, vk.person("43", null, false), vk), HOME) == new LinkSocial.Gone()
        node.unlinkSocial().links(user.id()) == [link]
    }
}
