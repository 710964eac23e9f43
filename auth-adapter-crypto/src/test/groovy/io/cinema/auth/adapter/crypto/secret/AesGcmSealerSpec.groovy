package io.cinema.auth.adapter.crypto.secret

import io.cinema.auth.adapter.crypto.secret.UnsealException.Reason
import io.cinema.auth.domain.secret.SealedBytes
import javax.crypto.Cipher
import javax.crypto.spec.GCMParameterSpec
import javax.crypto.spec.SecretKeySpec
import spock.lang.Specification

class AesGcmSealerSpec extends Specification {
    static final KEY = MasterKey.ofBase64(((1..32) as byte[]).encodeBase64().toString())
    static final OTHER = MasterKey.ofBase64(((2..33) as byte[]).encodeBase64().toString())
    static final PLAIN = "the private half".bytes

    private final sealer = new AesGcmSealer(KEY, "totp")

    def "what was sealed is opened, also by another sealer of the same: #size bytes"() {
        given:
        def plain = new byte[size].tap { new Random(1).nextBytes(it) }

        expect:
        new AesGcmSealer(KEY, "totp").open(sealer.seal(plain, "row 1"), "row 1") == plain

        where:
        size << [0, 1, 15, 16, 17, 4096]
    }

    def "it is AES-256-GCM: the JDK opens it as well"() {
        given:
        def bytes = sealer.seal(PLAIN, "row 1").bytes()
        def jdk = Cipher.getInstance("AES/GCM/NoPadding")
        jdk.init(Cipher.DECRYPT_MODE, new SecretKeySpec(KEY.derive("seal/totp", 32), "AES"),
            new GCMParameterSpec(128, bytes, 5, 12))
        jdk.updateAAD(bytes, 0, 5)
        jdk.updateAAD("totp\0row 1".bytes)

        expect:
        bytes[0] == 1 as byte
        bytes[1..4] as byte[] == KEY.derive("key-id", 4)
        jdk.doFinal(bytes, 17, bytes.length - 17) == PLAIN
    }

    def "sealed twice, it never looks the same, and shows nothing"() {
        given:
        def sealed = (1..50).collect { sealer.seal(PLAIN, "row 1") }

        expect:
        sealed*.bytes()*.encodeHex()*.toString().toSet().size() == 50
        sealed.every { !new String(it.bytes(), "ISO-8859-1").contains("private") }
    }

    def "no bit of it can be changed"() {
        given:
        def bytes = sealer.seal(PLAIN, "row 1").bytes()

        expect:
        (0..<bytes.length * 8).every { bit ->
            def changed = bytes.clone()
            changed[bit.intdiv(8)] ^= (byte) (1 << (bit % 8))
            reason { sealer.open(SealedBytes.of(changed), "row 1") } ==
                (bit < 8 ? Reason.UNKNOWN_FORMAT : bit < 40 ? Reason.OTHER_MASTER_KEY : Reason.DAMAGED)
        }
    }

    def "it cannot be cut or made longer"() {
        given:
        def bytes = sealer.seal(PLAIN, "row 1").bytes()

        expect:
        (0..<bytes.length).every { int length ->
            reason { sealer.open(SealedBytes.of(Arrays.copyOf(bytes, length)), "row 1") } == Reason.DAMAGED
        }
        reason { sealer.open(SealedBytes.of(Arrays.copyOf(bytes, bytes.length + 1)), "row 1") } == Reason.DAMAGED
    }

    def "it opens in its own place only: purpose #purpose, context #context"() {
        expect:
        reason { new AesGcmSealer(KEY, purpose).open(sealer.seal(PLAIN, "row 1"), context) } == Reason.DAMAGED

        where:
        purpose       | context
        "totp"        | "row 2"
        "totp"        | ""
        "signing-key" | "row 1"
        "totp\0row"   | " 1"
    }

    def "another master key is told apart from damage, and the message says what to look at"() {
        when:
        new AesGcmSealer(OTHER, "totp").open(sealer.seal(PLAIN, "row 1"), "row 1")

        then:
        def refused = thrown(UnsealException)
        refused.reason() == Reason.OTHER_MASTER_KEY
        refused.message ==
            "totp row 1 cannot be opened: it was sealed under another master key: check AUTH_MASTER_KEY"
    }

    private static Reason reason(Closure<?> call) {
        try {
            call()
            null
        } catch (UnsealException refused) {
            refused.reason()
        }
    }
}
