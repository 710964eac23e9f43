package io.cinema.auth.adapter.crypto.secret

import org.bouncycastle.crypto.digests.SHA256Digest
import org.bouncycastle.crypto.generators.HKDFBytesGenerator
import org.bouncycastle.crypto.params.HKDFParameters
import spock.lang.Specification

class MasterKeySpec extends Specification {
    static final BYTES = (1..32) as byte[]
    static final BASE64 = BYTES.encodeBase64().toString()

    def "derives by HKDF-SHA256 without salt, as Bouncy Castle does: #length bytes for #purpose"() {
        given:
        def reference = new HKDFBytesGenerator(new SHA256Digest())
        reference.init(new HKDFParameters(BYTES, null, ("cinema-auth/v1/" + purpose).bytes))
        def expected = new byte[length]
        reference.generateBytes(expected, 0, length)

        expect:
        MasterKey.ofBase64(BASE64).derive(purpose, length) == expected

        where:
        purpose            | length
        "seal/signing-key" | 32
        "key-id"           | 4
        "refresh-token"    | 64
    }

    def "each purpose and each master key has its own"() {
        given:
        def key = MasterKey.ofBase64(BASE64)
        def other = MasterKey.ofBase64(((2..33) as byte[]).encodeBase64().toString())

        expect:
        key.derive("a", 32) == MasterKey.ofBase64(BASE64 + "\n").derive("a", 32)
        key.derive("a", 32) != key.derive("b", 32)
        key.derive("a", 32) != other.derive("a", 32)
    }

    def "anything else than 32 bytes is refused, tells what to set and not what was found: #raw.size() characters"() {
        when:
        MasterKey.ofBase64(raw)

        then:
        def refused = thrown(IllegalArgumentException)
        refused.message == "AUTH_MASTER_KEY must be 32 bytes in base64; make one with: openssl rand -base64 32"
        refused.cause == null

        where:
        raw << ["", "change-me", "s3cret%%%" + BASE64, BASE64 + BASE64, BASE64.substring(4), "A" * 40,
                ((1..33) as byte[]).encodeBase64().toString()]
    }

    def "prints as nothing"() {
        expect:
        MasterKey.ofBase64(BASE64).toString() == "[redacted]"
    }
}
