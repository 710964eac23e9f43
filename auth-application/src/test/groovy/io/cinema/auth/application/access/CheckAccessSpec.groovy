package io.cinema.auth.application.access

import static io.cinema.auth.domain.access.Decision.ACCOUNT_DISABLED
import static io.cinema.auth.domain.access.Decision.PERMISSION_HELD
import static io.cinema.auth.domain.access.Decision.PERMISSION_MISSING
import static io.cinema.auth.domain.access.Decision.PUBLIC
import static io.cinema.auth.domain.access.Decision.SIGNED_IN
import static io.cinema.auth.domain.access.Decision.SUPERUSER

import io.cinema.auth.application.AuthNode
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.access.ContentLabel
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.role.Permission
import spock.lang.Specification

class CheckAccessSpec extends Specification {
    static final List<CheckAccess.Question> QUESTIONS = [
        new CheckAccess.MayWatch(ContentLabel.PUBLIC), new CheckAccess.MayWatch(ContentLabel.REGISTERED),
        new CheckAccess.MayWatch(ContentLabel.SUBSCRIPTION), new CheckAccess.MayDo(Permission.parse("reviews:write")),
    ]

    final AuthNode node = new AuthNode()
    final User user = node.member()

    private CheckAccess.Result check(User asker, UserId subject = null, List<CheckAccess.Question> questions = QUESTIONS) {
        node.checkAccess().check(new CheckAccess.Command(asker.id(), subject, questions))
    }

    def "the answers come in the order of the questions, by what the account may do now"() {
        given:
        def subscriber = node.role("films:watch:subscription")

        expect:
        check(user) == new CheckAccess.Checked([PUBLIC, SIGNED_IN, PERMISSION_MISSING, PERMISSION_MISSING])

        when:
        node.grants.grant(user.id(), subscriber.id())

        then:
        check(user) == new CheckAccess.Checked([PUBLIC, SIGNED_IN, PERMISSION_HELD, PERMISSION_MISSING])
        check(user, user.id()) == check(user)

        when:
        node.roles.remove(subscriber.id())

        then:
        check(user) == new CheckAccess.Checked([PUBLIC, SIGNED_IN, PERMISSION_MISSING, PERMISSION_MISSING])
    }

    def "a superuser may, and nothing asked is nothing answered"() {
        given:
        def chief = node.member(Users.user().superuser())

        expect:
        check(chief) == new CheckAccess.Checked([PUBLIC, SIGNED_IN, SUPERUSER, SUPERUSER])
        check(user, null, []) == new CheckAccess.Checked([])
    }

    def "asking about somebody else takes users:read, and who lacks it does not learn whether they are there"() {
        given:
        def support = node.member()
        node.grants.grant(support.id(), node.role("users:read").id())

        expect:
        check(user, support.id()) == new CheckAccess.Forbidden()
        check(user, TestIds.user()) == new CheckAccess.Forbidden()
        check(support, user.id()) == new CheckAccess.Checked([PUBLIC, SIGNED_IN, PERMISSION_MISSING, PERMISSION_MISSING])
        check(support, TestIds.user()) == new CheckAccess.NoSuchUser()
    }

    def "somebody who is disabled may what everybody may"() {
        given:
        def chief = node.member(Users.user().superuser())
        def gone = node.member(Users.user().superuser().disabledAt(node.clock.instant()))

        expect:
        check(chief, gone.id()) == new CheckAccess.Checked([PUBLIC, ACCOUNT_DISABLED, ACCOUNT_DISABLED, ACCOUNT_DISABLED])
        check(gone, chief.id()) == new CheckAccess.Forbidden()
    }
}
