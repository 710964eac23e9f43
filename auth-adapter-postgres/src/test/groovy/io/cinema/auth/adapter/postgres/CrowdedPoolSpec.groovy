package io.cinema.auth.adapter.postgres

import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.port.PortUnavailableException.Reason
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.Timeout

/** Units of work that wait for a lock, a disk, each other, do not keep those from Postgres that only read. */
class CrowdedPoolSpec extends Specification implements OnPostgres {
    /** The pool has 16 connections. */
    static final int ROOM = 12

    @Timeout(20)
    def "with as many units of work at it as there may be, reading goes on, and one more is told to come back"() {
        given:
        def accounts = users()
        def work = unitOfWork()
        def user = Users.any()
        accounts.add(user)
        def inside = new CountDownLatch(ROOM)
        def reader = new CountDownLatch(1)
        String refused = null

        when:
        Parallel.times(ROOM + 1) { i ->
            if (i < ROOM) {
                return work.inTransaction {
                    accounts.lock(Users.any().id())
                    inside.countDown()
                    assert reader.await(15, TimeUnit.SECONDS)
                    work.inTransaction { accounts.findById(user.id()).get() }
                }
            }
            try {
                assert inside.await(10, TimeUnit.SECONDS)
                100.times { assert accounts.findById(user.id()).present }
                work.inTransaction { true }
            } catch (PortUnavailableException full) {
                refused = full.reason().name()
            } finally {
                reader.countDown()
            }
            return user
        }

        then:
        refused == Reason.OVERLOADED.name()
        work.inTransaction { accounts.findById(user.id()).get() } == user
    }
}
