package io.cinema.auth.contracts

import static io.cinema.auth.domain.port.UserRepository.Saved.EMAIL_TAKEN
import static io.cinema.auth.domain.port.UserRepository.Saved.LOGIN_TAKEN
import static io.cinema.auth.domain.port.UserRepository.Saved.SAVED

import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.AccountState
import io.cinema.auth.domain.account.AllowedAgents
import io.cinema.auth.domain.account.EmailAddress
import io.cinema.auth.domain.account.Login
import io.cinema.auth.domain.account.PersonName
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.credential.PasswordHash
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserRepository
import io.cinema.auth.domain.role.RoleName
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

/**
 * What every {@link UserRepository} keeps to. Other accounts may stand in the store already: every
 * feature uses logins of its own.
 */
abstract class UserRepositoryContract extends Specification {
    protected final MutableClock clock = new MutableClock()

    /** The port under test; the same one at each call. */
    abstract UserRepository users()

    /** The unit of work that the port takes part in. */
    abstract UnitOfWork unitOfWork()

    /** Gives the user a role, which is made if it is not there. */
    abstract void grant(UserId user, RoleName role)

    def "an account comes back as it was added, to the microsecond"() {
        given:
        def user = Users.user()
            .login("Zoë.$word").email("Zoë.$word@Bücher.example").name("Zoë", "O'Neil-Łuc")
            .superuser().tokenVersion(7).disabledAt(Instant.parse("2026-02-03T04:05:06.700001Z"))
            .allowedAgents("Cinema TV/*", "*Firefox*")
            .createdAt(Instant.parse("2026-01-31T23:59:59.999999Z"))
            .build()

        expect:
        users().add(user) == SAVED

        and:
        users().findById(user.id()).get() == user
        users().findByLogin(user.login()).get() == user
        users().findByEmail(user.email()).get() == user
        locked(user.id()) == user

        and: "spelled as its owner spelled it"
        users().findById(user.id()).get().login().shown() == user.login().shown()
        users().findById(user.id()).get().email().shown() == user.email().shown()
    }

    def "an account may lack e-mail, password and name, and many may"() {
        given:
        def one = Users.user().withoutEmail().withoutPassword().build()
        def other = Users.user().withoutEmail().withoutPassword().name(null, "Only-Last").build()

        expect:
        users().add(one) == SAVED
        users().add(other) == SAVED

        and:
        users().findById(one.id()).get() == one
        users().findById(other.id()).get() == other
    }

    def "an account that is not there is not found"() {
        expect:
        users().findById(TestIds.user()).empty
        users().findByLogin(Login.of("nobody-$word")).empty
        users().findByEmail(EmailAddress.of("nobody-$word@example.com")).empty
        unitOfWork().inTransaction { users().lock(TestIds.user()).empty }
    }

    def "a login finds its account in any spelling that is canonically the same: #spelling"() {
        given:
        def tail = word
        def user = Users.user().login("kino$tail").build()
        users().add(user)

        expect:
        users().findByLogin(Login.of(spelling + tail)).get() == user
        users().add(Users.user().login(spelling + tail).build()) == LOGIN_TAKEN

        where:
        spelling << ["kino", "KINO", "Kino", "ｋｉｎｏ", "ＫＩＮＯ", "ₖino", "kinº"]
    }

    def "an e-mail finds its account in any spelling that is canonically the same: #local@…#domain"() {
        given:
        def tail = word
        def user = Users.user().email("anna$tail@straße.bücher.example").build()
        users().add(user)

        expect:
        users().findByEmail(EmailAddress.of("$local$tail@$domain")).get() == user
        users().add(Users.user().email("$local$tail@$domain").build()) == EMAIL_TAKEN

        where:
        local  | domain
        "anna" | "STRASSE.bücher.example"
        "ANNA" | "strasse.BÜCHER.example"
        "ａｎｎａ" | "strasse.bücher.ｅｘａｍｐｌｅ"
        "Anna" | "strasse.xn--bcher-kva.example"
    }

