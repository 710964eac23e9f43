package io.cinema.auth.application.social

import static io.cinema.auth.contracts.fixture.Sessions.HOME
import static io.cinema.auth.contracts.fixture.Sessions.TRAIN

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.Away
import io.cinema.auth.application.signin.IssuedTokens
import io.cinema.auth.application.signin.Opening
import io.cinema.auth.application.signin.PassSecondFactor
import io.cinema.auth.application.social.SignInBySocial.Denied
import io.cinema.auth.application.social.SignInBySocial.EmailTaken
import io.cinema.auth.application.social.SignInBySocial.NoSuchProvider
import io.cinema.auth.application.social.SignInBySocial.Proved
import io.cinema.auth.application.social.SignInBySocial.ProviderAway
import io.cinema.auth.application.social.SignInBySocial.StateInvalid
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.contracts.memory.MemoryIdentityProvider
import io.cinema.auth.domain.account.AllowedAgents
import io.cinema.auth.domain.account.EmailAddress
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.login.LoginMethod
import io.cinema.auth.domain.login.LoginResult
import io.cinema.auth.domain.mfa.FactorProof
import io.cinema.auth.domain.mfa.TotpCheck
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.SocialFlowStore
import io.cinema.auth.domain.port.SocialLinkRepository
import io.cinema.auth.domain.secret.Secret
import io.cinema.auth.domain.social.ProviderName
import io.cinema.auth.domain.social.SocialFlow
import io.cinema.auth.domain.social.SocialLink
import io.cinema.auth.domain.social.SocialProfile
import java.time.Duration
import spock.lang.Specification

class SignInBySocialSpec extends Specification {
    final AuthNode node = new AuthNode()
    final MemoryIdentityProvider yandex = node.network("yandex")
    final MemoryIdentityProvider vk = node.network("vk")

    private BegunFlow begun(MemoryIdentityProvider provider = yandex) {
        (node.signInBySocial().begin(provider.name(), null) as RoundTrip.Begun).flow()
    }

    private ReturnedFromNetwork back(BegunFlow flow, SocialProfile person, MemoryIdentityProvider provider = yandex) {
        new ReturnedFromNetwork(provider.name(), MemoryIdentityProvider.stateOf(flow.authorizationUri()),
            flow.flowToken(), provider.consent(flow.authorizationUri(), person))
    }

    private SignInBySocial.Result come(SocialProfile person, MemoryIdentityProvider provider = yandex) {
        finish(back(begun(provider), person, provider))
    }

    private SignInBySocial.Result finish(ReturnedFromNetwork shown, origin = HOME) {
        node.signInBySocial().finish(shown, origin)
    }

    private IssuedTokens tokens(SignInBySocial.Result result) {
        AuthNode.opened(result)
    }

    private User account(IssuedTokens tokens) {
        node.users.findById(node.verified(tokens).user()).get()
    }

    def "who comes for the first time gets an account without a password, and who comes again the same"() {
        given:
        def neo = yandex.person("42", "neo@example.com", false)

        when:
        def first = come(neo) as Proved
        def again = come(neo) as Proved

        then:
        first.created()
        !again.created()
        account(tokens(first)).id() == account(tokens(again)).id()
        with(account(tokens(first))) {
            login().shown() == "nick-42"
            email().shown() == "neo@example.com"
            passwordHash() == null
            name().first() == "First"
        }
        node.claims(tokens(first)).amr() == ["fed"]
        node.counts(node.refreshed(tokens(again)))
        node.events(account(tokens(first)))*.method() == [LoginMethod.SOCIAL] * 2
        node.events(account(tokens(first)))*.provider() == [yandex.name()] * 2
    }

    def "a profile without an e-mail is fine, and the login proposed is made unique"() {
        given:
        node.member(Users.user().login("Nick-42"))

        when:
        def made = account(tokens(come(yandex.person("42", null, false))))

        then:
        made.email() == null
        made.login().shown() ==~ /nick-42-[0-9a-f]{6}/
    }

    def "the same person at two networks, unlinked, is two accounts"() {
        expect:
        account(tokens(come(yandex.person("42", null, false)))).id() !=
            account(tokens(come(vk.person("42", null, false), vk))).id()
    }

