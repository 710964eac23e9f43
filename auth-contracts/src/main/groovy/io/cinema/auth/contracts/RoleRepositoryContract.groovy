package io.cinema.auth.contracts

import static io.cinema.auth.domain.port.RoleGrantRepository.Granted.GRANTED
import static io.cinema.auth.domain.port.RoleGrantRepository.Granted.NOT_THERE

import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Roles
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.port.RoleGrantRepository
import io.cinema.auth.domain.port.RoleRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserRepository
import io.cinema.auth.domain.role.PermissionSet
import io.cinema.auth.domain.role.Role
import io.cinema.auth.domain.role.RoleId
import io.cinema.auth.domain.role.RoleName
import java.util.concurrent.CountDownLatch
import spock.lang.Specification
import spock.lang.Timeout

/**
 * What every {@link RoleRepository} keeps to. Other roles may stand in the store already: every
 * feature uses names of its own.
 */
abstract class RoleRepositoryContract extends Specification {

    /** The port under test; the same one at each call. */
    abstract RoleRepository roles()

    /** Who holds these roles. */
    abstract RoleGrantRepository grants()

    abstract UserRepository users()

    /** The unit of work that the port takes part in. */
    abstract UnitOfWork unitOfWork()

    def "a role comes back as it was added: #what"() {
        given:
        def role = new Role(TestIds.role(), Roles.name(), PermissionSet.parse(permissions), description)

        expect:
        roles().add(role)

        and:
        roles().find(role.id()).get() == role
        roles().findByName(role.name()).get() == role
        roles().all().find { it.id() == role.id() } == role
        unitOfWork().inTransaction { roles().lock(role.id()).get() } == role

        where:
        what                          | permissions                                  | description
        "as most are"                 | ["films:watch", "films:rate"]                | "Those who pay"
        "nothing but a name"          | []                                           | ""
        "all permissions"             | ["*"]                                        | "May everything"
        "stars and further colons"    | ["films:*", "*:read", "films:watch:premium"] | "One line"
        "a description in any script" | ["films:watch"]                              | "Критик 🎬 \"o'neil\" \\ {a,b} %_ \$1 ?"
        "as much as there may be"     | (1..500).collect { "films:watch:label-" + it } | "🎬" * 500
        "the longest words"           | ["a" * 64 + ":" + "b" * 64]                  | "Ж" * 500
    }

    def "a name may be as long as names may be, and hold all that they may hold: #name"() {
        given:
        def role = Roles.role().name((name + TestIds.word()).take(64)).build()

        expect:
        roles().add(role)
        roles().findByName(role.name()).get() == role

        where:
        name << ["a.b-c_d.", "a" * 50, "select--", "null"]
    }

    def "a role that is not there is not found, not locked and not removed"() {
        expect:
        roles().find(TestIds.role()).empty
        roles().findByName(Roles.name()).empty
        unitOfWork().inTransaction { roles().lock(TestIds.role()).empty }
        !roles().remove(TestIds.role())
    }

    def "all roles are told by name, in the order of their characters"() {
        given:
        def word = "a" + TestIds.word()
        def names = ["", "-b", ".b", "0", "_b", "a", "aa", "b", "b.a", "b_a", "ba"].collect { word + it }
        names.shuffled().each { assert roles().add(Roles.role().name(it).build()) }

        expect:
        roles().all()*.name()*.value().findAll { it.startsWith(word) } == names.sort(false)
        roles().all()*.name()*.value() == roles().all()*.name()*.value().sort(false)
    }

    def "a taken name is refused, nothing is kept, and the unit of work goes on"() {
        given:
        def holder = Roles.any()
        def refused = Roles.role().name(holder.name().value()).description("Not kept").build()
        def other = Roles.any()
        roles().add(holder)

        expect:
        unitOfWork().inTransaction { [roles().add(refused), roles().add(other)] } == [false, true]

        and:
        roles().findByName(holder.name()).get() == holder
        roles().find(refused.id()).empty
        roles().find(other.id()).present
    }

    def "of fifty parallel additions with one name one succeeds"() {
        given:
        def name = Roles.name()

        when:
        def answers = Parallel.times(50) { roles().add(Roles.role().name(name.value()).build()) }

        then:
        answers.count(true) == 1
        roles().all().count { it.name() == name } == 1
    }

    def "a locked role can be changed in everything but its id"() {
        given:
        def role = Roles.any()
        roles().add(role)
        def changed = new Role(role.id(), Roles.name(), PermissionSet.parse(["users:read"]), "Changed")

        expect:
        change(role.id()) { changed }
        roles().find(role.id()).get() == changed
        roles().findByName(changed.name()).get() == changed

        and: "its old name is free"
        roles().findByName(role.name()).empty
        roles().add(Roles.role().name(role.name().value()).build())
    }

    def "a role may keep its name when it is changed"() {
        given:
        def role = Roles.any()
        roles().add(role)

        expect:
        change(role.id()) { Roles.allowing(it, "*") }
        roles().find(role.id()).get() == Roles.allowing(role, "*")
    }

