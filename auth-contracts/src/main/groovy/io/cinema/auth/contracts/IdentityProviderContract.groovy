package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.NetworkDefect
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.SocialFlows
import io.cinema.auth.contracts.fixture.SocialPerson
import io.cinema.auth.domain.port.IdentityProvider
import io.cinema.auth.domain.port.IdentityProvider.Identified
import io.cinema.auth.domain.port.IdentityProvider.Outcome
import io.cinema.auth.domain.port.IdentityProvider.Refused
import io.cinema.auth.domain.social.Returned
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.secret.Secret
import io.cinema.auth.domain.social.ProviderName
import io.cinema.auth.domain.social.SocialFlow
import io.cinema.auth.domain.social.SocialProfile
import java.lang.management.ManagementFactory
import java.lang.management.MemoryType
import java.security.MessageDigest
import java.time.Duration
import spock.lang.Specification

import static io.cinema.auth.contracts.fixture.NetworkDefect.*

/** What every {@link IdentityProvider} keeps to. */
abstract class IdentityProviderContract extends Specification {
    static final URI REDIRECT_URI = URI.create("https://cinema.example/callback?from=there")
    static final Duration PATIENCE = Duration.ofSeconds(5)

    /**
     * A new provider that remembers nothing.
     *
     * @param patience how long one of its calls may wait for the network
     */
    abstract IdentityProvider provider(Duration patience)

    /** Says yes as this person, where {@link #REDIRECT_URI} is registered. */
    abstract Returned consent(URI authorizationUri, SocialPerson person)

    /** What the network tells of this person. */
    abstract SocialProfile told(SocialPerson person)

    abstract ProviderName name()

    abstract String clientId()

    abstract String clientSecret()

    abstract List<String> scopes()

    /** Whether the network gives ID tokens. */
    abstract boolean givesIdTokens()

    /** The names of those that {@code identify} asks when it remembers nothing, in any order. */
    abstract Set<String> endpoints()

    /** Breaks this endpoint. Defects of profiles are everywhere. */
    abstract void breakBy(NetworkDefect defect, String endpoint)

    abstract void mend()

    /** Nobody answers any more. */
    abstract void stopNetwork()

    abstract void startNetwork()

    /** How often somebody followed {@link NetworkDefect#REDIRECTS}. */
    abstract int requestsElsewhere()

    /** What else the network wants to be asked. */
    Map<String, String> authorizationExtras() {
        [:]
    }

    protected IdentityProvider provider
    protected SocialFlow flow
    protected Returned returned

    def setup() {
        provider = provider(PATIENCE)
        (flow, returned) = comeBack(provider, SocialPerson.trinity())
    }

    def "it goes by its name"() {
        expect:
        provider.name() == name()
    }

    def "whoever said yes is known, with all that the network tells"() {
        expect:
        identified() == told(SocialPerson.trinity())
    }

    def "somebody without an e-mail is known all the same"() {
        given:
        def person = SocialPerson.trinity().withEmail(null, false)

        when:
        def profile = identified(person)

        then:
        profile == told(person)
        profile.email() == null
        !profile.emailVerified()
    }

    def "an e-mail that the network has not verified is not verified"() {
        given:
        def person = SocialPerson.trinity().withEmail("somebody.elses@example.com", false)

        when:
        def profile = identified(person)

        then:
        profile == told(person)
        !profile.emailVerified()
    }

    def "a person stays the same when they come again with another e-mail, and is nobody else"() {
        expect:
        identified(SocialPerson.trinity().withEmail("other@example.com", true)).identity() == identified().identity()
        identified(SocialPerson.trinity().withSubject("4502")).identity() != told(SocialPerson.trinity()).identity()
    }

    def "the person is sent to the network with what the flow needs and nothing else"() {
        given:
        def challenge = MessageDigest.getInstance("SHA-256").digest(flow.codeVerifier().reveal().bytes)

        expect:
        parameters(provider.authorizationUri(flow)) == [
                response_type        : "code",
                client_id            : clientId(),
                redirect_uri         : REDIRECT_URI.toString(),
                scope                : scopes().join(" "),
                state                : flow.state().reveal(),
                code_challenge_method: "S256",
                code_challenge       : Base64.urlEncoder.withoutPadding().encodeToString(challenge)
        ] + (givesIdTokens() ? [nonce: flow.nonce().reveal()] : [:]) + authorizationExtras()
    }

