package io.cinema.auth.bootstrap.docs

import io.cinema.auth.contracts.CommonPasswordsContract
import io.cinema.auth.domain.port.CommonPasswords
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.TempDir

class ListedPasswordsSpec extends CommonPasswordsContract {
    @TempDir
    Path folder

    @Override
    CommonPasswords common() {
        new ListedPasswords(Files.write(folder.resolve('common.txt'), ['password', '12345678', 'iloveyou']))
    }
}
