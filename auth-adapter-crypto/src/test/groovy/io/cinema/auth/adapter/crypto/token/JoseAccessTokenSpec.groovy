package io.cinema.auth.adapter.crypto.token

import io.cinema.auth.adapter.crypto.secret.MasterKey
import io.cinema.auth.contracts.AccessTokenContract
import io.cinema.auth.contracts.TokenNode
import java.time.InstantSource

class JoseAccessTokenSpec extends AccessTokenContract {
    static final KEY = MasterKey.ofBase64(((1..32) as byte[]).encodeBase64().toString())

    @Override
    TokenNode newNode(InstantSource clock) {
        node(clock)
    }

    static TokenNode node(InstantSource clock, VerifierSettings settings = VerifierSettings.DEFAULT, MasterKey key = KEY) {
        def ring = new JoseKeyRing(key, clock)
        new TokenNode(new JoseSigningKeyGenerator(key), ring, new JoseAccessTokenSigner(ring),
            new JoseAccessTokenVerifier(ring, clock, settings))
    }
}
