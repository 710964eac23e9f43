package io.cinema.auth.adapter.crypto.token

import com.nimbusds.jose.jwk.JWKSet
import io.cinema.auth.adapter.crypto.secret.MasterKey
import io.cinema.auth.adapter.crypto.secret.UnsealException
import io.cinema.auth.adapter.crypto.secret.UnsealException.Reason
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.domain.secret.SealedBytes
import io.cinema.auth.domain.token.SigningKey
import spock.lang.Specification

class JoseKeyRingSpec extends Specification {
    static final OTHER = MasterKey.ofBase64(((2..33) as byte[]).encodeBase64().toString())

    private final clock = new MutableClock()
    private final generator = new JoseSigningKeyGenerator(JoseAccessTokenSpec.KEY)
    private final ring = new JoseKeyRing(JoseAccessTokenSpec.KEY, clock)
    private final SigningKey key = make(1)

    def "the JWK set shows the public half of every key, newest first, and names use and algorithm"() {
        given:
        def next = make(2)

        when:
        ring.load([key, next])

        then:
        def set = JWKSet.parse(ring.jwks())
        set.keys*.keyID == [next.id(), key.id()]
        set.keys.every { !it.private && it.keyUse.value == "sig" && it.algorithm.name == "ES256" && it.curve.name == "P-256" }
        set.keys.every { it.computeThumbprint().toString() == it.keyID }
    }

    def "an empty ring shows an empty JWK set"() {
        expect:
        JWKSet.parse(ring.jwks()).keys.empty
    }

    def "a key of another master key stops the load, which says so; the ring stays as it was"() {
        given:
        ring.load([key])
        def before = ring.jwks()
        def foreign = new JoseSigningKeyGenerator(OTHER).generate(2, clock.instant(), clock.instant())

        when:
        ring.load([key, foreign])

        then:
        def refused = thrown(UnsealException)
        refused.reason() == Reason.OTHER_MASTER_KEY
        refused.message.contains(foreign.id())
        refused.message.contains("AUTH_MASTER_KEY")
        ring.jwks() == before
    }

    def "a row that was tampered with stops the load: #what"() {
        when:
        ring.load([tamper.call(key, make(2))])

        then:
        def refused = thrown(UnsealException)
        refused.reason() == Reason.DAMAGED

        where:
        what                          | tamper
        "another's private half"      | { SigningKey k, SigningKey o -> copy(k, k.id(), k.publicJwk(), o.sealedPrivateJwk()) }
        "another's public half"       | { SigningKey k, SigningKey o -> copy(k, k.id(), o.publicJwk(), k.sealedPrivateJwk()) }
        "another's id"                | { SigningKey k, SigningKey o -> copy(k, o.id(), k.publicJwk(), k.sealedPrivateJwk()) }
        "a public half that is none"  | { SigningKey k, SigningKey o -> copy(k, k.id(), "{}", k.sealedPrivateJwk()) }
        "no private half"             | { SigningKey k, SigningKey o -> copy(k, k.id(), k.publicJwk(), SealedBytes.of(new byte[0])) }
    }

    def "no private half is printed, and none is stored in the clear"() {
        given:
        ring.load([key])
        def opened = ring.find(key.id()).get()
        def d = new SealedJwk(JoseAccessTokenSpec.KEY).open(key).d.toString()

        expect:
        !opened.toString().contains(d)
        !key.toString().contains(d)
        !ring.jwks().contains(d)
        !ring.toString().contains(d)
    }

    private SigningKey make(int generation) {
        generator.generate(generation, clock.instant(), clock.instant())
    }

    private static SigningKey copy(SigningKey key, String id, String publicJwk, SealedBytes sealed) {
        new SigningKey(id, key.generation(), key.createdAt(), key.activeFrom(), publicJwk, sealed)
    }
}
