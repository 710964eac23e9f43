package io.cinema.auth.adapter.crypto.token

import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.ECKey
import com.nimbusds.jose.util.Base64URL
import java.security.KeyPairGenerator
import java.security.Signature
import spock.lang.Specification

class Es256Spec extends Specification {
    /** RFC 7515 appendix A.3.1. */
    static final RFC_7515 = new ECKey.Builder(Curve.P_256,
        new Base64URL("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
        new Base64URL("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")).build()
    static final INPUT = ("eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt" +
        "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ").bytes
    static final SIGNATURE = new Base64URL(
        "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q").decode()
    static final ORDER = new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16)

    def "the example of RFC 7515 appendix A.3 is good"() {
        expect:
        new Es256(RFC_7515).verifies(INPUT, SIGNATURE)
    }

    def "no bit of the signature or the message can be changed"() {
        given:
        def es256 = new Es256(RFC_7515)

        expect:
        (0..<512).every { !es256.verifies(INPUT, flipped(SIGNATURE, it)) }
        (0..<INPUT.length * 8).step(37).every { !es256.verifies(flipped(INPUT, it), SIGNATURE) }
    }

    def "numbers out of range are refused: #what"() {
        expect:
        !new Es256(RFC_7515).verifies(INPUT, signature as byte[])

        where:
        what           | signature
        "both zero"    | [0] * 64
        "r zero"       | [0] * 32 + SIGNATURE[32..63]
        "s zero"       | SIGNATURE[0..31] + [0] * 32
        "the order"    | bytes(ORDER) + bytes(ORDER)
        "s + order"    | SIGNATURE[0..31] + bytes((new BigInteger(1, SIGNATURE[32..63] as byte[]) + ORDER) % (1G << 256))
        "all ones"     | [-1] * 64
        "too short"    | SIGNATURE[0..62]
        "too long"     | SIGNATURE.toList() + [0]
        "nothing"      | []
    }

    def "it judges as the JDK does"() {
        given:
        def jdk = Signature.getInstance("SHA256withECDSAinP1363Format")
        def pair = KeyPairGenerator.getInstance("EC").tap { it.initialize(256) }.generateKeyPair()
        def es256 = new Es256(new ECKey.Builder(Curve.P_256, pair.public).build())

        expect:
        (1..50).every {
            def message = ("message $it").bytes
            jdk.initSign(pair.private)
            jdk.update(message)
            def signature = jdk.sign()
            es256.verifies(message, signature) && !es256.verifies("message ${it + 1}".bytes, signature)
        }
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        bytes.clone().tap { it[bit.intdiv(8)] ^= (byte) (1 << (bit % 8)) }
    }

    private static List<Byte> bytes(BigInteger number) {
        def raw = number.toByteArray()
        (([0] * 32) + raw.toList())[-32..-1]
    }
}
