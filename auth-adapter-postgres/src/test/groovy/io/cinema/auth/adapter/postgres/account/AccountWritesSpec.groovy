package io.cinema.auth.adapter.postgres.account

import io.cinema.auth.adapter.postgres.OnPostgres
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.role.RoleName
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import spock.lang.Specification
import spock.lang.Timeout

class AccountWritesSpec extends Specification implements OnPostgres {

    def "of two sign-ins that arrive in the wrong order the later one stays"() {
        given:
        def user = Users.any()
        users().add(user)
        def now = MutableClock.START

        when:
        users().recordLogin(user.id(), now, Sessions.HOME.agent())
        users().recordLogin(user.id(), now - Duration.ofSeconds(1), Sessions.TRAIN.agent())

        then:
        users().findById(user.id()).get().activity().lastLogin() == now
        agentOf(user) == Sessions.HOME.agent().value()
    }

    @Timeout(30)
    def "who waited for a lock sees the roles that were granted meanwhile"() {
        given:
        def user = Users.any()
        users().add(user)
        def locked = new CountDownLatch(1)
        def waiting = new CountDownLatch(1)
        def threads = Executors.newVirtualThreadPerTaskExecutor()

        when:
        def first = threads.submit({
            unitOfWork().run {
                users().lock(user.id())
                locked.countDown()
                waiting.await()
                grant(user.id(), new RoleName("granted-meanwhile"))
            }
        })
        locked.await()
        def second = threads.submit({ unitOfWork().inTransaction { users().lock(user.id()).get() } } as Callable)
        while (!someoneWaits()) {
            Thread.onSpinWait()
        }
        waiting.countDown()
        first.get()

        then:
        second.get().state().roles() == [new RoleName("granted-meanwhile")] as Set

        cleanup:
        waiting.countDown()
        threads.close()
    }

    private boolean someoneWaits() {
        database().owner().withCloseable {
            it.firstRow("SELECT count(*) AS waiting FROM pg_locks WHERE NOT granted").waiting > 0
        }
    }

    private String agentOf(user) {
        database().owner().withCloseable {
            it.firstRow("SELECT user_agent FROM auth.user_service_info WHERE user_id = ?", [user.id().value()]).user_agent
        }
    }
}