    def "a change to a taken name changes nothing, and the unit of work goes on"() {
        given:
        def all = (1..3).collect { Roles.any() }
        all.each { roles().add(it) }
        def (holder, role, third) = all
        def refused = new Role(role.id(), holder.name(), PermissionSet.EVERYTHING, "Not kept")

        when:
        def answers = unitOfWork().inTransaction {
            roles().lock(role.id())
            def first = roles().update(refused)
            roles().lock(third.id())
            [first, roles().update(Roles.allowing(third, "users:read"))]
        }

        then:
        answers == [false, true]
        roles().find(role.id()).get() == role
        roles().findByName(holder.name()).get() == holder
        roles().find(third.id()).get() == Roles.allowing(third, "users:read")
    }

    def "of twenty roles that take one new name in parallel one gets it"() {
        given:
        def all = (1..20).collect { Roles.any() }
        all.each { roles().add(it) }
        def wanted = Roles.name()

        when:
        def answers = Parallel.times(20) { int i -> change(all[i].id()) { Roles.renamed(it, wanted) } }

        then:
        answers.count(true) == 1
        roles().findByName(wanted).get() == Roles.renamed(all[answers.indexOf(true)], wanted)
        (0..<20).findAll { !answers[it] }.every { roles().find(all[it].id()).get() == all[it] }
    }

    def "parallel changes of one role all stand, since each locks it first"() {
        given:
        def role = Roles.role().permissions().build()
        roles().add(role)

        when:
        def answers = Parallel.times(20) { int i ->
            change(role.id()) { Roles.allowing(it, (it.permissions().words() + ("films:number-" + i)) as String[]) }
        }

        then:
        answers.every()
        roles().find(role.id()).get().permissions().words() == (0..<20).collect { "films:number-" + it }.sort()
    }

    def "a role goes with its name, and is taken from all who hold it"() {
        given:
        def role = Roles.any()
        def other = Roles.any()
        [role, other].each { roles().add(it) }
        def holders = (1..3).collect { added() }
        holders.each { user -> [role, other].each { assert grants().grant(user.id(), it.id()) == GRANTED } }

        expect:
        roles().remove(role.id())
        !roles().remove(role.id())

        and:
        roles().find(role.id()).empty
        roles().findByName(role.name()).empty
        holders.every { roleNames(it) == [other.name()] as Set }
        holders.every { grants().authority(it.id()).get().roles() == [other] }

        and: "a new role of that name is nobody's"
        roles().add(Roles.role().name(role.name().value()).build())
        holders.every { roleNames(it) == [other.name()] as Set }
    }

    def "of ten that remove one role in parallel one did"() {
        given:
        def role = Roles.any()
        roles().add(role)

        expect:
        Parallel.times(10) { roles().remove(role.id()) }.count(true) == 1
    }

    def "a new name shows in the account of whoever holds the role"() {
        given:
        def role = Roles.any()
        roles().add(role)
        def user = added()
        grants().grant(user.id(), role.id())
        def name = Roles.name()

        when:
        change(role.id()) { Roles.renamed(it, name) }

        then:
        roleNames(user) == [name] as Set
        users().findByLogin(user.login()).get().state().roles() == [name] as Set
    }

    def "what is done to a role goes with its unit of work"() {
        given:
        def role = Roles.any()
        def another = Roles.any()
        def user = added()
        roles().add(role)
        grants().grant(user.id(), role.id())

        when:
        unitOfWork().run {
            roles().add(another)
            roles().lock(role.id())
            roles().update(Roles.renamed(role, Roles.name()))
            roles().remove(role.id())
            throw new IllegalStateException("on purpose")
        }

        then:
        thrown(IllegalStateException)
        roles().find(another.id()).empty
        roles().add(another)
        roles().find(role.id()).get() == role
        roleNames(user) == [role.name()] as Set
    }

    @Timeout(60)
    def "while a role is locked it is not granted; who waited finds it as it is then"() {
        given:
        def role = Roles.any()
        def user = added()
        roles().add(role)
        def locked = new CountDownLatch(1)

        when:
        def answers = Parallel.all([
            {
                unitOfWork().inTransaction {
                    roles().lock(role.id())
                    locked.countDown()
                    def heldWhileLocked = roleNames(user)
                    roles().remove(role.id())
                    heldWhileLocked
                }
            },
            {
                locked.await()
                grants().grant(user.id(), role.id())
            }])

        then:
        answers == [[] as Set, NOT_THERE]
        roleNames(user).empty
    }

    protected boolean change(RoleId id, Closure<Role> how) {
        unitOfWork().inTransaction { roles().update(how.call(roles().lock(id).get())) }
    }

    protected Set<RoleName> roleNames(User user) {
        users().findById(user.id()).get().state().roles()
    }

    protected User added() {
        def user = Users.any()
        assert users().add(user) == UserRepository.Saved.SAVED
        user
    }
}
