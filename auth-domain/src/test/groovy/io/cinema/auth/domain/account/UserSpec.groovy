package io.cinema.auth.domain.account

import io.cinema.auth.domain.credential.PasswordHash
import java.time.Instant
import spock.lang.Specification

class UserSpec extends Specification {
    static final Instant NOW = Instant.parse("2026-03-10T12:00:00.123456Z")

    def user = User.signedUp(new UserId(UUID.randomUUID()), Login.of("anna"), EmailAddress.of("anna@example.com"),
        PasswordHash.of('$argon2id$secret'), new PersonName("Anna", null), NOW)

    def "sign-up makes a plain enabled account that was never used"() {
        expect:
        user.state() == AccountState.fresh(user.id())
        user.activity() == new User.Activity(NOW, null)
    }

    def "an account prints nothing of its password hash"() {
        expect:
        !user.toString().contains("argon2id")
        user.toString().contains("[redacted]")
    }

    def "each change leaves the rest as it was"() {
        given:
        def hash = PasswordHash.of('$argon2id$other')
        def state = user.state().withRaisedVersion()

        expect:
        user.withPasswordHash(hash).passwordHash() == hash
        user.withPasswordHash(hash).withPasswordHash(user.passwordHash()) == user
        user.withState(state).state() == state
        user.withState(state).withState(user.state()) == user
        user.withPersonalData(Login.of("other"), null, PersonName.NONE)
            .withPersonalData(user.login(), user.email(), user.name()) == user
    }
}
