package io.cinema.auth.adapter.crypto.token

import io.cinema.auth.adapter.crypto.secret.MasterKey
import io.cinema.auth.contracts.RefreshTokenSignerContract
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.domain.port.RefreshTokenSigner
import io.cinema.auth.domain.secret.Secret
import io.cinema.auth.domain.session.RefreshToken
import io.cinema.auth.domain.session.SessionId
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

class HmacRefreshTokenSignerSpec extends RefreshTokenSignerContract {
    static final BASE64URL = ("A".."Z") + ("a".."z") + ("0".."9") + ["-", "_"]

    private final RefreshTokenSigner signer = signer((1..32) as byte[])
    private final RefreshToken token = new RefreshToken(TestIds.session(), 3)
    private final String text = signer.sign(token).reveal()

    @Override
    RefreshTokenSigner signer(byte[] key) {
        new HmacRefreshTokenSigner(MasterKey.ofBase64(key.encodeBase64().toString()))
    }

    def "a token looks like one of ours"() {
        expect:
        text ==~ /cinema_rt_[A-Za-z0-9_-]{27}\.[A-Za-z0-9_-]{43}/
    }

    def "what a token says and how it is signed stands: tokens outlive releases"() {
        given:
        def master = MasterKey.ofBase64(((1..32) as byte[]).encodeBase64().toString())
        def mac = Mac.getInstance("HmacSHA256")
        mac.init(new SecretKeySpec(master.derive("refresh-token", 32), "HmacSHA256"))
        def said = "019aa00000007000800000000000000200000003".decodeHex()

        expect:
        signer.sign(new RefreshToken(SessionId.parse("019aa000-0000-7000-8000-000000000002").get(), 3)).reveal() ==
            joined(said, mac.doFinal(said))
    }

    def "a token has one spelling: the last character of the #part counts with all its bits"() {
        expect:
        BASE64URL.findAll { reads(text.substring(0, at) + it + text.substring(at + 1)) } == [text[at]]

        where:
        part << ["claim", "signature"]
        at << [36, 80]
    }

    def "no bit of a token can be changed"() {
        given:
        def (claim, mac) = text.substring(10).tokenize(".").collect { it.decodeBase64Url() }

        expect:
        (0..<claim.length * 8).every { !reads(joined(flipped(claim, it), mac)) }
        (0..<mac.length * 8).every { !reads(joined(claim, flipped(mac, it))) }
        reads(joined(claim, mac))
    }

    def "a token in another base64 is none"() {
        given:
        def dashed = (1..100).collect { signer.sign(new RefreshToken(token.session(), it)).reveal().substring(10) }
            .find { it.contains("-") && it.contains("_") }

        expect:
        reads("cinema_rt_" + dashed)
        !reads("cinema_rt_" + dashed.replace("-", "+").replace("_", "/"))
        !reads(text.substring(0, 36) + "=" + text.substring(37))
        !reads(text.substring(0, 35) + "==" + text.substring(37))
        !reads(text.substring(0, 80) + "=")
    }

    def "many at a time do not disturb each other"() {
        expect:
        Parallel.times(20) { int i ->
            (1..200).every { signer.read(signer.sign(new RefreshToken(token.session(), it * i))).get().generation() == it * i }
        }.every()
    }

    private boolean reads(CharSequence candidate) {
        signer.read(Secret.of(candidate.toString())).present
    }

    private static String joined(byte[] claim, byte[] mac) {
        "cinema_rt_${claim.encodeBase64Url()}.${mac.encodeBase64Url()}".replace("=", "")
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        bytes.clone().tap { it[bit.intdiv(8)] ^= (byte) (1 << (bit % 8)) }
    }
}
