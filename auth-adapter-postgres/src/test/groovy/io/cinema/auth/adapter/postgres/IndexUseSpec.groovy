package io.cinema.auth.adapter.postgres

import io.cinema.auth.adapter.postgres.account.UserDirectorySql
import io.cinema.auth.adapter.postgres.account.UserSql
import io.cinema.auth.adapter.postgres.audit.AuditEventQuery
import io.cinema.auth.adapter.postgres.login.LoginEventRows
import io.cinema.auth.adapter.postgres.mfa.RecoveryCodeSql
import io.cinema.auth.adapter.postgres.mfa.TotpEnrolmentSql
import io.cinema.auth.adapter.postgres.revocation.RevocationRows
import io.cinema.auth.adapter.postgres.role.RoleGrantSql
import io.cinema.auth.adapter.postgres.role.RoleSql
import io.cinema.auth.adapter.postgres.session.SessionSql
import io.cinema.auth.adapter.postgres.social.SocialLinkSql
import io.cinema.auth.adapter.postgres.throttle.LoginAttemptSql
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.devkit.Backends
import io.cinema.auth.domain.audit.AuditAction
import io.cinema.auth.domain.audit.AuditFilter
import io.cinema.auth.domain.audit.AuditOutcome
import io.cinema.auth.domain.paging.Cursor
import io.cinema.auth.domain.paging.PageRequest
import io.cinema.auth.domain.port.LoginEventRepository
import io.micronaut.data.annotation.Query
import java.time.Instant
import java.time.YearMonth
import spock.lang.Specification

/** Which index answers what. Tests' tables are small, so scanning them whole is forbidden to the planner. */
class IndexUseSpec extends Specification implements OnPostgres {

    def "#what uses #indexes"() {
        when:
        def plan = explain(statement)

        then:
        indexes.every { plan.contains(it) }
        !plan.contains("Seq Scan on sessions")
        !plan.contains("Seq Scan on login_events")
        !plan.contains("Seq Scan on revocations")
        !plan.contains("Seq Scan on login_attempts")
        !plan.contains("Seq Scan on social_links")

        where:
        what                    | statement                                       || indexes
        "an account by id"      | UserSql.SELECT + "WHERE users.id = ?"           || ["users_pkey", "user_service_info_user_id_key", "totp_enrolments_pkey", "user_roles_pkey"]
        "an account by login"   | UserSql.SELECT + "WHERE login_canonical = ?"    || ["users_login_taken"]
        "an account by e-mail"  | UserSql.SELECT + "WHERE email_canonical = ?"    || ["users_email_taken"]
        "a refresh"             | SessionSql.ROTATE                               || ["sessions_pkey", "user_service_info_user_id_key"]
        "a session by id"       | SessionSql.FIND                                 || ["sessions_pkey"]
        "the list of devices"   | SessionSql.LIST_LIVE                            || ["sessions_by_user"]
        "signing out all"       | SessionSql.END_ALL                              || ["sessions_by_user"]
        "the purge"             | SessionSql.PURGE                                || ["sessions_by_end", "sessions_revoked"]
        "the relay"             | query(RevocationRows, "takeWaiting")            || ["revocations_waiting"]
        "a role by id"          | RoleSql.BY_ID                                   || ["roles_pkey"]
        "a role by name"        | RoleSql.BY_NAME                                 || ["roles_name_taken"]
        "what somebody may do"  | RoleGrantSql.AUTHORITY                          || ["user_service_info_user_id_key", "user_roles_pkey", "roles_pkey"]
        "the superusers"        | UserDirectorySql.SUPERUSERS                     || ["superusers"]
        "locking superusers"    | UserDirectorySql.LOCK_SUPERUSERS                || ["superusers"]
        "all accounts, by page" | UserDirectorySql.ALL                            || ["Index Only Scan Backward using users_pkey"]
        "what is counted"       | LoginAttemptSql.FIND                            || ["login_attempts_pkey"]
        "noting a refusal"      | LoginAttemptSql.NOTE_REFUSAL                    || ["login_attempts_pkey"]
        "forgetting attempts"   | LoginAttemptSql.PURGE                           || ["Index Scan using login_attempts_by_hour", "login_attempts_pkey"]
        "using a code's step"   | TotpEnrolmentSql.USE_STEP                       || ["totp_enrolments_pkey"]
        "using a recovery code" | RecoveryCodeSql.DELETE                          || ["recovery_codes_pkey"]
        "counting what is left" | RecoveryCodeSql.COUNT                           || ["recovery_codes_pkey"]
        "whose an identity is"  | SocialLinkSql.FIND                              || ["social_links_identity_taken"]
        "somebody's identities" | SocialLinkSql.OF_USER                           || ["social_links_by_user"]
        "adding an identity"    | SocialLinkSql.ADD                               || ["users_pkey"]
        "removing an identity"  | SocialLinkSql.REMOVE                            || ["social_links_pkey"]
        "the truth about one"   | query(RevocationRows, "counts")                 || ["revocations_by_user"]
    }

