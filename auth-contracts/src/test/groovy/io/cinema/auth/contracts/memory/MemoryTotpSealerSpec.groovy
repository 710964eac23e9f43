package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.TotpSealerContract
import io.cinema.auth.domain.port.TotpSealer

class MemoryTotpSealerSpec extends TotpSealerContract {

    @Override
    TotpSealer sealer(byte[] key) {
        new MemoryTotpSealer(key)
    }
}
