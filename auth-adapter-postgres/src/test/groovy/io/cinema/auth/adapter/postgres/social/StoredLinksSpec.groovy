package io.cinema.auth.adapter.postgres.social

import groovy.sql.Sql as GroovySql
import io.cinema.auth.adapter.postgres.OnPostgres
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.SocialLinks
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.User
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** What becomes of links when accounts are removed, which no port does. */
class StoredLinksSpec extends Specification implements OnPostgres {
    @AutoCleanup
    GroovySql owner = database().owner()

    def "links go with their user, and leave the identity free"() {
        given:
        def user = added()
        def other = added()
        def link = SocialLinks.link(user.id(), MutableClock.START)
        def kept = SocialLinks.link(other.id(), MutableClock.START)
        [link, kept].each { links().add(it) }

        when:
        remove(user)

        then:
        links().find(link.identity()).empty
        links().ofUser(other.id()) == [kept]
        links().add(SocialLinks.link(other.id(), link.identity(), MutableClock.START))
    }

    @Timeout(30)
    def "a link to a user who is being removed waits, and is not added; after a rollback it is"() {
        given:
        def user = added()
        def link = SocialLinks.link(user.id(), MutableClock.START)
        def threads = Executors.newVirtualThreadPerTaskExecutor()

        when:
        owner.execute("BEGIN")
        remove(user)
        def adding = threads.submit({ links().add(link) } as Callable)
        awaitWaiting()
        owner.execute(end)

        then:
        adding.get() == there
        links().find(link.identity()).present == there

        cleanup:
        threads.close()

        where:
        end        || there
        "COMMIT"   || false
        "ROLLBACK" || true
    }

    private void remove(User user) {
        owner.execute("DELETE FROM auth.user_service_info WHERE user_id = ?", [user.id().value()])
        owner.execute("DELETE FROM auth.users WHERE id = ?", [user.id().value()])
    }

    private void awaitWaiting() {
        database().owner().withCloseable {
            while (it.firstRow("SELECT count(*) AS waiting FROM pg_locks WHERE NOT granted").waiting == 0) {
                Thread.onSpinWait()
            }
        }
    }

    private User added() {
        def user = Users.any()
        users().add(user)
        user
    }
}
