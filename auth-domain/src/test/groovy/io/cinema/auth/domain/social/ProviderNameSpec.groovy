package io.cinema.auth.domain.social

import io.cinema.auth.domain.value.InvalidValueException
import spock.lang.Specification

class ProviderNameSpec extends Specification {

    def "'#name' is a provider's name: #good"() {
        given:
        def made = true

        when:
        try {
            new ProviderName(name)
        } catch (InvalidValueException refusal) {
            made = false
            assert refusal.field() == "provider" && refusal.rule() == "bad_name"
        }

        then:
        made == good

        where:
        name       || good
        "yandex"   || true
        "vk"       || true
        "my-idp-2" || true
        "x" * 32   || true
        "x" * 33   || false
        ""         || false
        "Yandex"   || false
        "../admin" || false
        "a_b"      || false
        "a\n"      || false
    }
}
