package io.cinema.auth.adapter.crypto.token

import io.cinema.auth.contracts.AccessTokenContract
import io.cinema.auth.contracts.TokenNode
import java.time.InstantSource

class UncachedAccessTokenSpec extends AccessTokenContract {

    @Override
    TokenNode newNode(InstantSource clock) {
        JoseAccessTokenSpec.node(clock, new VerifierSettings(8192, 0))
    }
}