    def "a page of the history is read in the order of the index, month by month, and not sorted: #page"() {
        given:
        database().bean(LoginEventRepository).prepare(YearMonth.of(2026, 1), YearMonth.of(2026, 3))

        when:
        def plan = explain(query(LoginEventRows, page))

        then:
        plan.contains("Index Scan")
        !plan.contains("Sort")
        !plan.contains("Merge Append")
        plan.indexOf("login_events_2026_03") < plan.indexOf("login_events_2026_01")

        where:
        page << ["newest", "after"]
    }

    def "a rare word is found by its trigrams in #what, however many accounts there are, and no more is read"() {
        given:
        def own = crowd()

        when:
        def plan = own.app().withCloseable { sql ->
            sql.rows("EXPLAIN (ANALYZE) " + UserDirectorySql.SEARCH, ["%$word%".toString()] * 2 + [new UUID(-1, -1), 21])
                .collect { it.values().first() }.join("\n")
        }

        then:
        plan.contains("users_by_part_of_login")
        plan.contains("users_by_part_of_email")
        !plan.contains("Seq Scan on users")
        !plan.contains("Seq Scan on user_service_info")

        cleanup:
        own.close()

        where:
        what        | word
        "a login"   | "login777".md5().substring(5, 15)
        "an e-mail" | "mail777".md5().substring(22) + "@exam"
        "neither"   | "nobody-has-this"
    }

    def "a page of the audit trail is a walk along #index, and is not sorted"() {
        given:
        def query = AuditEventQuery.of(filter, new PageRequest(20, new Cursor(Instant.now(), TestIds.next())))

        when:
        def plan = explain(query.sql())

        then:
        plan.contains("Index Scan using $index on audit_events".toString())
        !plan.contains("Sort Key: audit_events")

        where:
        filter                                                                  || index
        AuditFilter.ALL                                                         || "audit_events_by_time"
        new AuditFilter(TestIds.user(), null, null, null, null, null)           || "audit_events_by_actor"
        new AuditFilter(null, "any", null, null, null, null)                    || "audit_events_by_target"
        new AuditFilter(null, null, AuditAction.ROLE_GRANTED, null, null, null) || "audit_events_by_action"
        new AuditFilter(null, null, null, AuditOutcome.REFUSED, null, null)     || "audit_events_refused"
    }

    private static TestDatabase crowd() {
        def own = new TestDatabase(Backends.shared().postgres(), "crowd")
        own.owner().withCloseable {
            it.execute("""
                INSERT INTO auth.users (id, login, login_canonical, email, email_canonical)
                SELECT gen_random_uuid(), md5('login' || i), md5('login' || i), md5('mail' || i) || '@example.com', md5('mail' || i) || '@example.com'
                FROM generate_series(1, 20000) AS i ON CONFLICT DO NOTHING""")
            it.execute("INSERT INTO auth.user_service_info (user_id, created_at) SELECT id, now() FROM auth.users ON CONFLICT DO NOTHING")
            it.execute("ANALYZE auth.users, auth.user_service_info")
        }
        own
    }

    private String explain(String statement) {
        def sql = database().owner()
        try {
            sql.execute("SET enable_seqscan = off")
            sql.execute("SET plan_cache_mode = force_generic_plan")
            sql.execute("PREPARE explained AS " + numbered(statement))
            def nulls = (["NULL"] * statement.count("?")).join(", ")
            def plan = sql.rows("EXPLAIN EXECUTE explained" + (nulls ? "($nulls)" : "")).collect { it.values().first() }.join("\n")
            plan
        } finally {
            sql.close()
        }
    }

    private static String numbered(String statement) {
        def index = 0
        statement.replaceAll(/\?/) { "\$" + ++index }
    }

    private static String query(Class<?> rows, String method) {
        rows.declaredMethods.find { it.name == method }.getAnnotation(Query).value().replaceAll(/(?<!:):\w+/, "?")
    }
}
