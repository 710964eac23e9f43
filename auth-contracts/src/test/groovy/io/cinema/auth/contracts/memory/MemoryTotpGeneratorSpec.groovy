package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.TotpGeneratorContract
import io.cinema.auth.domain.port.TotpGenerator

class MemoryTotpGeneratorSpec extends TotpGeneratorContract {

    @Override
    TotpGenerator generator(String issuer) {
        new MemoryTotpGenerator(issuer)
    }
}
