package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.mfa.TotpSecret
import io.cinema.auth.domain.port.TotpSealer
import io.cinema.auth.domain.secret.SealedBytes
import java.nio.charset.StandardCharsets
import spock.lang.Specification

/** What every {@link TotpSealer} keeps to. */
abstract class TotpSealerContract extends Specification {
    protected static final byte[] KEY = (1..32) as byte[]
    protected static final byte[] OTHER_KEY = (2..33) as byte[]
    protected static final TotpSecret SECRET = TotpSecret.ofBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")

    /** A new sealer with this key of 32 bytes. */
    abstract TotpSealer sealer(byte[] key)

    protected TotpSealer sealer
    protected UserId user

    def setup() {
        sealer = sealer(KEY)
        user = TestIds.user()
    }

    def "what was sealed is opened, on every node with the key"() {
        expect:
        sealer.open(user, sealer.seal(user, SECRET)) == SECRET
        sealer(KEY).open(user, sealer.seal(user, SECRET)) == SECRET
    }

    def "sealed twice, it never looks the same"() {
        expect:
        (1..50).collect { sealer.seal(user, SECRET) }.toSet().size() == 50
    }

    def "nothing of the secret shows in what is stored, neither as text nor as bytes"() {
        given:
        def sealed = sealer.seal(user, SECRET)
        def stored = new String(sealed.bytes(), StandardCharsets.ISO_8859_1)

        expect:
        windows(SECRET.reveal()).every { !stored.contains(it) }
        windows("12345678901234567890").every { !stored.contains(it) }
        sealed.toString() == "[sealed]"
    }

    def "it opens for its own user only"() {
        expect:
        refused(TestIds.user(), sealer.seal(user, SECRET))
    }

    def "it opens under its own key only"() {
        expect:
        refused(user, sealer(OTHER_KEY).seal(user, SECRET))
    }

    def "no bit of it can be changed"() {
        given:
        def bytes = sealer.seal(user, SECRET).bytes()

        expect:
        (0..<bytes.length * 8).every { bit ->
            def changed = bytes.clone()
            changed[bit.intdiv(8)] ^= (byte) (1 << (bit % 8))
            refused(user, SealedBytes.of(changed))
        }
    }

    def "it cannot be cut or made longer"() {
        given:
        def bytes = sealer.seal(user, SECRET).bytes()

        expect:
        (0..bytes.length + 1).every { int length ->
            length == bytes.length || refused(user, SealedBytes.of(Arrays.copyOf(bytes, length)))
        }
    }

    /** Whether it stays closed, and the refusal names the user and nothing of the secret. */
    protected boolean refused(UserId whose, SealedBytes sealed) {
        try {
            sealer.open(whose, sealed)
            false
        } catch (IllegalStateException refusal) {
            def told = new StringWriter().tap { refusal.printStackTrace(new PrintWriter(it)) }.toString()
            refusal.message.contains(whose.toString()) && windows(SECRET.reveal()).every { !told.contains(it) }
        }
    }

    /** Its parts of six characters. */
    private static List<String> windows(String text) {
        (0..text.length() - 6).collect { text.substring(it, it + 6) }
    }
}
