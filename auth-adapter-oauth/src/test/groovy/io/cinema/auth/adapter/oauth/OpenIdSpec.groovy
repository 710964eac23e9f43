package io.cinema.auth.adapter.oauth

import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.SocialFlows
import io.cinema.auth.contracts.fixture.SocialPerson
import io.cinema.auth.devkit.social.Defect
import io.cinema.auth.domain.port.IdentityProvider.Identified
import io.cinema.auth.domain.social.Returned
import io.cinema.auth.domain.port.PortUnavailableException
import java.time.Duration

import static io.cinema.auth.devkit.social.Defect.*

/** The contract, and what all keep to that vouch by ID tokens. */
abstract class OpenIdSpec extends FakeNetworkSpec {

    /** What the fake signs with. */
    abstract String algorithm()

    @Override
    boolean givesIdTokens() {
        true
    }

    @Override
    ProviderSettings settings() {
        basics().withIssuer(fake.issuer().toString())
    }

    @Override
    List<String> scopes() {
        ["openid", "email", "profile"]
    }

    @Override
    Map<String, URI> places() {
        [token: fake.tokenEndpoint(), discovery: fake.discoveryEndpoint(), keys: fake.keysEndpoint()]
    }

    def "it does not believe #defect"() {
        when:
        fake.breakBy(defect)

        then:
        refused(provider.identify(flow, returned))

        where:
        defect << [ID_TOKEN_MISSING, ID_TOKEN_EXPIRED, ID_TOKEN_FOR_ANOTHER_AUDIENCE, ID_TOKEN_OF_ANOTHER_ISSUER,
                   ID_TOKEN_WITH_ANOTHER_NONCE, ID_TOKEN_WITHOUT_NONCE, ID_TOKEN_WITHOUT_SUBJECT, ID_TOKEN_UNSIGNED,
                   ID_TOKEN_SIGNED_BY_ANOTHER_KEY, ID_TOKEN_SIGNED_WITH_CLIENT_SECRET]
    }

    def "an ID token of another flow is not believed"() {
        expect:
        refused(provider.identify(SocialFlows.withAnotherNonce(flow), returned))
    }

    def "an algorithm that was not agreed on is not believed, even with a good signature"() {
        given:
        def other = algorithm() == "RS256" ? "ES256" : "RS256"
        def settings = new ProviderSettings(name(), clientId(), basics().clientSecret(), [], settings().issuer(), Endpoints.DEFAULT, other)

        expect:
        refused(IdentityProviders.of([settings], httpOf(), clock).first().identify(flow, returned))
    }

    def "what comes back from another issuer is refused, and nobody is shown the code"() {
        given:
        def asked = fake.requests(fake.tokenEndpoint())

        expect:
        refused(provider.identify(flow, new Returned(returned.code(), null, "https://issuer.example")))
        fake.requests(fake.tokenEndpoint()) == asked
    }

    def "metadata of another issuer is an outage, for whoever leaves and for whoever comes back"() {
        given:
        def fresh = provider(PATIENCE)
        fake.breakBy(DISCOVERY_OF_ANOTHER_ISSUER)

        expect:
        complaintAbout(PATIENCE) { fresh.identify(flow, returned) } == null
        complaintAbout(PATIENCE) { fresh.authorizationUri(flow) } == null

        when:
        fake.mend()

        then:
        fresh.identify(flow, returned) instanceof Identified
    }

    def "the provider is asked about itself and for its keys once an hour, whoever comes"() {
        given:
        def fresh = provider(PATIENCE)
        def asked = [fake.discoveryEndpoint(), fake.keysEndpoint()].collect { fake.requests(it) }
        def times = { [fake.discoveryEndpoint(), fake.keysEndpoint()].withIndex().collect { place, i -> fake.requests(place) - asked[i] } }

        when:
        def outcomes = Parallel.times(10) { int i -> identifiedBy(fresh) }

        then:
        outcomes.every()
        times() == [1, 1]

        when:
        clock.advance(Duration.ofMinutes(59))
        identifiedBy(fresh)

        then:
        times() == [1, 1]

        when:
        clock.advance(Duration.ofMinutes(1))
        identifiedBy(fresh)

        then:
        times() == [2, 2]
    }

    def "a new key is found at once, and looked for once a minute at most"() {
        given:
        def asked = fake.requests(fake.keysEndpoint())
        def times = { fake.requests(fake.keysEndpoint()) - asked }
        assert identifiedBy(provider)
        clock.advance(Duration.ofMinutes(1))

        when: "ten come at once after the change"
        fake.rotateKey()
        def outcomes = Parallel.times(10) { int i -> identifiedBy(provider) }

        then:
        outcomes.every()
        times() == 2

        when: "it changes again within the minute"
        fake.rotateKey()
        def (flow, returned) = comeBack(provider, SocialPerson.trinity())

        then:
        refused(provider.identify(flow, returned))
        times() == 2

        when:
        clock.advance(Duration.ofMinutes(1))

        then:
        identifiedBy(provider)
        times() == 3
    }

    def "an outage of the keys is one"() {
        when:
        fake.breakBy(Defect.ANSWERS_500, fake.keysEndpoint())
        provider.identify(flow, returned)

        then:
        thrown(PortUnavailableException)
    }

    protected boolean identifiedBy(provider) {
        def (flow, returned) = comeBack(provider, SocialPerson.trinity())
        provider.identify(flow, returned) instanceof Identified
    }
}
