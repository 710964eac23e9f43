package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.domain.mfa.MfaToken
import io.cinema.auth.domain.port.MfaTokenSigner
import io.cinema.auth.domain.port.RefreshTokenSigner
import io.cinema.auth.domain.secret.Secret
import io.cinema.auth.domain.session.RefreshToken
import io.cinema.auth.domain.token.Amr
import java.time.Instant
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.Timeout

/** What every {@link MfaTokenSigner} keeps to. */
abstract class MfaTokenSignerContract extends Specification {
    protected static final byte[] KEY = (1..32) as byte[]
    protected static final byte[] OTHER_KEY = (2..33) as byte[]
    static final Instant SOON = Instant.parse("2026-03-10T12:05:00Z")

    /**
     * A new signer with this key of 32 bytes. Equal keys make signers that read each other's tokens;
     * different keys don't.
     */
    abstract MfaTokenSigner signer(byte[] key)

    /** The refresh tokens of the same service. */
    abstract RefreshTokenSigner refreshSigner(byte[] key)

    protected MfaTokenSigner signer
    protected MfaToken token

    def setup() {
        signer = signer(KEY)
        token = new MfaToken(TestIds.user(), TestIds.session(), 3, [Amr.PWD] as Set, SOON)
    }

    def "a signed token is read back with all it says: version #version, passed #passed, until #expiresAt"() {
        given:
        def token = new MfaToken(TestIds.user(), TestIds.session(), version, passed as Set, expiresAt)

        expect:
        signer(KEY).read(signer.sign(token)).get() == token

        where:
        version        | passed                      | expiresAt
        1              | [Amr.PWD]                   | SOON
        2              | [Amr.FED]                   | SOON
        3              | [Amr.OTP]                   | SOON
        4              | [Amr.PWD, Amr.FED]          | SOON
        5              | Amr.values() as List        | SOON
        6              | []                          | SOON
        Long.MAX_VALUE | [Amr.PWD]                   | SOON
        7              | [Amr.PWD]                   | Instant.EPOCH
        8              | [Amr.PWD]                   | Instant.parse("9999-12-31T23:59:59Z")
    }

    def "an expired token is read: whether it still counts is for the reader to say"() {
        expect:
        !signer.read(signer.sign(token)).get().livesAt(SOON)
        signer.read(signer.sign(token)).get().livesAt(SOON.minusNanos(1))
    }

    def "a token with anything else to say is another token"() {
        expect:
        [signer.sign(token),
         signer.sign(new MfaToken(TestIds.user(), token.session(), 3, token.passed(), SOON)),
         signer.sign(new MfaToken(token.user(), TestIds.session(), 3, token.passed(), SOON)),
         signer.sign(new MfaToken(token.user(), token.session(), 4, token.passed(), SOON)),
         signer.sign(new MfaToken(token.user(), token.session(), 3, [Amr.FED] as Set, SOON)),
         signer.sign(new MfaToken(token.user(), token.session(), 3, token.passed(), SOON.plusSeconds(1))),
         signer(OTHER_KEY).sign(token)]*.reveal().toSet().size() == 7
    }

    def "a token fits into a header, a cookie and an address as it is, and prints as nothing"() {
        expect:
        signer.sign(token).reveal() ==~ /[A-Za-z0-9._-]{60,300}/
        signer.sign(token).toString() == "[redacted]"
    }

    def "a token made with another key is none"() {
        expect:
        signer.read(signer(OTHER_KEY).sign(token)).empty
    }

    def "a refresh token is no token of this kind, nor the reverse"() {
        given:
        def refresh = refreshSigner(KEY)
        def refreshToken = refresh.sign(new RefreshToken(token.session(), 1))

        expect: "both are good for what they are"
        refresh.read(refreshToken).present
        signer.read(signer.sign(token)).present

        and:
        signer.read(refreshToken).empty
        refresh.read(signer.sign(token)).empty
    }

    def "a token with any one character changed is none"() {
        given:
        def text = signer.sign(token).reveal()

        expect:
        (0..<text.length()).every { i ->
            "0aA_-.".every { c -> text[i] == c || read(text.substring(0, i) + c + text.substring(i + 1)).empty }
        }
    }

    def "a token in upper case, with another's signature, or dressed up is none"() {
        given:
        def text = signer.sign(token).reveal()
        def next = signer.sign(new MfaToken(token.user(), token.session(), 4, token.passed(), SOON)).reveal()
        def (head, tail) = [text.substring(0, text.lastIndexOf('.')), next.substring(next.lastIndexOf('.'))]

        expect:
        read(head + tail).empty
        read(text.toUpperCase()).empty
        read(" " + text).empty
        read(text + " ").empty
        read(text + "\n").empty
        read(text + "=").empty
        read(text + "." + text).empty
        read(text + "\0").empty
    }

    def "a token cut anywhere is none"() {
        given:
        def text = signer.sign(token).reveal()

        expect:
        (0..<text.length()).every { read(text.substring(0, it)).empty && read(text.substring(it + 1)).empty }
    }

    def "garbage is none: #shown"() {
        expect:
        read(garbage).empty

        where:
        garbage << ["", " ", ".", "..", "......", "a.b.c", "\0", "💥", "null", "eyJhbGciOiJub25lIn0.e30.", "mfa.", "cinema_mfa_",
                    "cinema_mfa_.", "cinema_rt_", "." * 100_000]
        shown = garbage.take(40).replaceAll(/[^ -~]/, "?")
    }

    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    def "a text of a megabyte is refused by its length: ten thousand of them at once"() {
        given:
        def text = signer.sign(token).reveal()
        def texts = [text + "a" * 1_000_000, "a" * 1_000_000 + text, text * 5_000].collect { Secret.of(it.toString()) }

        expect:
        (1..10_000).every { signer.read(texts[it % texts.size()]).empty }
    }

    def "many at a time do not disturb each other"() {
        expect:
        Parallel.times(20) { int i ->
            def mine = new MfaToken(TestIds.user(), TestIds.session(), i, [Amr.PWD] as Set, SOON)
            (1..100).every { signer.read(signer.sign(mine)).get() == mine }
        }.every()
    }

    protected Optional<MfaToken> read(CharSequence text) {
        signer.read(Secret.of(text.toString()))
    }
}
