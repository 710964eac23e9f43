package io.cinema.auth.adapter.postgres

import io.cinema.auth.adapter.postgres.account.UserSql
import io.cinema.auth.adapter.postgres.login.LoginEventRows
import io.cinema.auth.adapter.postgres.revocation.RevocationRows
import io.cinema.auth.adapter.postgres.session.SessionSql
import io.cinema.auth.domain.port.LoginEventRepository
import io.micronaut.data.annotation.Query
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
