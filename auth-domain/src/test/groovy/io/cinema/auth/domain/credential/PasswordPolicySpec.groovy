package io.cinema.auth.domain.credential

import io.cinema.auth.domain.account.EmailAddress
import io.cinema.auth.domain.account.Login
import io.cinema.auth.domain.port.CommonPasswords
import io.cinema.auth.domain.value.InvalidValueException
import spock.lang.Specification

class PasswordPolicySpec extends Specification {
    final CommonPasswords common = { Password p -> p.reveal() == "password1" }
    final Login login = Login.of("Anna.Karenina")
    final EmailAddress email = EmailAddress.of("Vronsky.Fan@Bücher.example")

    def "may be chosen: #text"() {
        when:
        PasswordPolicy.DEFAULT.check("password", Password.of(text), login, email, common)

        then:
        noExceptionThrown()

        where:
        text << ["12345678", "🎬" * 8, "🎬" * 64, "        ", " spaced ", "x" * 256, "aaaaaaaa", "ПАРОЛЬ-ПАРОЛЬ",
                 "anna.karenina1", "anna karenina", "bücher.example", "password12"]
    }

    def "may not be chosen: #text, #rule"() {
        when:
        PasswordPolicy.DEFAULT.check("new_password", Password.of(text), login, email, common)

        then:
        def refusal = thrown(InvalidValueException)
        refusal.field() == "new_password"
        refusal.rule() == rule
        !refusal.message.contains(text)

        where:
        text                         || rule
        "1234567"                    || "too_short"
        "🎬" * 7                     || "too_short"
        "e\u0308" * 7                || "too_short"
        "password1"                  || "common_password"
        "Anna.Karenina"              || "own_name"
        "anna.karenina"              || "own_name"
        "ANNA.KARENINA"              || "own_name"
        "ａｎｎａ.ｋａｒｅｎｉｎａ"              || "own_name"
        " anna.karenina "            || "own_name"
        "vronsky.fan"                || "own_name"
        "VRONSKY.FAN"                || "own_name"
        "vronsky.fan@bücher.example" || "own_name"
        "vronsky.fan@xn--bcher-kva.example" || "own_name"
    }

    def "without an e-mail only the login is one's own name"() {
        when:
        PasswordPolicy.DEFAULT.check("password", Password.of("vronsky.fan"), login, null, common)

        then:
        noExceptionThrown()
    }

    def "the shortest length is one setting: #length of #shortest is refused: #refused"() {
        given:
        def failed = false

        when:
        try {
            new PasswordPolicy(shortest).check("password", Password.of("x" * length), login, email, common)
        } catch (InvalidValueException ignored) {
            failed = true
        }

        then:
        failed == refused

        where:
        shortest | length || refused
        8        | 7      || true
        8        | 8      || false
        15       | 14     || true
        15       | 15     || false
        256      | 256    || false
    }

    def "a policy of #shortest is no policy"() {
        when:
        new PasswordPolicy(shortest)

        then:
        thrown(IllegalArgumentException)

        where:
        shortest << [Integer.MIN_VALUE, 0, 7, 257]
    }
}
