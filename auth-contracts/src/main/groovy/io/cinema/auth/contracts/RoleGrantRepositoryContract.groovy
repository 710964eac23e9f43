package io.cinema.auth.contracts

import static io.cinema.auth.domain.port.RoleGrantRepository.Granted.GRANTED
import static io.cinema.auth.domain.port.RoleGrantRepository.Granted.HELD_ALREADY
import static io.cinema.auth.domain.port.RoleGrantRepository.Granted.NOT_THERE

import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Roles
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.access.Authority
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.port.RoleGrantRepository
import io.cinema.auth.domain.port.RoleRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserRepository
import io.cinema.auth.domain.role.Role
import io.cinema.auth.domain.role.RoleName
import spock.lang.Specification

/** What every {@link RoleGrantRepository} keeps to. */
abstract class RoleGrantRepositoryContract extends Specification {

    /** The port under test; the same one at each call. */
    abstract RoleGrantRepository grants()

    abstract RoleRepository roles()

    abstract UserRepository users()

    /** The unit of work that the port takes part in. */
    abstract UnitOfWork unitOfWork()

    def "a granted role is held at once, wherever the account is read"() {
        given:
        def user = added(Users.any())
        def role = added(Roles.any())

        expect:
        grants().grant(user.id(), role.id()) == GRANTED

        and:
        roleNames(user) == [role.name()] as Set
        users().findByLogin(user.login()).get().state().roles() == [role.name()] as Set
        users().findByEmail(user.email()).get().state().roles() == [role.name()] as Set
        unitOfWork().inTransaction { users().lock(user.id()).get() }.state().roles() == [role.name()] as Set
        grants().authority(user.id()).get().roles() == [role]
    }

    def "to grant what is held changes nothing, and says so"() {
        given:
        def user = added(Users.any())
        def role = added(Roles.any())

        expect:
        grants().grant(user.id(), role.id()) == GRANTED
        3.times { assert grants().grant(user.id(), role.id()) == HELD_ALREADY }
        roleNames(user) == [role.name()] as Set

        and: "to take it once is enough"
        grants().revoke(user.id(), role.id())
        roleNames(user).empty
    }

    def "of twenty who grant one role to one user in parallel one granted it"() {
        given:
        def user = added(Users.any())
        def role = added(Roles.any())

        when:
        def answers = Parallel.times(20) { grants().grant(user.id(), role.id()) }

        then:
        answers.count(GRANTED) == 1
        answers.count(HELD_ALREADY) == 19
        grants().authority(user.id()).get().roles() == [role]
    }

    def "parallel grants of many roles to many users all stand"() {
        given:
        def holders = (1..4).collect { added(Users.any()) }
        def granted = (1..5).collect { added(Roles.any()) }

        when:
        def answers = Parallel.times(20) { int i -> grants().grant(holders[i % 4].id(), granted[i % 5].id()) }

        then:
        answers.every { it == GRANTED }
        holders.every { roleNames(it) == granted*.name() as Set }
    }

    def "a grant of #what says so, leaves nothing behind, and the unit of work goes on"() {
        given:
        def user = added(Users.any())
        def role = added(Roles.any())
        def absentUser = Users.any()
        def absentRole = Roles.any()
        def to = noUser ? absentUser.id() : user.id()
        def which = noRole ? absentRole.id() : role.id()

        expect:
        unitOfWork().inTransaction { [grants().grant(to, which), grants().grant(user.id(), role.id())] } == [NOT_THERE, GRANTED]
        grants().grant(to, which) == NOT_THERE
        roleNames(user) == [role.name()] as Set

        and: "whoever comes later holds nothing"
        added(absentUser)
        added(absentRole)
        roleNames(absentUser).empty
        roleNames(user) == [role.name()] as Set

        where:
        what                               | noUser | noRole
        "an absent role"                   | false  | true
        "a role to an absent user"         | true   | false
        "an absent role to an absent user" | true   | true
    }

    def "a grant that races with the removal of its role leaves no orphan, thirty times"() {
        expect:
        30.times {
            def user = added(Users.any())
            def role = added(Roles.any())

            def answers = Parallel.all([
                { grants().grant(user.id(), role.id()) },
                { roles().remove(role.id()) },
                { unitOfWork().inTransaction { [grants().grant(user.id(), role.id()), users().findById(user.id()).present] } }])

            assert answers[0] in [GRANTED, HELD_ALREADY, NOT_THERE]
            assert answers[1]
            assert answers[2][0] in [GRANTED, HELD_ALREADY, NOT_THERE]
            assert answers[2][1]
            assert roleNames(user).empty
            assert grants().authority(user.id()).get().roles().empty
            assert !grants().revoke(user.id(), role.id())
        }
    }

