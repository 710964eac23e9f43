package io.cinema.auth.contracts

import static io.cinema.auth.domain.port.RoleGrantRepository.Granted.GRANTED

import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Roles
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.AccountState
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.account.UserQuery
import io.cinema.auth.domain.paging.Cursor
import io.cinema.auth.domain.paging.Page
import io.cinema.auth.domain.paging.PageRequest
import io.cinema.auth.domain.port.RoleGrantRepository
import io.cinema.auth.domain.port.RoleRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserDirectory
import io.cinema.auth.domain.port.UserRepository
import java.time.Duration
import java.util.concurrent.CountDownLatch
import spock.lang.Specification

/**
 * What every {@link UserDirectory} keeps to. Other accounts may stand in the store already: every
 * feature searches for words of its own.
 */
abstract class UserDirectoryContract extends Specification {

    /** The port under test; the same one at each call. */
    abstract UserDirectory directory()

    abstract UserRepository users()

    abstract RoleRepository roles()

    abstract RoleGrantRepository grants()

    /** The unit of work that the port takes part in. */
    abstract UnitOfWork unitOfWork()

    def "an account is found whole, with the roles that it holds now"() {
        given:
        def word = TestIds.word()
        def user = added(Users.user().login("Zoë." + word).email("zoë@${word}.example").name("Zoë", "Łuc")
            .tokenVersion(7).disabledAt(MutableClock.START).allowedAgents("Cinema TV/*").build())
        def held = (1..3).collect { Roles.any() }
        held.each {
            roles().add(it)
            assert grants().grant(user.id(), it.id()) == GRANTED
        }
        users().recordLogin(user.id(), MutableClock.START, Sessions.HOME.agent())

        when:
        def found = search(word)

        then:
        found == [users().findById(user.id()).get()]
        found.first().state().roles() == held*.name() as Set
        found.first().login().shown() == "Zoë." + word
    }

    def "an account is found by any part of its login or e-mail: #part"() {
        given:
        def word = TestIds.word()
        def user = added(Users.user().login("left${word}right").email("mail-${word}-box@post.${word}.example").build())

        expect:
        search(part.replace("WORD", word)) == [user]

        where:
        part << ["WORD", "leftWORD", "WORDright", "leftWORDright", "mail-WORD", "WORD-box@post.WORD", "@post.WORD.exam",
                 "mail-WORD-box@post.WORD.example"]
    }

    def "what is found by login and by e-mail is told once"() {
        given:
        def word = TestIds.word()
        def byLogin = added(Users.user().login("a-$word").build())
        def byEmail = added(Users.user().email("$word@example.com").build())
        def byBoth = added(Users.user().login(word).email("b-$word@example.com").build())
        def withoutEmail = added(Users.user().login("c-$word").withoutEmail().build())

        expect:
        search(word) == [withoutEmail, byBoth, byEmail, byLogin]
        search(word + "x").empty
        search("x" + word).empty
    }

    def "any spelling that is canonically the same finds the account: #spelling"() {
        given:
        def word = TestIds.word()
        def user = added(Users.user().login("kinoß$word").email("anna-kinoß$word@example.com").build())

        expect:
        search(spelling + word) == [user]
        search(spelling + word.toUpperCase()) == [user]

        where:
        spelling << ["kinoß", "KINOSS", "KinoSS", "ｋｉｎｏß", "ＫＩＮＯẞ", "ₖinoss", "  kinºß"]
    }

    def "every character stands for itself: #query does not find #other"() {
        given:
        def word = TestIds.word()
        def user = email == null
            ? added(Users.user().login(login.replace("WORD", word)).build())
            : added(Users.user().email(email.replace("WORD", word)).build())
        added(Users.user().login(other.replace("WORD", word)).email("${other.replace("WORD", word)}@example.com").build())

        expect:
        search(query.replace("WORD", word)) == [user]

        where:
        query    | login        | email                | other
        "a_WORD" | "xa_WORD"    | null                 | "xabWORD"
        "a%WORD" | null         | "xa%WORD@example.com" | "xabWORD"
        "WORD%"  | null         | "WORD%x@example.com" | "WORDx"
        "WORD_"  | "WORD_"      | null                 | "WORDx"
        "%WORD"  | null         | "x%WORD@example.com" | "xWORD"
    }

    def "a query of characters that nobody's name holds finds nobody: #query"() {
        given:
        def word = TestIds.word()
        added(Users.user().login(word).build())

        expect:
        search(query.replace("WORD", word)).empty

        where:
        query << ["WORD\\", "\\WORD", "\\%WORD", "WORD'", "WORD' OR 'a' = 'a", "WORD?", "\\", "WORD\\%"]
    }

    def "accounts are told newest id first"() {
        given:
        def word = TestIds.word()
        def made = (1..5).collect { Users.user().login("$word-$it").createdAt(MutableClock.START - Duration.ofDays(it)).build() }
        made.shuffled().each { added(it) }

        expect:
        search(word) == made.reverse()
    }

    def "paging by #limit loses and repeats nothing"() {
        given:
        def word = TestIds.word()
        def made = (1..7).collect { added(Users.user().login("$word-$it").build()) }

        when:
        def pages = pages(word, limit)

        then:
        pages.collectMany { it.items() } == made.reverse()
        pages.init().every { it.items().size() == limit }
        pages.size() == Math.ceilDiv(7, limit)

        where:
        limit << [1, 2, 3, 6, 7, 8, 100]
    }

