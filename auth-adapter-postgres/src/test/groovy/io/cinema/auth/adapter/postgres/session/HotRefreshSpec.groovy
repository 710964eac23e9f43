package io.cinema.auth.adapter.postgres.session

import io.cinema.auth.adapter.postgres.OnPostgres
import io.cinema.auth.adapter.postgres.Sql
import io.cinema.auth.adapter.postgres.TestDatabase
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.devkit.Backends
import io.cinema.auth.domain.token.Amr
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class HotRefreshSpec extends Specification implements OnPostgres {
    private static final String COUNTS = """
        SELECT n_tup_upd AS updates, n_tup_hot_upd AS hot FROM pg_stat_xact_user_tables WHERE relname = 'sessions'
        """

    @Shared
    @AutoCleanup
    TestDatabase own = new TestDatabase(Backends.shared().postgres(), "hot_refresh")

    @Override
    TestDatabase database() {
        own
    }

    def "neither a refresh nor one more method of proof writes an index"() {
        given:
        def clock = new MutableClock()
        def user = Users.any()
        users().add(user)
        def session = Sessions.opened(user, clock.instant())
        sessions().save(session)

        when:
        def counts = unitOfWork().inTransaction {
            10.times {
                session = sessions().rotate(Sessions.token(session), Sessions.TRAIN, clock.advance(Duration.ofMinutes(15)))
                    .get().session()
            }
            sessions().save(session.proved(Amr.OTP))
            own.bean(Sql).first(COUNTS, { [it.getLong("updates"), it.getLong("hot")] }).get()
        }

        then:
        counts == [11, 11]
    }
}
