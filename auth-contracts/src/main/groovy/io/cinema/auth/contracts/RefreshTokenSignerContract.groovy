package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.domain.port.RefreshTokenSigner
import io.cinema.auth.domain.secret.Secret
import io.cinema.auth.domain.session.RefreshToken
import spock.lang.Specification

/** What every {@link RefreshTokenSigner} keeps to. */
abstract class RefreshTokenSignerContract extends Specification {
    protected static final byte[] KEY = (1..32) as byte[]
    protected static final byte[] OTHER_KEY = (2..33) as byte[]

    /**
     * A new signer with this key of 32 bytes. Equal keys make signers that read each other's tokens;
     * different keys don't.
     */
    abstract RefreshTokenSigner signer(byte[] key)

    protected RefreshTokenSigner signer
    protected RefreshToken token

    def setup() {
        signer = signer(KEY)
        token = new RefreshToken(TestIds.session(), 3)
    }

    def "a signed token is read back: generation #generation"() {
        given:
        def token = new RefreshToken(TestIds.session(), generation)

        expect:
        signer.read(signer.sign(token)).get() == token

        where:
        generation << [1, 2, 10, 1_000_000, Integer.MAX_VALUE]
    }

    def "the same input gives the same token, on every node with the key"() {
        expect:
        signer.sign(token) == signer.sign(new RefreshToken(token.session(), 3))
        signer.sign(token) == signer(KEY).sign(token)
        signer(KEY).read(signer.sign(token)).get() == token
    }

    def "different input gives a different token"() {
        expect:
        [signer.sign(token),
         signer.sign(new RefreshToken(token.session(), 4)),
         signer.sign(new RefreshToken(TestIds.session(), 3)),
         signer(OTHER_KEY).sign(token)]*.reveal().toSet().size() == 4
    }

    def "a token fits into a header, a cookie and an address as it is"() {
        expect:
        signer.sign(token).reveal() ==~ /[A-Za-z0-9._-]{60,200}/
    }

    def "a token prints as nothing"() {
        expect:
        signer.sign(token).toString() == "[redacted]"
    }

    def "a token made with another key is none"() {
        expect:
        signer.read(signer(OTHER_KEY).sign(token)).empty
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
        def next = signer.sign(new RefreshToken(token.session(), 4)).reveal()
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
        garbage << ["", " ", ".", "..", "...", "a.b.c", "\0", "💥", "null", "eyJhbGciOiJub25lIn0.e30.",
                    "019aa000-0000-7000-8000-000000000001.1.", "019aa000-0000-7000-8000-000000000001.-1.AAAA",
                    "019aa000-0000-7000-8000-000000000001.99999999999999999999.AAAA", "." * 100_000, "a" * 1_000_000]
        shown = garbage.take(40).replaceAll(/[^ -~]/, "?")
    }

    protected Optional<RefreshToken> read(CharSequence text) {
        signer.read(Secret.of(text.toString()))
    }
}