    def "neither our secret nor what binds the flow to us is on the way to the network"() {
        given:
        def address = provider.authorizationUri(flow).toString()

        expect:
        [clientSecret(), flow.codeVerifier().reveal(), flow.flowToken().reveal()].every {
            !address.contains(it) && !address.contains(URLEncoder.encode(it, "UTF-8"))
        }
    }

    def "a code is good for one time"() {
        expect:
        provider.identify(flow, returned) instanceof Identified
        refused(provider.identify(flow, returned))
    }

    def "a code is good for nobody but who began the flow"() {
        expect:
        refused(provider.identify(SocialFlows.withAnotherVerifier(flow), returned))
    }

    def "a code is good for no other redirect URI"() {
        given:
        def other = SocialFlows.withRedirectUri(flow, URI.create("https://cinema.example/other"))

        expect:
        refused(provider.identify(other, returned))
    }

    def "what is no code is refused: #shown"() {
        given:
        def forged = new Returned(Secret.of(code), returned.deviceId(), returned.issuer())

        expect:
        refused(provider.identify(flow, forged))

        where:
        code << ["", " ", "forged", "&code=x", "\0", "\r\nHost: evil.example", "a" * 1_000_000]
        shown = code.take(20).inspect()
    }

    def "a person whose id is none is refused"() {
        when:
        breakBy(LONG_SUBJECT, endpoints().first())

        then:
        refused(provider.identify(flow, returned))
    }

    def "an e-mail that is none is as if it were not told"() {
        when:
        breakBy(EMAIL_THAT_IS_NONE, endpoints().first())

        then:
        identified() == told(SocialPerson.trinity().withEmail(null, false))
    }

    def "names with control characters are as if they were not told"() {
        when:
        breakBy(CONTROL_CHARACTERS_IN_NAMES, endpoints().first())
        def profile = identified()

        then:
        profile.identity() == told(SocialPerson.trinity()).identity()
        [profile.nickname(), profile.name().first(), profile.name().last()] == [null, null, null]
    }

    def "many at a time are each who they are"() {
        given:
        def people = (1..20).collect { SocialPerson.trinity().withSubject("90$it") }

        expect:
        Parallel.times(20) { int i -> identified(people[i]) } == people.collect { told(it) }
    }

    def "it is an outage when an endpoint #defect, and over when the network is well"() {
        expect:
        endpoints().collectEntries { [it, complaintAbout(defect, it, PATIENCE)] }.findAll { it.value } == [:]
        requestsElsewhere() == 0

        where:
        defect << [ANSWERS_500, ANSWERS_HTML, ANSWERS_100_MB, REDIRECTS, CLOSES_CONNECTION]
    }

    def "it is an outage when an endpoint #defect for longer than we wait"() {
        expect:
        endpoints().collectEntries { [it, complaintAbout(defect, it, Duration.ofSeconds(1))] }.findAll { it.value } == [:]

        where:
        defect << [SLOW, DRIPS]
    }

    def "nobody waits longer than six seconds for all that the network is asked"() {
        given:
        breakBy(SLOW, endpoints().last())

        expect:
        complaintAbout(PATIENCE) { provider.identify(flow, returned) } == null
    }

    def "an answer without content identifies nobody"() {
        expect:
        endpoints().every { endpoint ->
            mend()
            def fresh = provider(PATIENCE)
            def (flow, returned) = comeBack(fresh, SocialPerson.trinity())
            breakBy(ANSWERS_EMPTY_JSON, endpoint)
            try {
                refused(provider(PATIENCE).identify(flow, returned))
            } catch (PortUnavailableException away) {
                tellsNoSecret(text(away), flow, returned)
            }
        }
    }

