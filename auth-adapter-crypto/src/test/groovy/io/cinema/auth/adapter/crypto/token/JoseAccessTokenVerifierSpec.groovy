package io.cinema.auth.adapter.crypto.token

import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.JWSHeader
import com.nimbusds.jose.crypto.ECDSASigner
import com.nimbusds.jose.jwk.ECKey
import com.nimbusds.jose.util.JSONObjectUtils
import io.cinema.auth.contracts.fixture.AccessTokens
import io.cinema.auth.contracts.fixture.ForgedTokens
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.port.AccessTokenVerifier.BadSignature
import io.cinema.auth.domain.port.AccessTokenVerifier.Malformed
import io.cinema.auth.domain.port.AccessTokenVerifier.Signed
import io.cinema.auth.domain.port.AccessTokenVerifier.UnknownKey
import io.cinema.auth.domain.token.SigningKey
import java.time.Duration
import spock.lang.Specification

/** What the contract leaves open: signatures by our own key over what we never sign, and the memory of good ones. */
class JoseAccessTokenVerifierSpec extends Specification {
    static final BASE64URL = ("A".."Z") + ("a".."z") + ("0".."9") + ["-", "_"]

    private final clock = new MutableClock()
    private final node = JoseAccessTokenSpec.node(clock)
    private final SigningKey key = node.generator().generate(1, clock.instant(), clock.instant())
    private final ECKey pair = new SealedJwk(JoseAccessTokenSpec.KEY).open(key)

    def setup() {
        node.ring().load([key])
    }

    def "the last character of a token has one spelling"() {
        given:
        def token = sign()

        expect:
        verify(token) instanceof Signed
        BASE64URL.findAll { verify(token[0..-2] + it) instanceof Signed } == [token[-1]]
    }

    def "a header of ours holds alg, kid and typ, even when we signed it: #extra"() {
        given:
        def header = JSONObjectUtils.toJSONString([alg: "ES256", kid: key.id(), typ: "at+jwt"] + extra)

        expect:
        verify(signed(header, '{"iss":"us"}')) instanceof Malformed

        where:
        extra << [[jwk: [kty: "oct", k: "AAAA"]], [jku: "https://us/keys"], [x5u: "https://us/keys"], [cty: "JWT"],
                  [crit: ["exp"], exp: 1], [x5t: "AAAA"], [zip: "DEF"], [more: 1],
                  [alg: "es256"], [alg: null], [alg: ["ES256"]], [kid: 1], [typ: 1]]
    }

    def "a signed payload that is no JSON object is malformed: #payload"() {
        expect:
        verify(signed(header(), payload)) instanceof Malformed

        where:
        payload << ["[]", "null", "1", '"text"', "{", "not JSON", '{"exp":"soon"}', '{"exp":1.5}', "[" * 1000, '[["iss","us"]]', '{"iss":"us","iss":"them"}']
    }

    def "a header that is no JSON object is malformed: #header"() {
        expect:
        verify(signed(header.replace("KID", key.id()), '{"iss":"us"}')) instanceof Malformed

        where:
        header << ["null", "[]", '[["alg","ES256"],["kid","KID"]]', '"ES256"', ' {"alg":"ES256","kid":"KID"}']
    }

    def "another typ is told, not judged"() {
        expect:
        verify(signed(/{"alg":"ES256","kid":"${key.id()}","typ":"JWT"}/, '{"iss":"us"}')).claims().type() == "JWT"
        verify(signed(/{"alg":"ES256","kid":"${key.id()}"}/, '{"iss":"us"}')).claims().type() == null
    }

    def "a token longer than the bound is not read, one of that length is"() {
        given:
        def token = sign()

        expect:
        bounded(token.length()).verify(token) instanceof Signed
        bounded(token.length() - 1).verify(token) instanceof Malformed
    }

    def "a remembered token is as good as a verified one, and no other is let in by it"() {
        given:
        def token = sign()
        def first = verify(token)

        expect:
        first instanceof Signed
        verify(token) == first
        verify(token[0..-3] + (token[-2] == "A" ? "B" : "A") + token[-1]) instanceof BadSignature
    }

    def "no token is remembered past its key"() {
        given:
        def token = sign()
        def next = node.generator().generate(2, clock.instant(), clock.instant())
        assert verify(token) instanceof Signed

        when:
        node.ring().load([next])

        then:
        verify(token) instanceof UnknownKey

        when:
        node.ring().load([key, next])

        then:
        verify(token) instanceof Signed
    }

    def "what is good is remembered until it expires, and nothing else ever"() {
        given:
        def verifier = node.verifier() as JoseAccessTokenVerifier
        def token = sign()
        def bad = token[0..-3] + (token[-2] == "A" ? "B" : "A") + token[-1]
        def misshapen = signed(header(), '{"exp":"soon"}')
        def endless = signed(header(), '{"iss":"us"}')

        expect:
        [token, bad, misshapen, endless].every { verifier.@good.find(it).empty }

        when:
        def outcomes = [token, bad, misshapen, endless].collect { verify(it) }

        then:
        outcomes*.class == [Signed, BadSignature, Malformed, Signed]
        verifier.@good.find(token).get() == outcomes[0].claims()
        [bad, misshapen, endless].every { verifier.@good.find(it).empty }

        when:
        clock.advance(AccessTokens.TERMS.life() - Duration.ofSeconds(1))

        then:
        verifier.@good.find(token).present

        when:
        clock.advance(Duration.ofSeconds(1))

        then:
        verifier.@good.find(token).empty
        verify(token) instanceof Signed
    }

    def "no more tokens are remembered than asked for"() {
        given:
        def verifier = new JoseAccessTokenVerifier(node.ring() as JoseKeyRing, clock, new VerifierSettings(8192, most))
        def tokens = (1..20).collect { sign() }

        expect:
        tokens.every { verifier.verify(it) instanceof Signed }
        tokens.count { verifier.@good.find(it).present } <= most

        where:
        most << [0, 1, 10]
    }

    private String sign() {
        def user = Users.user().roles("subscriber").build()
        node.signer().sign(AccessTokens.claims(Sessions.opened(user, clock.instant()), user.state(), clock.instant())).reveal()
    }

    private String header() {
        /{"alg":"ES256","kid":"${key.id()}","typ":"at+jwt"}/
    }

    private String signed(String header, String payload) {
        def input = ForgedTokens.encoded(header) + "." + ForgedTokens.encoded(payload)
        def signature = new ECDSASigner(pair).sign(new JWSHeader(JWSAlgorithm.ES256), input.getBytes("US-ASCII"))
        "$input.$signature"
    }

    private verify(String token) {
        node.verifier().verify(token)
    }

    private JoseAccessTokenVerifier bounded(int longest) {
        new JoseAccessTokenVerifier(node.ring() as JoseKeyRing, clock, new VerifierSettings(longest, 10))
    }
}
