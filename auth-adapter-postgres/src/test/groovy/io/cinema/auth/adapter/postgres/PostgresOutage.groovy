package io.cinema.auth.adapter.postgres

import io.cinema.auth.contracts.OutageContract
import io.cinema.auth.contracts.fixture.AccessTokens
import io.cinema.auth.contracts.fixture.AuditEvents
import io.cinema.auth.contracts.fixture.LoginEvents
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Revocations
import io.cinema.auth.contracts.fixture.Roles
import io.cinema.auth.contracts.fixture.SecondFactors
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.SigningKeys
import io.cinema.auth.contracts.fixture.SocialLinks
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.devkit.PostgresServer
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.account.UserQuery
import io.cinema.auth.domain.audit.AuditFilter
import io.cinema.auth.domain.login.Attempt
import io.cinema.auth.domain.login.AttemptKind
import io.cinema.auth.domain.login.Attempts
import io.cinema.auth.domain.paging.PageRequest
import io.cinema.auth.domain.session.EndReason
import java.time.Duration
import java.time.YearMonth
import java.util.function.Consumer
import spock.lang.AutoCleanup
import spock.lang.Shared

/** Every call of every port, on a server of its own. Shorter patience than in production: there are many calls. */
abstract class PostgresOutage extends OutageContract implements OnPostgres {
    private static final Map<String, Object> IMPATIENT = [
        "datasources.default.connection-timeout"                 : 250,
        "datasources.default.validation-timeout"                 : 250,
        "datasources.default.data-source-properties.socketTimeout": "1",
    ]

    @Shared
    @AutoCleanup
    PostgresServer server = PostgresServer.temporary()

    @Shared
    @AutoCleanup
    TestDatabase own = new TestDatabase(server, "outage", IMPATIENT)

    @Override
    TestDatabase database() {
        own
    }

    @Override
    Duration limit() {
        Duration.ofMillis(2000)
    }

    @Override
    Duration recovery() {
        Duration.ofSeconds(10)
    }

    @Override
    Map<String, Closure<?>> calls() {
        def user = Users.any()
        def session = Sessions.opened(user, MutableClock.START)
        callsAbout(user, session, MutableClock.START)
    }

    private Map<String, Closure<?>> callsAbout(User user, session, now) {
        def month = YearMonth.of(2026, 3)
        def role = Roles.any()
        def guess = Attempt.at(AttemptKind.PASSWORD, user.id(), Sessions.HOME)
        [
            "users.add"          : { users().add(Users.any()) },
            "users.findById"     : { users().findById(user.id()) },
            "users.findByLogin"  : { users().findByLogin(user.login()) },
            "users.findByEmail"  : { users().findByEmail(user.email()) },
            "users.lock, update" : {
                unitOfWork().run {
                    users().add(user)
                    users().update(users().lock(user.id()).get())
                }
            },
            "users.recordLogin"  : { users().recordLogin(user.id(), now, Sessions.HOME.agent()) },
            "sessions.save"      : {
                def other = Users.any()
                unitOfWork().run { users().add(other); sessions().save(Sessions.opened(other, now)) }
            },
            "sessions.rotate"    : { sessions().rotate(Sessions.token(session), Sessions.HOME, now) },
            "sessions.find"      : { sessions().find(session.id()) },
            "sessions.listLive"  : { sessions().listLive(user.id(), now) },
            "sessions.end"       : { sessions().end(user.id(), session.id(), EndReason.SIGNED_OUT, now) },
            "sessions.endAll"    : { sessions().endAll(user.id(), null, EndReason.SIGNED_OUT, now) },
            "sessions.purge"     : { sessions().purge(now, 10) },
            "events.record"      : { events().record(LoginEvents.success(TestIds.user(), now, Sessions.HOME)) },
            "events.history"     : { events().history(user.id(), new PageRequest(10, null)) },
            "events.prepare"     : { events().prepare(month, month) },
            "events.forgetBefore": { events().forgetBefore(YearMonth.of(2000, 1)) },
            "revocations.add"    : { revocations().add([Revocations.below(user.id(), 2, now)]) },
            "revocations.isRevoked": { revocations().isRevoked(AccessTokens.verified(session, user.state(), now)) },
            "revocations.standing": { revocations().standing(now) },
            "revocations.relay"  : { revocations().relay(10, { } as Consumer) },
            "revocations.purge"  : { revocations().purge(now) },
            "keys.all"           : { keys().all() },
            "keys.add"           : { keys().add(SigningKeys.key(1, now)) },
            "keys.remove"        : { keys().remove([SigningKeys.key(7, now)]) },
            "roles.add"          : { roles().add(Roles.any()) },
            "roles.find"         : { roles().find(role.id()) },
            "roles.findByName"   : { roles().findByName(role.name()) },
            "roles.all"          : { roles().all() },
            "roles.lock, update" : {
                unitOfWork().run {
                    roles().add(role)
                    roles().findByName(role.name()).ifPresent { roles().update(roles().lock(it.id()).get()) }
                }
            },
            "roles.remove"       : { roles().remove(TestIds.role()) },
            "grants.grant"       : { grants().grant(user.id(), role.id()) },
            "grants.revoke"      : { grants().revoke(user.id(), role.id()) },
            "grants.authority"   : { grants().authority(user.id()) },
            "directory.search"   : { directory().search(UserQuery.of("word"), new PageRequest(10, null)) },
            "directory.superusers": { directory().superusers() },
            "directory.lockSuperusers": { unitOfWork().run { directory().lockSuperusers() } },
            "auditEvents.record" : { auditEvents().record(AuditEvents.any()) },
            "auditEvents.events" : { auditEvents().events(AuditFilter.ALL, new PageRequest(10, null)) },
            "attempts.find"      : { attempts().find(guess.keys()) },
            "attempts.lock"      : { unitOfWork().run { attempts().lock(guess.keys()) } },
            "attempts.save"      : { attempts().save(guess.keys().first(), Attempts.NONE, now) },
            "attempts.noteRefusal": { attempts().noteRefusal(guess.keys().first()) },
            "attempts.purge"     : { attempts().purge(now, 10) },
            "enrolments.find"    : { enrolments().find(user.id()) },
            "enrolments.save"    : {
                def other = Users.any()
                unitOfWork().run { users().add(other); enrolments().save(SecondFactors.begun(other.id(), now)) }
            },
            "enrolments.useStep" : { enrolments().useStep(user.id(), 1) },
            "enrolments.remove"  : { enrolments().remove(user.id()) },
            "recoveryCodes.replace": { recoveryCodes().replace(user.id(), [] as Set) },
            "recoveryCodes.use"  : { recoveryCodes().use(user.id(), SecondFactors.hash()) },
            "recoveryCodes.left" : { recoveryCodes().left(user.id()) },
            "links.add"          : {
                def other = Users.any()
                unitOfWork().run { users().add(other); assert links().add(SocialLinks.link(other.id(), now)) }
            },
            "links.find"         : { links().find(SocialLinks.identity()) },
            "links.ofUser"       : { links().ofUser(user.id()) },
            "links.remove"       : { links().remove(user.id(), TestIds.next()) },
            "unitOfWork"         : { unitOfWork().inTransaction { keys().all() } },
        ]
    }
}