    def "an e-mail of somebody here lets nobody in, verified there or not: #verified"() {
        given:
        def owner = node.member(Users.user().email("neo@example.com"))

        expect:
        come(yandex.person("42", "NEO@example.com", verified)) == new EmailTaken()
        node.links.ofUser(owner.id()) == []
        node.listSessions().list(owner.id()) == []
        node.events(owner)*.result() == [LoginResult.EMAIL_NOT_PROVED]

        where:
        verified << [true, false]
    }

    def "an e-mail that changes there changes nothing here"() {
        given:
        def made = account(tokens(come(yandex.person("42", "neo@example.com", true))))
        node.member(Users.user().email("another@example.com"))

        expect:
        account(tokens(come(yandex.person("42", "another@example.com", true)))).id() == made.id()
        node.now(made).email() == EmailAddress.of("neo@example.com")
    }

    def "of twenty who come at once with one identity one makes the account, and all get in"() {
        given:
        def neo = yandex.person("42", "neo@example.com", false)
        def shown = (1..20).collect { back(begun(), neo) }

        when:
        def answers = Parallel.times(20) { finish(shown[it]) }

        then:
        answers.count { (it as Proved).created() } == 1
        answers.collect { account(tokens(it)).id() }.unique().size() == 1
    }

    def "an identity that went from one account to another meanwhile opens the other"() {
        given:
        def neo = yandex.person("42", null, false)
        def former = account(tokens(come(neo)))
        def heir = node.member()
        def links = [former, heir].collect {
            Optional.of(new SocialLink(UUID.randomUUID(), it.id(), neo.identity(), node.clock.instant()))
        }
        node.links = Stub(SocialLinkRepository) {
            find(neo.identity()) >>> links
        }

        expect:
        account(tokens(come(neo))).id() == heir.id()
    }

    def "of twenty strangers with one nickname each gets a login of their own"() {
        given:
        def shown = (1..20).collect { i ->
            def person = yandex.person("$i", null, false)
            back(begun(), new SocialProfile(person.identity(), null, false, "neo", person.name()))
        }

        when:
        def answers = Parallel.times(20) { finish(shown[it]) }

        then:
        answers.collect { account(tokens(it)).login().canonical() }.toSet().size() == 20
    }

    def "a flow is finished once, in time, by who began it, at its own network: #what"() {
        given:
        def flow = begun()
        def good = back(flow, yandex.person("42", null, false))

        expect:
        finish(change(node, good)) == new StateInvalid()
        node.users.findByLogin(io.cinema.auth.domain.account.Login.of("nick-42")).empty

        where:
        what                       | change
        "no state"                 | { n, r -> new ReturnedFromNetwork(r.provider(), Secret.of(""), r.flowToken(), r.returned()) }
        "a forged state"           | { n, r -> new ReturnedFromNetwork(r.provider(), Secret.of("x" * 43), r.flowToken(), r.returned()) }
        "another's flow token"     | { n, r -> new ReturnedFromNetwork(r.provider(), r.state(), Secret.of("x" * 43), r.returned()) }
        "another network"          | { n, r -> new ReturnedFromNetwork(new ProviderName("vk"), r.state(), r.flowToken(), r.returned()) }
        "eleven minutes later"     | { n, r -> n.clock.advance(SocialFlow.LIFE + Duration.ofSeconds(1)); r }
    }

    def "a flow that was finished is over, also when it came to nothing"() {
        given:
        def flow = begun()
        def shown = back(flow, yandex.person("42", null, false))
        def forged = new ReturnedFromNetwork(shown.provider(), shown.state(), Secret.of("guessed"), shown.returned())

        expect:
        finish(forged) == new StateInvalid()
        finish(shown) == new StateInvalid()
    }

    def "of twenty posts of one return one gets in"() {
        given:
        def shown = back(begun(), yandex.person("42", null, false))

        expect:
        Parallel.times(20) { finish(shown) }.count { it instanceof Proved } == 1
    }

    def "a flow of somebody who links is no sign-in"() {
        given:
        def user = node.member()
        def flow = (node.linkSocial().begin(
            new LinkSocial.Begin(node.tokenOf(user), HOME, yandex.name(), null, null)) as LinkSocial.Begun).flow()

        expect:
        finish(back(flow, yandex.person("42", null, false))) == new StateInvalid()
    }

