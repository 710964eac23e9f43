package io.cinema.auth.contracts.memory

import io.cinema.auth.contracts.CommonPasswordsContract
import io.cinema.auth.domain.port.CommonPasswords

class MemoryCommonPasswordsSpec extends CommonPasswordsContract {

    @Override
    CommonPasswords common() {
        new MemoryCommonPasswords(["password", "12345678", "ILoveYou"])
    }
}
