package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.RefreshTokenSignerContract
import io.cinema.auth.domain.port.RefreshTokenSigner

class MemoryRefreshTokenSignerSpec extends RefreshTokenSignerContract {

    @Override
    RefreshTokenSigner signer(byte[] key) {
        new MemoryRefreshTokenSigner(key)
    }
}
