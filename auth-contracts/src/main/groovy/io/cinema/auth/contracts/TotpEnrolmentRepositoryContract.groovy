package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.SecondFactors
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.AccountState
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.account.UserQuery
import io.cinema.auth.domain.mfa.TotpEnrolment
import io.cinema.auth.domain.paging.PageRequest
import io.cinema.auth.domain.port.SessionRepository
import io.cinema.auth.domain.port.TotpEnrolmentRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserDirectory
import io.cinema.auth.domain.port.UserRepository
import io.cinema.auth.domain.secret.SealedBytes
import io.cinema.auth.domain.session.Session
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

/** What every {@link TotpEnrolmentRepository} keeps to. */
abstract class TotpEnrolmentRepositoryContract extends Specification {
    protected final MutableClock clock = new MutableClock()

    /** The port under test; the same one at each call. */
    abstract TotpEnrolmentRepository enrolments()

    abstract UserRepository users()

    abstract UserDirectory directory()

    abstract SessionRepository sessions()

    /** The unit of work that the port takes part in. */
    abstract UnitOfWork unitOfWork()

    def "who has none has none"() {
        given:
        def user = added(Users.any())

        expect:
        enrolments().find(user.id()).empty
        enrolments().find(TestIds.user()).empty
        !enrolments().remove(user.id())
        !enrolments().remove(TestIds.user())
    }

    def "an enrolment comes back as it was saved, to the microsecond and the byte: #size bytes, #confirmedAt, step #step"() {
        given:
        def user = added(Users.any())
        def bytes = new byte[size]
        new Random(size).nextBytes(bytes)
        def enrolment = new TotpEnrolment(user.id(), SealedBytes.of(bytes), Instant.parse("2026-01-31T23:59:59.999999Z"),
            confirmedAt == null ? null : Instant.parse(confirmedAt), step)

        when:
        enrolments().save(enrolment)

        then:
        enrolments().find(user.id()).get() == enrolment

        where:
        size | confirmedAt                   | step
        60   | null                          | 0
        61   | "2026-03-01T00:00:00.000001Z" | 1
        1    | "2026-03-29T02:30:00.500001Z" | 59_101_234
        4096 | "2026-03-01T00:00:00Z"        | Long.MAX_VALUE
    }

    def "an enrolment takes the place of the one that was there, and of nobody else's: #what"() {
        given:
        def user = added(Users.any())
        def other = added(Users.any())
        def foreign = SecondFactors.confirmed(other.id(), clock.instant(), 7)
        enrolments().save(foreign)

        when:
        [first, second].each { enrolments().save(it.call(user.id(), clock.advance(Duration.ofMinutes(1)))) }

        then:
        with(enrolments().find(user.id()).get()) {
            it.createdAt() == clock.instant()
            it.confirmed() == confirmed
            it.lastStep() == step
        }
        enrolments().find(other.id()).get() == foreign

        where:
        what                      | first                                               | second                                              || confirmed | step
        "begun again"             | { u, t -> SecondFactors.begun(u, t) }               | { u, t -> SecondFactors.begun(u, t) }               || false     | 0
        "confirmed"               | { u, t -> SecondFactors.begun(u, t) }               | { u, t -> SecondFactors.confirmed(u, t, 9) }        || true      | 9
        "begun after a confirmed" | { u, t -> SecondFactors.confirmed(u, t, 9) }        | { u, t -> SecondFactors.begun(u, t) }               || false     | 0
    }

    def "a step after the last used one is used once, and nothing else is written: #step after 100"() {
        given:
        def user = added(Users.any())
        def enrolment = SecondFactors.confirmed(user.id(), clock.instant(), 100)
        enrolments().save(enrolment)

        expect:
        enrolments().useStep(user.id(), step) == used
        enrolments().find(user.id()).get() == (used ? enrolment.confirmedBy(step, clock.instant()) : enrolment)

        and:
        !enrolments().useStep(user.id(), step)

        where:
        step           || used
        Long.MIN_VALUE || false
        0              || false
        99             || false
        100            || false
        101            || true
        102            || true
        Long.MAX_VALUE || true
    }

    def "after a later step no earlier one is used"() {
        given:
        def user = enrolled()

        expect:
        [105, 104, 106, 106, 101, 107].collect { enrolments().useStep(user.id(), it) } == [true, false, true, false, false, true]
    }

    def "no step is used where nothing is confirmed"() {
        given:
        def user = added(Users.any())
        def begun = SecondFactors.begun(user.id(), clock.instant())

        expect:
        !enrolments().useStep(user.id(), 101)

        when:
        enrolments().save(begun)

        then:
        !enrolments().useStep(user.id(), 101)
        enrolments().find(user.id()).get() == begun
    }

    def "a step is used for one user, not for another"() {
        given:
        def user = enrolled()
        def other = enrolled()

        expect:
        enrolments().useStep(user.id(), 101)
        enrolments().find(other.id()).get().lastStep() == 100
        enrolments().useStep(other.id(), 101)
    }

