package io.cinema.auth.bootstrap.docs

import io.cinema.auth.adapter.crypto.password.Argon2PasswordHasher
import io.cinema.auth.adapter.crypto.password.Argon2Settings
import io.cinema.auth.adapter.crypto.password.HashingPoolSettings
import io.cinema.auth.contracts.memory.MemoryCommonPasswords
import io.cinema.auth.contracts.memory.MemoryDatabase
import io.cinema.auth.contracts.memory.MemoryUserRepository
import io.cinema.auth.domain.account.Login
import io.cinema.auth.domain.credential.Password
import java.time.InstantSource
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The program of docs/embedding.md. */
class BoxOfficeSpec extends Specification {
    @AutoCleanup
    Argon2PasswordHasher hasher = new Argon2PasswordHasher(Argon2Settings.DEFAULT, HashingPoolSettings.ofThisMachine(Argon2Settings.DEFAULT))

    MemoryUserRepository members = new MemoryUserRepository(new MemoryDatabase())
    BoxOffice office = new BoxOffice(members, hasher, new MemoryCommonPasswords(['sunshine']), InstantSource.system())

    def "a member joins once, by the rules of the service"() {
        expect:
        office.join('neo', 'neo@example.com', 'follow the white rabbit') == 'welcome, neo'
        office.join('NEO', 'other@example.com', 'follow the white rabbit') == 'somebody has this login'
        office.join('other', 'Neo@example.com', 'follow the white rabbit') == 'somebody has this e-mail'
        office.join('other', 'other@example.com', 'Sunshine') == 'password is one of the commonest passwords'
        office.join('other', 'nobody', 'follow the white rabbit').startsWith('email ')
    }

    def "what is kept of the password is its hash"() {
        when:
        office.join('neo', 'neo@example.com', 'follow the white rabbit')

        then:
        hasher.matches(Password.of('follow the white rabbit'), members.findByLogin(Login.of('neo')).get().passwordHash())
    }
}