    def "a taken login is told before a taken e-mail, and nothing of the refused account is kept"() {
        given:
        def first = Users.any()
        def second = Users.any()
        users().add(first)
        users().add(second)

        when:
        def refused = Users.user()
            .login(sameLogin ? first.login().shown() : "free-$word")
            .email(sameEmail ? (sameLogin == "and e-mail" ? first : second).email().shown() : "free-$word@example.com")
            .build()

        then:
        users().add(refused) == answer
        users().findById(refused.id()).empty

        and: "the names that were free are still free"
        users().add(Users.user()
            .login(sameLogin ? "free-$word" : refused.login().shown())
            .email(sameEmail ? "free-$word@example.com" : refused.email().shown())
            .build()) == SAVED

        where:
        sameLogin    | sameEmail || answer
        "only"       | false     || LOGIN_TAKEN
        null         | true      || EMAIL_TAKEN
        "and e-mail" | true      || LOGIN_TAKEN
        "another's"  | true      || LOGIN_TAKEN
    }

    def "of fifty parallel sign-ups with one e-mail in different case one succeeds"() {
        given:
        def tail = word
        def local = "parallel"

        when:
        def answers = Parallel.times(50) { int i ->
            users().add(Users.user().email(inSomeCase(local, i) + "$tail@example.com").build())
        }

        then:
        answers.count(SAVED) == 1
        answers.count(EMAIL_TAKEN) == 49
    }

    def "of fifty parallel sign-ups with one login in different case one succeeds"() {
        given:
        def tail = word

        when:
        def answers = Parallel.times(50) { int i ->
            users().add(Users.user().login(inSomeCase("parallel", i) + tail).build())
        }

        then:
        answers.count(SAVED) == 1
        answers.count(LOGIN_TAKEN) == 49
    }

    def "a locked account can be changed in personal data and state"() {
        given:
        def user = Users.any()
        users().add(user)

        when:
        def saved = change(user.id()) {
            it.withPersonalData(Login.of("new-$word"), EmailAddress.of("new-$word@example.com"), new PersonName("New", null))
                .withPasswordHash(PasswordHash.of("\$argon2id\$v=19\$m=1,t=1,p=1\$bmV3\$$word"))
                .withState(new AccountState(it.id(), true, 5, clock.instant(), false, new AllowedAgents(["Cinema*"]), [] as Set))
        }
        def changed = users().findById(user.id()).get()

        then:
        saved == SAVED
        changed.login().shown().startsWith("new-")
        changed.email().shown().startsWith("new-")
        changed.name() == new PersonName("New", null)
        changed.passwordHash() != user.passwordHash()
        changed.state() == new AccountState(user.id(), true, 5, clock.instant(), false, new AllowedAgents(["Cinema*"]), [] as Set)

        and: "found by its new names, and its old names are free"
        users().findByLogin(changed.login()).get() == changed
        users().findByEmail(changed.email()).get() == changed
        users().findByLogin(user.login()).empty
        users().add(Users.user().login(user.login().shown()).email(user.email().shown()).build()) == SAVED
    }

    def "an account can drop its e-mail, its name and its disabling"() {
        given:
        def user = Users.user().name("First", "Last").disabledAt(clock.instant()).build()
        users().add(user)

        when:
        change(user.id()) {
            it.withPersonalData(it.login(), null, PersonName.NONE).withState(AccountState.fresh(it.id()))
        }

        then:
        with(users().findById(user.id()).get()) {
            it.email() == null
            it.name() == PersonName.NONE
            it.state().disabledAt() == null
        }
    }

    def "an account may respell its own login and e-mail"() {
        given:
        def user = Users.any()
        users().add(user)
        def login = Login.of(user.login().shown().toUpperCase())
        def email = EmailAddress.of(user.email().shown().toUpperCase())

        expect:
        change(user.id()) { it.withPersonalData(login, email, it.name()) } == SAVED
        users().findById(user.id()).get().login().shown() == login.shown()
        users().findById(user.id()).get().email().shown() == email.shown()
    }

