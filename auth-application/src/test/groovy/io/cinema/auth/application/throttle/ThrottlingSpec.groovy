package io.cinema.auth.application.throttle

import static io.cinema.auth.contracts.fixture.Sessions.HOME

import io.cinema.auth.application.AuthNode
import io.cinema.auth.application.Away
import io.cinema.auth.application.signin.SignIn
import io.cinema.auth.application.signin.SignIn.InvalidCredentials
import io.cinema.auth.application.signin.SignIn.Proved
import io.cinema.auth.application.signin.SignIn.Throttled
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.login.Attempt
import io.cinema.auth.domain.login.AttemptKind
import io.cinema.auth.domain.login.LoginResult
import io.cinema.auth.domain.login.Origin
import io.cinema.auth.domain.port.LoginAttemptRepository
import io.cinema.auth.domain.port.PortUnavailableException
import java.time.Duration
import spock.lang.Specification

class ThrottlingSpec extends Specification {
    static final String WRONG = "not the password"

    final AuthNode node = new AuthNode()
    final User user = node.member(Users.user().login("Зритель").email("viewer@exämple.com"))

    private SignIn.Result wrong(String name = "Зритель", Origin from = HOME) {
        node.trySignIn(name, WRONG, from)
    }

    private static Origin from(String ip) {
        new Origin(ip, HOME.agent())
    }

    def "five wrong passwords lock, and the right one meets the same answer, at the cost of no hash"() {
        expect:
        (1..5).every { wrong() == new InvalidCredentials() }

        when:
        def before = node.hasher.compared()

        then:
        wrong() == new Throttled(Duration.ofSeconds(30))
        node.trySignIn("Зритель") == new Throttled(Duration.ofSeconds(30))
        node.hasher.compared() == before

        and: "the history tells each wrong one, and the lock once"
        node.events(user)*.result() == [LoginResult.LOCKED] + [LoginResult.WRONG_PASSWORD] * 5

        when:
        node.clock.advance(Duration.ofSeconds(30))

        then:
        node.trySignIn("Зритель") instanceof Proved
    }

    def "each wrong one after that locks for twice as long, up to a quarter of an hour, but for what time forgives"() {
        given:
        4.times { wrong() }

        expect:
        [30, 60, 120, 240, 480, 480, 900, 900].every { seconds ->
            assert wrong() == new InvalidCredentials()
            assert wrong() == new Throttled(Duration.ofSeconds(seconds))
            node.clock.advance(Duration.ofSeconds(seconds))
            true
        }
        node.events(user)*.result().count(LoginResult.LOCKED) == 8
    }

    def "every spelling of a login and of the e-mail is one count, and nobody's names are counted alike: #names"() {
        expect:
        names.every { wrong(it) == new InvalidCredentials() }
        names.every { wrong(it) instanceof Throttled }

        where:
        names << [
            ["Зритель", "зРИТЕЛЬ", "viewer@exämple.com", "VIEWER@EXÄMPLE.COM", "viewer@xn--exmple-cua.com"],
            ["nobody", "Nobody", "NOBODY", "ｎｏｂｏｄｙ", "nobodY"],
            ["no@exämple.com", "NO@EXÄMPLE.COM", "no@xn--exmple-cua.com", "No@exämple.com", "no＠exämple.com"],
            ["no such name!"] * 5,
        ]
    }

    def "a lock of one account is nobody else's"() {
        given:
        6.times { wrong() }

        expect:
        node.trySignIn(node.member().login().shown()) instanceof Proved
        wrong("nobody") == new InvalidCredentials()
    }

    def "a hundred wrong passwords of one address lock it, whoever they were for; other addresses go on"() {
        given:
        def other = node.member()
        100.times { assert wrong("nobody-$it", from("2001:db8:0:1::$it")) == new InvalidCredentials() }

        expect:
        node.trySignIn(other.login().shown(), AuthNode.PASSWORD, from("2001:db8:0:1:ffff::1")) instanceof Throttled
        node.trySignIn(other.login().shown(), AuthNode.PASSWORD, from("2001:db8:0:2::1")) instanceof Proved
        node.events(other)*.result().contains(LoginResult.LOCKED)
    }

    def "of forty wrong passwords at once five are told to be wrong, also over two nodes"() {
        given:
        def nodes = [node, AuthNode.beside(node)]

        when:
        def answers = Parallel.times(40) { nodes[it % 2].trySignIn("Зритель", "$WRONG $it") }

        then:
        answers.count { it == new InvalidCredentials() } == 5
        answers.count { it instanceof Throttled } == 35
        node.events(user)*.result().count(LoginResult.LOCKED) == 1
    }

    def "a right password that was looked at while others used up what was left is not let in"() {
        given:
        node.hasher.whileComparing { 5.times { wrong() } }

        expect:
        node.trySignIn("Зритель") instanceof Throttled
        node.listSessions().list(user.id()) == []
    }

    def "right ones are never counted, however many at once"() {
        expect:
        Parallel.times(30) { node.trySignIn("Зритель") }.every { it instanceof Proved }
        node.attempts.find(Attempt.at(
            AttemptKind.PASSWORD, user.id(), HOME).keys()).values()*.failures() == [0, 0]
    }

    def "a success sets nothing back; time does, one by one"() {
        given:
        4.times { wrong() }

        expect:
        node.trySignIn("Зритель") instanceof Proved
        wrong() == new InvalidCredentials()
        wrong() instanceof Throttled

        when:
        node.clock.advance(Duration.ofMinutes(30))

        then: "two of five are forgiven"
        wrong() == new InvalidCredentials()
        wrong() == new InvalidCredentials()
        wrong() instanceof Throttled
    }

    def "a count that can't be asked for lets nobody in"() {
        given:
        node.attempts = Away.port(LoginAttemptRepository)

        when:
        node.trySignIn("Зритель")

        then:
        thrown(PortUnavailableException)
        node.listSessions().list(user.id()) == []
    }

    def "what is forgiven is forgotten, and nothing before"() {
        given:
        6.times { wrong() }

        when:
        node.clock.advance(node.throttleRule.memory() - Duration.ofSeconds(1))
        node.attemptUpkeep().run()

        then:
        counted() > 0

        when:
        node.clock.advance(Duration.ofSeconds(2))
        node.attemptUpkeep().run()

        then:
        counted() == 0
        wrong() == new InvalidCredentials()
    }

    private int counted() {
        node.attempts.find(Attempt.at(
            AttemptKind.PASSWORD, user.id(), HOME).keys()).values()*.failures().sum()
    }
}
