package io.cinema.auth.adapter.crypto.mfa

import io.cinema.auth.adapter.crypto.secret.AesGcmSealer
import io.cinema.auth.adapter.crypto.secret.MasterKey
import io.cinema.auth.adapter.crypto.secret.UnsealException
import io.cinema.auth.adapter.crypto.secret.UnsealException.Reason
import io.cinema.auth.contracts.TotpSealerContract
import io.cinema.auth.domain.port.TotpSealer

class AesGcmTotpSealerSpec extends TotpSealerContract {

    @Override
    TotpSealer sealer(byte[] key) {
        new AesGcmTotpSealer(masterKey(key))
    }

    def "a wrong master key is told apart from damage"() {
        when:
        sealer.open(user, sealer(OTHER_KEY).seal(user, SECRET))

        then:
        def refused = thrown(UnsealException)
        refused.reason() == Reason.OTHER_MASTER_KEY
        refused.message == "totp $user cannot be opened: it was sealed under another master key: check AUTH_MASTER_KEY"
    }

    def "what was sealed in another purpose's name is none"() {
        given:
        def stranger = new AesGcmSealer(masterKey(KEY), "signing-key")

        expect:
        refused(user, stranger.seal(SECRET.reveal().bytes, user.toString()))
    }

    def "what is no secret is refused, even if the seal is ours"() {
        given:
        def sealed = new AesGcmSealer(masterKey(KEY), "totp").seal("not Base32".bytes, user.toString())

        when:
        sealer.open(user, sealed)

        then:
        def refused = thrown(UnsealException)
        refused.reason() == Reason.DAMAGED
        refused.message == "totp $user cannot be opened: it was changed, or belongs to something else"
    }

    private static MasterKey masterKey(byte[] key) {
        MasterKey.ofBase64(key.encodeBase64().toString())
    }
}
