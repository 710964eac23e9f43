package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.SecondFactors
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.mfa.RecoveryCode
import io.cinema.auth.domain.mfa.RecoveryCodeHash
import io.cinema.auth.domain.port.RecoveryCodeRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserRepository
import spock.lang.Specification

/** What every {@link RecoveryCodeRepository} keeps to. */
abstract class RecoveryCodeRepositoryContract extends Specification {

    /** The port under test; the same one at each call. */
    abstract RecoveryCodeRepository recoveryCodes()

    abstract UserRepository users()

    /** The unit of work that the port takes part in. */
    abstract UnitOfWork unitOfWork()

    def "who was given none has none"() {
        given:
        def user = added()

        expect:
        recoveryCodes().left(user.id()) == 0
        recoveryCodes().left(TestIds.user()) == 0
        !recoveryCodes().use(user.id(), SecondFactors.hash())
        !recoveryCodes().use(TestIds.user(), SecondFactors.hash())
    }

    def "each code of a set is used once"() {
        given:
        def user = added()
        def codes = given(user)

        expect:
        recoveryCodes().left(user.id()) == RecoveryCode.SET

        and:
        codes.withIndex().every { code, i ->
            assert recoveryCodes().use(user.id(), code)
            assert !recoveryCodes().use(user.id(), code)
            assert recoveryCodes().left(user.id()) == RecoveryCode.SET - 1 - i
            true
        }
    }

    def "a code that was not given is not there, and uses up none"() {
        given:
        def user = added()
        def code = given(user).first()
        def almost = code.bytes()
        almost[31] = (byte) (almost[31] ^ 1)

        expect:
        !recoveryCodes().use(user.id(), SecondFactors.hash())
        !recoveryCodes().use(user.id(), RecoveryCodeHash.of(almost))
        recoveryCodes().left(user.id()) == RecoveryCode.SET
    }

    def "a code is of one user, also when another has the same"() {
        given:
        def user = added()
        def other = added()
        def codes = given(user)
        def shared = codes.first()

        expect:
        !recoveryCodes().use(other.id(), shared)

        when:
        recoveryCodes().replace(other.id(), [shared] as Set)

        then:
        recoveryCodes().use(user.id(), shared)
        recoveryCodes().left(other.id()) == 1
        recoveryCodes().use(other.id(), shared)
    }

    def "any 32 bytes are a hash"() {
        given:
        def user = added()
        def hashes = [0, 1, 0x7f, 0x80, 0xff, 0x5c].collect { value ->
            def bytes = new byte[32]
            Arrays.fill(bytes, (byte) value)
            RecoveryCodeHash.of(bytes)
        }

        when:
        recoveryCodes().replace(user.id(), hashes as Set)

        then:
        recoveryCodes().left(user.id()) == 6
        hashes.every { recoveryCodes().use(user.id(), it) }
    }

    def "a new set takes the place of the old one, used up or not, and of nobody else's"() {
        given:
        def user = added()
        def other = added()
        def old = given(user).toList()
        given(other)
        recoveryCodes().use(user.id(), old[0])

        when:
        def codes = given(user)

        then:
        recoveryCodes().left(user.id()) == RecoveryCode.SET
        old.every { !recoveryCodes().use(user.id(), it) }
        codes.every { recoveryCodes().use(user.id(), it) }
        recoveryCodes().left(other.id()) == RecoveryCode.SET
    }

    def "a code of the old set that is in the new one too is good once"() {
        given:
        def user = added()
        def old = given(user).toList()
        recoveryCodes().use(user.id(), old[0])

        when:
        recoveryCodes().replace(user.id(), [old[0], old[1], SecondFactors.hash()] as Set)

        then:
        recoveryCodes().left(user.id()) == 3
        old.collect { recoveryCodes().use(user.id(), it) } == [true, true] + [false] * 8
    }

    def "an empty set leaves none, also where there was none"() {
        given:
        def user = added()
        def codes = given(user)

        when:
        2.times { recoveryCodes().replace(user.id(), [] as Set) }

        then:
        recoveryCodes().left(user.id()) == 0
        codes.every { !recoveryCodes().use(user.id(), it) }
    }

    def "of twenty who use one code in parallel one does"() {
        given:
        def user = added()
        def codes = given(user)

        expect:
        Parallel.times(20) { recoveryCodes().use(user.id(), codes.first()) }.count(true) == 1
        recoveryCodes().left(user.id()) == RecoveryCode.SET - 1
    }

    def "of twenty who use one code in parallel, each in a unit of work, one does"() {
        given:
        def user = added()
        def codes = given(user)

        expect:
        Parallel.times(20) { unitOfWork().inTransaction { recoveryCodes().use(user.id(), codes.first()) } }.count(true) == 1
    }

    def "of many sets that are put in place in parallel one stands, and whole, ten times"() {
        expect:
        10.times {
            def user = added()
            if (it % 2) {
                given(user)
            }
            def sets = (1..8).collect { SecondFactors.hashes(RecoveryCode.SET) }

            Parallel.times(8) { int i -> recoveryCodes().replace(user.id(), sets[i]); true }

            assert recoveryCodes().left(user.id()) == RecoveryCode.SET
            assert sets.count { set -> set.every { recoveryCodes().use(user.id(), it) } } == 1
        }
    }

    def "an old code that is used while a new set comes takes none of the new, ten times"() {
        expect:
        10.times {
            def user = added()
            def old = given(user)
            def codes = SecondFactors.hashes(RecoveryCode.SET)

            Parallel.all([{ recoveryCodes().replace(user.id(), codes); true }] + old.collect { code -> { -> recoveryCodes().use(user.id(), code) } })

            assert recoveryCodes().left(user.id()) == RecoveryCode.SET
            assert old.every { !recoveryCodes().use(user.id(), it) }
        }
    }

    def "what is used and replaced goes with its unit of work"() {
        given:
        def user = added()
        def codes = given(user)
        def others = SecondFactors.hashes(3)

        when:
        unitOfWork().run {
            assert recoveryCodes().use(user.id(), codes.first())
            assert recoveryCodes().left(user.id()) == RecoveryCode.SET - 1
            recoveryCodes().replace(user.id(), others)
            assert recoveryCodes().left(user.id()) == 3
            throw new IllegalStateException("on purpose")
        }

        then:
        thrown(IllegalStateException)
        recoveryCodes().left(user.id()) == RecoveryCode.SET
        others.every { !recoveryCodes().use(user.id(), it) }
        codes.every { recoveryCodes().use(user.id(), it) }
    }

    protected Set<RecoveryCodeHash> given(User user) {
        def codes = SecondFactors.hashes(RecoveryCode.SET)
        recoveryCodes().replace(user.id(), codes)
        codes
    }

    protected User added() {
        def user = Users.any()
        assert users().add(user) == UserRepository.Saved.SAVED
        user
    }
}