    def "a revoked role is held no more, and can be granted again"() {
        given:
        def user = added(Users.any())
        def other = added(Users.any())
        def role = added(Roles.any())
        def kept = added(Roles.any())
        [user, other].each { who -> [role, kept].each { grants().grant(who.id(), it.id()) } }

        expect:
        grants().revoke(user.id(), role.id())
        roleNames(user) == [kept.name()] as Set
        grants().authority(user.id()).get().roles() == [kept]

        and: "nobody else loses it"
        roleNames(other) == [role.name(), kept.name()] as Set

        and:
        grants().grant(user.id(), role.id()) == GRANTED
    }

    def "to revoke what is not held does nothing, and says so"() {
        given:
        def user = added(Users.any())
        def role = added(Roles.any())

        expect:
        !grants().revoke(user.id(), role.id())
        !grants().revoke(user.id(), TestIds.role())
        !grants().revoke(TestIds.user(), role.id())
    }

    def "of ten who revoke one role of one user in parallel one did"() {
        given:
        def user = added(Users.any())
        def role = added(Roles.any())
        grants().grant(user.id(), role.id())

        expect:
        Parallel.times(10) { grants().revoke(user.id(), role.id()) }.count(true) == 1
    }

    def "grants and revocations go with their unit of work"() {
        given:
        def user = added(Users.any())
        def held = added(Roles.any())
        def granted = added(Roles.any())
        grants().grant(user.id(), held.id())

        when:
        unitOfWork().run {
            grants().grant(user.id(), granted.id())
            grants().revoke(user.id(), held.id())
            assert roleNames(user) == [granted.name()] as Set
            throw new IllegalStateException("on purpose")
        }

        then:
        thrown(IllegalStateException)
        roleNames(user) == [held.name()] as Set
    }

    def "the authority of an account tells whether it is a superuser (#superuser) and disabled (#disabled)"() {
        given:
        def builder = Users.user()
        if (superuser) {
            builder.superuser()
        }
        if (disabled) {
            builder.disabledAt(MutableClock.START)
        }
        def user = added(builder.build())
        def role = added(Roles.any())
        grants().grant(user.id(), role.id())

        expect:
        grants().authority(user.id()).get() == new Authority(user.id(), superuser, disabled, [role])

        where:
        [superuser, disabled] << [[true, false], [true, false]].combinations()
    }

    def "the authority of a user without roles is empty, that of an unknown one is none"() {
        given:
        def user = added(Users.any())

        expect:
        grants().authority(user.id()).get() == new Authority(user.id(), false, false, [])
        grants().authority(TestIds.user()).empty
    }

    def "an authority tells each role whole: #what"() {
        given:
        def user = added(Users.any())
        def held = (1..count).collect {
            added(Roles.role().permissions((1..permissions).collect { "films:watch:label-" + it } as String[]).description("Ж 🎬 \"\\").build())
        }
        held.each { grants().grant(user.id(), it.id()) }

        expect:
        grants().authority(user.id()).get().roles() == held.sort(false) { it.name().value() }

        where:
        count | permissions
        1     | 500
        30    | 40
        what = "$count of $permissions permissions"
    }

    def "a change of a role and its removal show in the next authority"() {
        given:
        def user = added(Users.any())
        def role = added(Roles.role().permissions("films:watch").build())
        grants().grant(user.id(), role.id())
        def changed = Roles.renamed(Roles.allowing(role, "films:rate"), Roles.name())

        when:
        unitOfWork().run {
            roles().lock(role.id())
            roles().update(changed)
        }

        then:
        grants().authority(user.id()).get().roles() == [changed]

        when:
        roles().remove(role.id())

        then:
        grants().authority(user.id()).get().roles().empty
    }

    def "what becomes of the account shows in the next authority"() {
        given:
        def user = added(Users.any())

        when:
        unitOfWork().run {
            def locked = users().lock(user.id()).get()
            users().update(locked.withState(locked.state().withSuperuser(true).withDisabledAt(MutableClock.START)))
        }

        then:
        grants().authority(user.id()).get() == new Authority(user.id(), true, true, [])
    }

    protected User added(User user) {
        assert users().add(user) == UserRepository.Saved.SAVED
        user
    }

    protected Role added(Role role) {
        assert roles().add(role)
        role
    }

    protected Set<RoleName> roleNames(User user) {
        users().findById(user.id()).get().state().roles()
    }
}
