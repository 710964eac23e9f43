package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.RecoveryCodeGeneratorContract
import io.cinema.auth.domain.port.RecoveryCodeGenerator

class MemoryRecoveryCodeGeneratorSpec extends RecoveryCodeGeneratorContract {

    @Override
    RecoveryCodeGenerator generator() {
        new MemoryRecoveryCodeGenerator()
    }
}
