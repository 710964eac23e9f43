package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.AccessTokenContract
import io.cinema.auth.contracts.TokenNode
import java.time.InstantSource

class MemoryAccessTokensSpec extends AccessTokenContract {
    private final MemoryAccessTokens.Issued issued = new MemoryAccessTokens.Issued()

    @Override
    TokenNode newNode(InstantSource clock) {
        def tokens = new MemoryAccessTokens(issued, clock)
        new TokenNode(new MemorySigningKeyGenerator(), tokens, tokens, tokens)
    }
}