    def "of twenty who use one step in parallel one does"() {
        given:
        def user = enrolled()

        expect:
        Parallel.times(20) { enrolments().useStep(user.id(), 101) }.count(true) == 1
        enrolments().find(user.id()).get().lastStep() == 101
    }

    def "of twenty who use one step in parallel, each in a unit of work, one does"() {
        given:
        def user = enrolled()

        expect:
        Parallel.times(20) { unitOfWork().inTransaction { enrolments().useStep(user.id(), 101) } }.count(true) == 1
    }

    def "of parallel steps the latest is used, and the last step never goes back"() {
        given:
        def user = enrolled()

        when:
        def answers = Parallel.times(20) { int i -> enrolments().useStep(user.id(), 101 + i) }

        then:
        answers.last()
        enrolments().find(user.id()).get().lastStep() == 120
    }

    def "a removed enrolment is gone, and nobody else's; who removed it is told"() {
        given:
        def user = enrolled()
        def other = enrolled()

        expect:
        Parallel.times(20) { enrolments().remove(user.id()) }.count(true) == 1
        enrolments().find(user.id()).empty
        !enrolments().useStep(user.id(), 101)
        enrolments().find(other.id()).present
    }

    def "what is done goes with its unit of work: #what"() {
        given:
        def user = enrolled()
        def before = enrolments().find(user.id()).get()

        when:
        unitOfWork().run {
            how.call(enrolments(), user.id())
            assert enrolments().find(user.id()) != Optional.of(before)
            throw new IllegalStateException("on purpose")
        }

        then:
        thrown(IllegalStateException)
        enrolments().find(user.id()).get() == before
        users().findById(user.id()).get().state().totpEnabled()

        where:
        what        | how
        "saving"    | { port, id -> port.save(SecondFactors.begun(id, MutableClock.START)) }
        "a step"    | { port, id -> port.useStep(id, 101) }
        "a removal" | { port, id -> port.remove(id) }
    }

    def "the account shows a second factor once it is confirmed, and until it is removed, wherever it is read"() {
        given:
        def user = added(Users.user().superuser().build())
        def other = added(Users.any())
        sessions().save(Sessions.opened(user, clock.instant()))

        expect:
        shown(user) == [false] as Set

        when:
        enrolments().save(SecondFactors.begun(user.id(), clock.instant()))

        then:
        shown(user) == [false] as Set

        when:
        enrolments().save(enrolments().find(user.id()).get().confirmedBy(100, clock.instant()))

        then:
        shown(user) == [true] as Set
        !users().findById(other.id()).get().state().totpEnabled()

        when:
        enrolments().useStep(user.id(), 101)

        then:
        shown(user) == [true] as Set

        when:
        enrolments().remove(user.id())

        then:
        shown(user) == [false] as Set

        cleanup:
        change(user) { it.withSuperuser(false) }
    }

    def "a change of the account neither turns the factor on nor off"() {
        given:
        def user = enrolled()
        def other = added(Users.any())

        when:
        change(user) { withTotp(it, false) }
        change(other) { withTotp(it, true) }

        then:
        users().findById(user.id()).get().state().totpEnabled()
        !users().findById(other.id()).get().state().totpEnabled()
    }

    /** What is said of the factor, in all places that tell an account. */
    protected Set<Boolean> shown(User user) {
        Session session = sessions().listLive(user.id(), clock.instant()).first()
        def word = UserQuery.of(user.login().shown())
        def states = [
            users().findById(user.id()).get().state(),
            users().findByLogin(user.login()).get().state(),
            users().findByEmail(user.email()).get().state(),
            unitOfWork().inTransaction { users().lock(user.id()).get() }.state(),
            sessions().find(session.id()).get().account(),
            sessions().rotate(Sessions.token(session), Sessions.HOME, clock.instant()).get().account(),
            directory().search(word, new PageRequest(10, null)).items().find { it.id() == user.id() }.state(),
            directory().superusers().find { it.id() == user.id() }.state(),
            unitOfWork().inTransaction { directory().lockSuperusers() }.find { it.id() == user.id() },
        ]
        states*.totpEnabled() as Set
    }

    protected static AccountState withTotp(AccountState state, boolean enabled) {
        new AccountState(state.id(), state.superuser(), state.tokenVersion() + 1, state.disabledAt(), enabled, state.allowedAgents(), state.roles())
    }

    protected void change(User user, Closure<AccountState> how) {
        unitOfWork().run {
            def locked = users().lock(user.id()).get()
            assert users().update(locked.withState(how.call(locked.state()))) == UserRepository.Saved.SAVED
        }
    }

    /** A user whose app was confirmed by a code of step 100. */
    protected User enrolled() {
        def user = added(Users.any())
        enrolments().save(SecondFactors.confirmed(user.id(), clock.instant(), 100))
        user
    }

    protected User added(User user) {
        assert users().add(user) == UserRepository.Saved.SAVED
        user
    }
}
