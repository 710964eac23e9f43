package io.cinema.auth.adapter.crypto.token

import io.cinema.auth.adapter.crypto.secret.HmacSha256
import io.cinema.auth.adapter.crypto.secret.MasterKey
import io.cinema.auth.contracts.MfaTokenSignerContract
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.mfa.MfaToken
import io.cinema.auth.domain.port.MfaTokenSigner
import io.cinema.auth.domain.port.RefreshTokenSigner
import io.cinema.auth.domain.session.SessionId
import io.cinema.auth.domain.token.Amr
import java.nio.ByteBuffer
import java.time.Instant

class HmacMfaTokenSignerSpec extends MfaTokenSignerContract {
    static final BASE64URL = ("A".."Z") + ("a".."z") + ("0".."9") + ["-", "_"]

    @Override
    MfaTokenSigner signer(byte[] key) {
        new HmacMfaTokenSigner(masterKey(key))
    }

    @Override
    RefreshTokenSigner refreshSigner(byte[] key) {
        new HmacRefreshTokenSigner(masterKey(key))
    }

    def "a token looks like one of ours"() {
        expect:
        signer.sign(token).reveal() ==~ /cinema_mfa_[A-Za-z0-9_-]{66}\.[A-Za-z0-9_-]{43}/
    }

    def "#passed is the bit set #bits, and stays it: nodes of two versions read each other's tokens"() {
        given:
        def user = new UserId(UUID.fromString("019aa000-0000-7000-8000-000000000001"))
        def session = new SessionId(UUID.fromString("019aa000-0000-7000-8000-000000000002"))
        def said = ("019aa000000070008000000000000001" + "019aa000000070008000000000000002" +
            "0000000000000003" + "0000000069b0095c" + bits).decodeHex()

        expect:
        signer.sign(new MfaToken(user, session, 3, passed as Set, Instant.ofEpochSecond(0x69b0095c))) ==
            texts().sign(said)

        where:
        passed                      || bits
        []                          || "00"
        [Amr.PWD]                   || "01"
        [Amr.OTP]                   || "02"
        [Amr.FED]                   || "04"
        [Amr.PWD, Amr.FED]          || "05"
        [Amr.PWD, Amr.OTP, Amr.FED] || "07"
    }

    def "a factor that this version does not know is not left out: the token is none"() {
        expect:
        (3..7).every { bit ->
            def said = ByteBuffer.allocate(49).put(48, (byte) ((1 << bit) | 1)).array()
            signer.read(texts().sign(said)).empty
        }
    }

    def "a token has one spelling: the last character of the signature counts with all its bits"() {
        given:
        def text = signer.sign(token).reveal()

        expect:
        BASE64URL.findAll { read(text.substring(0, text.length() - 1) + it).present } == [text[-1]]
    }

    /** Signs any bytes as tokens of this kind are signed. */
    private static HmacText texts() {
        new HmacText(new HmacSha256(masterKey(KEY), "mfa-token"), "cinema_mfa_", 49)
    }

    private static MasterKey masterKey(byte[] key) {
        MasterKey.ofBase64(key.encodeBase64().toString())
    }
}