    def "an answer without end is not taken in"() {
        given:
        def endpoint = endpoints().find { it == "token" }
        breakBy(ANSWERS_100_MB, endpoint)
        def pools = ManagementFactory.memoryPoolMXBeans.findAll { it.type == MemoryType.HEAP }
        System.gc()
        def before = pools*.usage*.used.sum()
        pools*.resetPeakUsage()

        when:
        provider.identify(flow, returned)

        then:
        thrown(PortUnavailableException)
        pools*.peakUsage*.used.sum() - before < 50 * 1024 * 1024
    }

    def "it is an outage when nobody is there, and over when they are back"() {
        when:
        stopNetwork()

        then:
        complaintAbout(PATIENCE) { provider.identify(flow, returned) } == null

        when:
        startNetwork()

        then:
        identified() == told(SocialPerson.trinity())
    }

    def "who is interrupted does not wait, and stays interrupted"() {
        given:
        breakBy(SLOW, "token")
        def waiting = Thread.currentThread()
        def interrupter = Thread.startVirtualThread {
            Thread.sleep(200)
            waiting.interrupt()
        }

        when:
        def complaint = complaintAbout(Duration.ofSeconds(2)) { provider.identify(flow, returned) }
        def stillInterrupted = Thread.interrupted()

        then:
        complaint == null
        stillInterrupted

        cleanup:
        Thread.interrupted()
        interrupter.join()
    }

    def "what it is prints without a secret"() {
        expect:
        tellsNoSecret(provider.toString(), flow, returned)
    }

    /** Somebody is sent there and comes back. */
    protected List comeBack(IdentityProvider provider, SocialPerson person) {
        def flow = SocialFlows.signIn(name(), REDIRECT_URI)
        [flow, consent(provider.authorizationUri(flow), person)]
    }

    protected SocialProfile identified(SocialPerson person = SocialPerson.trinity()) {
        def (SocialFlow flow, Returned returned) = comeBack(provider, person)
        def outcome = provider.identify(flow, returned)
        assert outcome instanceof Identified
        outcome.profile()
    }

    /** Whether it is a refusal with a reason that can be logged. */
    protected boolean refused(Outcome outcome) {
        assert outcome instanceof Refused
        assert outcome.reason() ==~ /[ -~]{5,120}/
        tellsNoSecret(outcome.reason(), flow, returned)
    }

    protected boolean tellsNoSecret(String told, SocialFlow flow, Returned returned) {
        [clientSecret(), flow.state().reveal(), flow.flowToken().reveal(), flow.nonce().reveal(),
         flow.codeVerifier().reveal(), returned.code().reveal()].every { !told.contains(it) }
    }

    /** Null if this is an outage with this endpoint broken, told in time, and over afterwards. */
    protected String complaintAbout(NetworkDefect defect, String endpoint, Duration patience) {
        def (flow, returned) = comeBack(provider, SocialPerson.trinity())
        def fresh = provider(patience)
        breakBy(defect, endpoint)
        def complaint = complaintAbout(patience) { fresh.identify(flow, returned) }
        mend()
        def (again, back) = comeBack(provider, SocialPerson.trinity())
        complaint ?: provider.identify(again, back) instanceof Identified ? complaint : "is not over"
    }

    /** Null if the call says in time that the network is away, and tells no secret. */
    protected String complaintAbout(Duration patience, Closure<?> call) {
        def start = System.nanoTime()
        try {
            return "gave ${call.call()}"
        } catch (PortUnavailableException away) {
            def took = Duration.ofNanos(System.nanoTime() - start)
            if (!away.message.startsWith("IdentityProvider ")) {
                return "was not the provider's"
            }
            if (!tellsNoSecret(text(away), flow, returned)) {
                return "told a secret"
            }
            return took > patience.plusSeconds(1) ? "took ${took.toMillis()} ms" : null
        } catch (Exception other) {
            return "threw $other"
        }
    }

    protected static String text(Throwable thrown) {
        new StringWriter().tap { thrown.printStackTrace(new PrintWriter(it)) }.toString()
    }

    protected static Map<String, String> parameters(URI address) {
        def pairs = address.rawQuery.split("&").collect { it.split("=", 2)*.replace("+", "%20").collect { URLDecoder.decode(it, "UTF-8") } }
        assert pairs*.first().toSet().size() == pairs.size()
        pairs.collectEntries { it }
    }
}