    def "who says no, or comes with a code that is none, is denied"() {
        given:
        def flow = begun()
        def other = begun()
        def forOther = back(other, yandex.person("42", null, false))

        expect:
        finish(new ReturnedFromNetwork(yandex.name(), MemoryIdentityProvider.stateOf(flow.authorizationUri()), flow.flowToken(), null)) == new Denied()
        finish(forOther) instanceof Proved
        finish(new ReturnedFromNetwork(yandex.name(), forOther.state(), forOther.flowToken(), forOther.returned())) == new StateInvalid()
    }

    def "a code of another flow is denied"() {
        given:
        def mine = begun()
        def stolen = back(begun(), yandex.person("42", null, false)).returned()

        expect:
        finish(new ReturnedFromNetwork(yandex.name(), MemoryIdentityProvider.stateOf(mine.authorizationUri()), mine.flowToken(), stolen)) == new Denied()
    }

    def "a network that is away is no outage of ours, one that is not switched on is none"() {
        given:
        def flow = begun()
        def shown = back(flow, yandex.person("42", null, false))
        yandex.away(true)

        expect:
        finish(shown) == new ProviderAway()
        node.signInBySocial().begin(yandex.name(), null) == new RoundTrip.ProviderAway()
        node.signInBySocial().begin(new ProviderName("myspace"), null) == new RoundTrip.NoSuchProvider()
        finish(new ReturnedFromNetwork(new ProviderName("myspace"), shown.state(), shown.flowToken(), null)) == new NoSuchProvider()
        tokens(come(vk.person("42", null, false), vk))
        node.signInBySocial().providers()*.value() == ["vk", "yandex"]
    }

    def "an outage of the store is one of ours"() {
        given:
        node.flows = Away.port(SocialFlowStore)

        when:
        node.signInBySocial().begin(yandex.name(), null)

        then:
        thrown(PortUnavailableException)
    }

    def "nobody is sent back where the configuration does not say: #uri"() {
        expect:
        (node.signInBySocial().begin(yandex.name(), URI.create(uri)) instanceof RoundTrip.Begun) == allowed

        where:
        uri                                                        || allowed
        "https://auth.cinema.test/api/v1/oauth/yandex/callback"    || true
        "https://app.cinema.test/signed-in"                        || true
        "https://app.cinema.test/signed-in/"                       || false
        "https://app.cinema.test/signed-in?x=1"                    || false
        "https://APP.cinema.test/signed-in"                        || false
        "https://app.cinema.test.evil.example/signed-in"           || false
        "https://auth.cinema.test/api/v1/oauth/vk/callback"        || false
        "http://app.cinema.test/signed-in"                         || false
    }

    def "the social path meets the same gate: #what"() {
        given:
        def neo = yandex.person("42", null, false)
        def user = account(tokens(come(neo)))
        shut(node, user)

        expect:
        (come(neo) as Proved).opening().class == opening

        where:
        what              | shut                                                                  || opening
        "disabled"        | { AuthNode n, User u -> n.disableUser().disable(n.console(), u.id()) } || Opening.AccountDisabled
        "another agent"   | { AuthNode n, User u -> n.change(u) { it.withState(it.state().withAllowedAgents(new AllowedAgents(["Other*"]))) } } || Opening.AgentNotAllowed
        "policy"          | { AuthNode n, User u -> n.policy = io.cinema.auth.domain.mfa.SecondFactorPolicy.EVERYONE } || Opening.FactorRequired
    }

    def "a second factor is asked for, and then named with the first"() {
        given:
        def neo = yandex.person("42", null, false)
        def first = tokens(come(neo))
        def factor = node.withFactor(account(first), node.verified(first), null)
        node.clock.advance(TotpCheck.STEP)

        when:
        def challenge = ((come(neo) as Proved).opening() as Opening.FactorRequired).challenge()
        def passed = node.pass(challenge.token(), new FactorProof.App(node.codeOf(factor.secret))) as PassSecondFactor.Proved

        then:
        node.claims(AuthNode.opened(passed)).amr() as Set == ["fed", "otp"] as Set
    }

    def "an agent never seen before is marked"() {
        given:
        def neo = yandex.person("42", null, false)
        def user = account(tokens(come(neo)))

        when:
        finish(back(begun(), neo), TRAIN)

        then:
        node.events(user)*.newAgent() == [true, true]
    }
}
