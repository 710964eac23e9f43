package io.cinema.auth.domain.secret

import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.value.InvalidValueException
import spock.lang.Specification

class SecretSpec extends Specification {
    final Secret secret = Secret.of("open sesame")

    def "a secret prints as nothing, wherever it stands"() {
        expect:
        secret.toString() == "[redacted]"
        "token=$secret" == "token=[redacted]"
        [[secret], [a: secret], Optional.of(secret), new Holder(secret)].every { !it.toString().contains("sesame") }
        String.format("%s", secret) == "[redacted]"
    }

    def "a secret is read by revealing it"() {
        expect:
        secret.reveal() == "open sesame"
    }

    def "secrets are equal by their text"() {
        expect:
        secret == Secret.of("open sesame")
        secret.hashCode() == Secret.of("open sesame").hashCode()
        secret != Secret.of("open sesam")
        secret != Secret.of("Open sesame")
        !secret.equals("open sesame")
        !secret.equals(null)
    }

    def "a refusal names field and rule, and has no stack trace to leak"() {
        given:
        def refusal = new InvalidValueException("email", "too_long", "must have at most 254 characters")

        expect:
        refusal.field() == "email"
        refusal.rule() == "too_long"
        refusal.sentence() == "must have at most 254 characters"
        refusal.stackTrace.length == 0
    }

    def "an outage says which port, why, and when to come back"() {
        given:
        def cause = new IOException("connection refused")
        def away = PortUnavailableException.down("RevocationStore", cause)

        expect:
        away.message == "RevocationStore is unavailable"
        away.reason() == PortUnavailableException.Reason.DOWN
        away.retryAfter().toSeconds() == 5
        away.cause.is(cause)
    }

    record Holder(Secret secret) {
    }
}