    def "a change to a taken #what changes nothing, and the unit of work goes on"() {
        given:
        def holder = Users.any()
        def user = Users.any()
        def third = Users.any()
        [holder, user, third].each { users().add(it) }
        def login = what == "e-mail" ? user.login() : Login.of(holder.login().shown().toUpperCase())
        def email = what == "login" ? user.email() : EmailAddress.of(holder.email().shown().toUpperCase())

        when:
        def answers = unitOfWork().inTransaction {
            def mine = users().lock(user.id()).get()
            def refused = users().update(mine.withPersonalData(login, email, new PersonName("Not", "Kept")))
            def other = users().lock(third.id()).get()
            [refused, users().update(other.withState(other.state().withRaisedVersion()))]
        }

        then:
        answers == [answer, SAVED]
        users().findById(user.id()).get() == user
        users().findById(third.id()).get().state().tokenVersion() == 2

        where:
        what     || answer
        "login"  || LOGIN_TAKEN
        "e-mail" || EMAIL_TAKEN
        "both"   || LOGIN_TAKEN
    }

    def "an addition that is refused lets the unit of work go on too"() {
        given:
        def holder = Users.any()
        def other = Users.any()
        users().add(holder)

        expect:
        unitOfWork().inTransaction {
            [users().add(Users.user().login(holder.login().shown()).build()),
             users().add(Users.user().email(holder.email().shown()).build()),
             users().add(other)]
        } == [LOGIN_TAKEN, EMAIL_TAKEN, SAVED]
        users().findById(other.id()).present
    }

    def "parallel changes of one account all stand, since each locks it first"() {
        given:
        def user = Users.any()
        users().add(user)

        when:
        Parallel.times(20) {
            change(user.id()) { it.withState(it.state().withRaisedVersion()) }
        }

        then:
        users().findById(user.id()).get().state().tokenVersion() == 21
    }

    def "of twenty accounts that take one new login in parallel one gets it"() {
        given:
        def all = (1..20).collect { Users.any() }
        all.each { users().add(it) }
        def wanted = "wanted-$word"

        when:
        def answers = Parallel.times(20) { int i ->
            change(all[i].id()) { it.withPersonalData(Login.of(inSomeCase(wanted, i)), it.email(), it.name()) }
        }

        then:
        answers.count(SAVED) == 1
        answers.count(LOGIN_TAKEN) == 19
    }

    def "a change keeps its hands off roles and activity"() {
        given:
        def user = Users.any()
        def at = clock.instant()
        users().add(user)
        grant(user.id(), new RoleName("contract-critic"))
        users().recordLogin(user.id(), at, Sessions.HOME.agent())

        when:
        change(user.id()) {
            new User(it.id(), it.login(), it.email(), it.passwordHash(), it.name(), AccountState.fresh(it.id()),
                new User.Activity(at + Duration.ofDays(1), null))
        }

        then:
        with(users().findById(user.id()).get()) {
            it.state().roles() == [new RoleName("contract-critic")] as Set
            it.activity() == new User.Activity(user.activity().createdAt(), at)
        }
    }

    def "the roles of an account are read wherever it is read"() {
        given:
        def user = Users.any()
        users().add(user)
        def roles = ["contract-critic", "contract-editor"].collect { new RoleName(it) } as Set

        when:
        roles.each { grant(user.id(), it) }

        then:
        users().findById(user.id()).get().state().roles() == roles
        users().findByLogin(user.login()).get().state().roles() == roles
        users().findByEmail(user.email()).get().state().roles() == roles
        locked(user.id()).state().roles() == roles
    }

    def "a sign-in is noted to the microsecond and changes nothing else"() {
        given:
        def user = Users.any()
        users().add(user)
        def at = Instant.parse("2026-03-01T00:00:00.000001Z")

        when:
        users().recordLogin(user.id(), at, Sessions.TRAIN.agent())

        then:
        with(users().findById(user.id()).get()) {
            it.activity() == new User.Activity(user.activity().createdAt(), at)
            it.state() == user.state()
            it.login() == user.login()
        }
    }

    protected UserRepository.Saved change(UserId id, Closure<User> how) {
        unitOfWork().inTransaction { users().update(how.call(users().lock(id).get())) }
    }

    protected User locked(UserId id) {
        unitOfWork().inTransaction { users().lock(id).get() }
    }

    protected static String getWord() {
        TestIds.word()
    }

    /** The letters of the text in upper and lower case as the bits of the number say. */
    protected static String inSomeCase(String text, int number) {
        text.toList().withIndex().collect { c, i -> (number >> (i % 6)) & 1 ? c.toUpperCase() : c }.join()
    }
}
