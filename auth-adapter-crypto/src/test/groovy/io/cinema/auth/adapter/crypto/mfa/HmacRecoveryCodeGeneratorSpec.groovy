package io.cinema.auth.adapter.crypto.mfa

import io.cinema.auth.adapter.crypto.secret.MasterKey
import io.cinema.auth.contracts.RecoveryCodeGeneratorContract
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.mfa.RecoveryCode
import io.cinema.auth.domain.port.RecoveryCodeGenerator
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

class HmacRecoveryCodeGeneratorSpec extends RecoveryCodeGeneratorContract {
    static final KEY = MasterKey.ofBase64(((1..32) as byte[]).encodeBase64().toString())
    static final OTHER_KEY = MasterKey.ofBase64(((2..33) as byte[]).encodeBase64().toString())

    @Override
    RecoveryCodeGenerator generator() {
        new HmacRecoveryCodeGenerator(KEY)
    }

    def "the hash is an HMAC of user id and characters under a key of its own: it stands for years"() {
        given:
        def user = new UserId(UUID.fromString("019aa000-0000-7000-8000-000000000001"))
        def mac = Mac.getInstance("HmacSHA256")
        mac.init(new SecretKeySpec(KEY.derive("recovery-code", 32), "HmacSHA256"))
        mac.update("019aa000000070008000000000000001".decodeHex())

        expect:
        generator.hash(user, RecoveryCode.of("ABCD-EFGH-0123-4567")).bytes() == mac.doFinal("abcdefgh01234567".bytes)
    }

    def "without the master key nobody can tell a code by its hash"() {
        given:
        def code = generator.newSet().first()

        expect:
        new HmacRecoveryCodeGenerator(OTHER_KEY).hash(user, code) != generator.hash(user, code)
    }
}