    def "only the id of a cursor decides"() {
        given:
        def word = TestIds.word()
        def made = (1..3).collect { added(Users.user().login("$word-$it").build()) }

        expect:
        directory().search(UserQuery.of(word), new PageRequest(10, new Cursor(at, made[1].id().value()))).items() == [made[0]]

        where:
        at << [MutableClock.START, MutableClock.START - Duration.ofDays(999), MutableClock.START + Duration.ofDays(999)]
    }

    def "accounts that come in between pages disturb nobody"() {
        given:
        def word = TestIds.word()
        def made = (1..20).collect { added(Users.user().login("$word-$it").build()) }

        when:
        def answers = Parallel.all([
            { pages(word, 3).collectMany { it.items() } },
            { (1..20).collect { added(Users.user().login("$word-late-$it").build()) } }])

        then:
        def (found, late) = answers
        found.toUnique { it.id() }.size() == found.size()
        found.containsAll(made)
        found.findAll { it in made } == made.reverse()
        (made + late).containsAll(found)
    }

    def "the empty query finds all: #query"() {
        given:
        def made = (1..3).collect { added(Users.any()) }
        def after = TestIds.next()
        added(Users.any())

        expect:
        directory().search(query, new PageRequest(3, new Cursor(MutableClock.START, after))).items() == made.reverse()

        where:
        query << [UserQuery.ALL, UserQuery.of(""), UserQuery.of("   ")]
    }

    def "superusers are told oldest first, whole, disabled ones too, and nobody else"() {
        given:
        def chiefs = (1..3).collect { it == 2 ? Users.user().superuser().disabledAt(MutableClock.START).build() : Users.user().superuser().build() }
        chiefs.reverse().each { added(it) }
        def other = added(Users.any())

        when:
        def found = directory().superusers()

        then:
        found.findAll { it in chiefs } == chiefs
        found*.id()*.value() == found*.id()*.value().sort(false)
        found.every { it.state().superuser() }
        !found*.id().contains(other.id())
        unitOfWork().inTransaction { directory().lockSuperusers() } == found*.state()

        cleanup:
        chiefs.each { demote(it.id()) }
    }

    def "who was locked can be changed in the same unit of work, and others after it"() {
        given:
        def chief = added(Users.user().superuser().build())
        def role = Roles.any()
        roles().add(role)
        grants().grant(chief.id(), role.id())

        expect:
        unitOfWork().inTransaction {
            def state = directory().lockSuperusers().find { it.id() == chief.id() }
            assert state.roles() == [role.name()] as Set
            users().update(users().lock(chief.id()).get().withState(state.withSuperuser(false)))
        } == UserRepository.Saved.SAVED
        !directory().superusers()*.id().contains(chief.id())
        unitOfWork().inTransaction { !directory().lockSuperusers()*.id().contains(chief.id()) }
    }

    def "of two superusers who #how each other in parallel, each while another remains, one stays, ten times"() {
        expect:
        10.times {
            def pair = (1..2).collect { added(Users.user().superuser().build()) }

            def answers = Parallel.times(2) { int i -> leave(pair[i].id(), pair*.id(), change) }

            assert answers.count(true) == 1
            def left = directory().superusers().findAll { it.id() in pair*.id() && it.state().disabledAt() == null }
            assert left*.id() == [pair[answers.indexOf(false)].id()]

            pair.each { demote(it.id()) }
        }

        where:
        how       | change
        "demote"  | { AccountState it -> it.withSuperuser(false) }
        "disable" | { AccountState it -> it.withDisabledAt(MutableClock.START) }
    }

    def "who waited for the lock sees the superusers as they are then"() {
        given:
        def chief = added(Users.user().superuser().build())
        def locked = new CountDownLatch(1)

        when:
        def seen = Parallel.all([
            {
                unitOfWork().inTransaction {
                    directory().lockSuperusers()
                    locked.countDown()
                    def user = users().lock(chief.id()).get()
                    users().update(user.withState(user.state().withSuperuser(false)))
                    []
                }
            },
            {
                locked.await()
                unitOfWork().inTransaction { directory().lockSuperusers()*.id() }
            }]).last()

        then:
        !seen.contains(chief.id())
    }

    /** What the use case does: only while another enabled one of these remains. */
    protected boolean leave(UserId id, List<UserId> among, Closure<AccountState> change) {
        unitOfWork().inTransaction {
            def enabled = directory().lockSuperusers().findAll { it.id() in among && it.disabledAt() == null }
            if (!enabled.any { it.id() != id }) {
                return false
            }
            def user = users().lock(id).get()
            users().update(user.withState(change.call(user.state())))
            true
        }
    }

    protected void demote(UserId id) {
        unitOfWork().run {
            directory().lockSuperusers()
            def user = users().lock(id).get()
            users().update(user.withState(user.state().withSuperuser(false)))
        }
    }

    protected List<User> search(String query) {
        directory().search(UserQuery.of(query), new PageRequest(100, null)).items()
    }

    protected List<Page<User>> pages(String query, int limit) {
        def pages = [directory().search(UserQuery.of(query), new PageRequest(limit, null))]
        while (pages.last().next() != null) {
            assert pages.size() < 100
            pages << directory().search(UserQuery.of(query), new PageRequest(limit, Cursor.parse(pages.last().next().word())))
        }
        pages
    }

    protected User added(User user) {
        assert users().add(user) == UserRepository.Saved.SAVED
        user
    }
}
