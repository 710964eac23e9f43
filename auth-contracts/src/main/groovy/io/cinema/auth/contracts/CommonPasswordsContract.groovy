package io.cinema.auth.contracts

import io.cinema.auth.domain.credential.Password
import io.cinema.auth.domain.port.CommonPasswords
import spock.lang.Specification

/** What every {@link CommonPasswords} keeps to. */
abstract class CommonPasswordsContract extends Specification {

    /** The port under test; knows at least {@code password}, {@code 12345678} and {@code iloveyou}. */
    abstract CommonPasswords common()

    def "knows #text"() {
        expect:
        common().contains(Password.of(text))

        where:
        text << ["password", "PASSWORD", "PassWord", "12345678", "iloveyou", "ILoveYou"]
    }

    def "does not know #text"() {
        expect:
        !common().contains(Password.of(text))

        where:
        text << ["kappa-quilt-7-veranda", "password kappa quilt", " ", "🎬" * 64, "x" * 256, "пароль-квилт-веранда"]
    }
}
