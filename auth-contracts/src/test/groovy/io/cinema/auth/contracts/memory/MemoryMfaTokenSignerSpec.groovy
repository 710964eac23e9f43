package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.MfaTokenSignerContract
import io.cinema.auth.domain.port.MfaTokenSigner
import io.cinema.auth.domain.port.RefreshTokenSigner

class MemoryMfaTokenSignerSpec extends MfaTokenSignerContract {

    @Override
    MfaTokenSigner signer(byte[] key) {
        new MemoryMfaTokenSigner(key)
    }

    @Override
    RefreshTokenSigner refreshSigner(byte[] key) {
        new MemoryRefreshTokenSigner(key)
    }
}
