package io.cinema.auth.adapter.postgres.diagnosis

import static io.cinema.auth.domain.diagnosis.Finding.Verdict.AWAY
import static io.cinema.auth.domain.diagnosis.Finding.Verdict.DOUBTFUL
import static io.cinema.auth.domain.diagnosis.Finding.Verdict.WELL
import static io.cinema.auth.domain.diagnosis.Finding.Verdict.WRONG

import groovy.sql.Sql as GroovySql
import io.cinema.auth.adapter.postgres.PostgresSettings
import io.cinema.auth.adapter.postgres.Sql
import io.cinema.auth.adapter.postgres.TestDatabase
import io.cinema.auth.devkit.Backends
import io.cinema.auth.devkit.PostgresServer
import io.cinema.auth.devkit.Roles
import io.cinema.auth.domain.diagnosis.Finding
import io.cinema.auth.domain.port.BackendProbe
import io.cinema.auth.domain.port.LoginEventRepository
import io.cinema.auth.domain.secret.Secret
import io.micronaut.context.ApplicationContext
import java.time.Duration
import java.time.Instant
import java.time.YearMonth
import java.time.ZoneOffset
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

@Timeout(120)
class PostgresProbeSpec extends Specification {
    private static final Map<String, String> HISTORY = [
        "a failed migration"   : "INSERT INTO auth.flyway_schema_history VALUES (90, '90', 'no luck', 'SQL', 'V90__no_luck.sql', 1, 'me', now(), 1, false)",
        "a migration of old"   : "DELETE FROM auth.flyway_schema_history WHERE version = '13'",
        "a migration to come"  : "INSERT INTO auth.flyway_schema_history VALUES (91, '91', 'later', 'SQL', 'V91__later.sql', 1, 'me', now(), 1, true)",
        "a history under lock" : "REVOKE SELECT ON auth.flyway_schema_history FROM " + Roles.APP,
    ]

    @Shared
    def server = Backends.shared().postgres()

    @Shared
    @AutoCleanup
    TestDatabase well = new TestDatabase(server, "probed")

    def setup() {
        def month = YearMonth.from(Instant.now().atOffset(ZoneOffset.UTC))
        well.bean(LoginEventRepository).prepare(month, month.plusMonths(1))
    }

    def "a database that is fit is well in all that is looked at, and tells what was seen"() {
        when:
        def found = well.bean(BackendProbe).look(Instant.now())

        then:
        found*.subject() == ["postgres", "postgres version", "postgres clock", "migrations", "database role", "login history"]
        found.every { it.verdict() == WELL && it.remedy() == null }
        found[0].observed() ==~ /answers in \d+\.\d ms/
        found[1].observed().startsWith("PostgreSQL ")
        found[2].observed() ==~ /0\.\d s (ahead|behind) of this machine's clock/
        found[3].observed() == "13 of 13 run"
        found[4].observed() == "auth_app may not change the schema"
    }

    def "a look changes nothing: what follows on the same connections is as before"() {
        when:
        20.times { well.bean(BackendProbe).look(Instant.now()) }

        then:
        well.bean(Sql).first("SELECT current_setting('search_path') AS path", { it.getString("path") }).get() == '"\$user", public'
    }

    def "a clock that is #skew off is #verdict"() {
        expect:
        finding("postgres clock", well.bean(BackendProbe).look(Instant.now() + Duration.parse(skew))).verdict() == verdict

        where:
        skew      || verdict
        "PT0S"    || WELL
        "PT1.5S"  || WELL
        "-PT1.5S" || WELL
        "PT3S"    || DOUBTFUL
        "-PT3S"   || DOUBTFUL
        "PT29S"   || DOUBTFUL
        "-PT32S"  || WRONG
        "PT40S"   || WRONG
        "PT9000H" || WRONG
    }

    def "a server of version #number is #verdict"() {
        expect:
        PostgresProbe.version(new DatabaseFacts.Server(Instant.now(), "any", number)).verdict() == verdict

        where:
        number || verdict
        90624  || WRONG
        130099 || WRONG
        140000 || WELL
        180001 || WELL
    }

    def "a month that is not prepared is doubtful"() {
        expect:
        with(finding("login history", well.bean(BackendProbe).look(Instant.parse("2077-12-31T23:59:59Z")))) {
            verdict() == DOUBTFUL
            observed() == "has no room for 2078-01 yet"
        }
    }

    def "a database that was never migrated is wrong, and the remedy is named"() {
        given:
        server.createDatabase("probed_empty")

        when:
        def found = look("probed_empty", Roles.APP, Roles.APP_PASSWORD)

        then:
        with(finding("migrations", found)) {
            verdict() == WRONG
            observed() == "the schema auth is not there"
            remedy() == "start auth-server once with AUTH_MIGRATION_USER set"
        }
        found.findAll { it.verdict() != WELL }.size() == 1
    }

    def "#what is #verdict: #observed"() {
        given:
        def name = "probed_" + what.replace(" ", "_")
        server.createDatabase(name)
        TestDatabase.migrations(server, name).run()
        owner(name, HISTORY[what])

        when:
        def found = look(name, Roles.APP, Roles.APP_PASSWORD)

        then:
        finding("migrations", found).verdict() == verdict
        finding("migrations", found).observed() == observed
        finding("migrations", found).remedy()

        where:
        what                   || verdict  | observed
        "a failed migration"   || WRONG    | "failed: 90 no luck"
        "a migration of old"   || WRONG    | "not run yet: 13 recovery codes and login attempts"
        "a migration to come"  || DOUBTFUL | "of a newer release than this one: 91 later"
        "a history under lock" || WRONG    | "auth.flyway_schema_history can't be read by this role"
    }

    def "the owner of the schema as the service's role is doubtful"() {
        expect:
        finding("database role", look(well.name, Roles.OWNER, Roles.OWNER_PASSWORD)).verdict() == DOUBTFUL
    }

    def "a role that may make tables is doubtful"() {
        given:
        server.createDatabase("probed_with_ddl")
        TestDatabase.migrations(server, "probed_with_ddl").run()
        owner("probed_with_ddl", "GRANT CREATE ON SCHEMA auth TO " + Roles.APP)

        expect:
        finding("database role", look("probed_with_ddl", Roles.APP, Roles.APP_PASSWORD)).verdict() == DOUBTFUL
    }

    def "a refused #what is wrong, told alone, and never the password"() {
        when:
        def found = look(database, Roles.APP, password)

        then:
        found.size() == 1
        found[0].verdict() == WRONG
        found[0].observed() == observed
        !found[0].toString().contains("not-the-password")

        where:
        what       | database     | password           || observed
        "password" | "probed"     | "not-the-password" || "refuses the user or the password"
        "database" | "not_there"  | Roles.APP_PASSWORD || "has no database of that name"
    }

    def "a server that #how is one finding, told in time, and well again when it is back"() {
        given:
        def own = PostgresServer.temporary()
        def database = new TestDatabase(own, "probed_away")
        def probe = database.bean(BackendProbe)
        assert probe.look(Instant.now())*.subject().contains("migrations")

        when:
        leave.call(own)
        def start = System.nanoTime()
        def found = probe.look(Instant.now())
        def took = Duration.ofNanos(System.nanoTime() - start)

        then:
        found*.verdict() == [AWAY]
        found[0].remedy()
        took < Duration.ofSeconds(6)

        when:
        comeBack.call(own)

        then: "as soon as the pool, which tries less and less often, has found out"
        untilAnswered(probe).size() == 6

        cleanup:
        comeBack.call(own)
        database.close()
        own.close()

        where:
        how        | leave                         | comeBack
        "is stopped" | { PostgresServer it -> it.stop() }  | { PostgresServer it -> it.start() }
        "hangs"    | { PostgresServer it -> it.pause() } | { PostgresServer it -> it.resume() }
    }

    private static Finding finding(String subject, List<Finding> found) {
        found.find { it.subject() == subject }
    }

    private static List<Finding> untilAnswered(BackendProbe probe) {
        def deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos()
        def found = probe.look(Instant.now())
        while (found*.verdict() == [AWAY] && System.nanoTime() < deadline) {
            found = probe.look(Instant.now())
        }
        found
    }

    private List<Finding> look(String database, String role, String password) {
        def settings = new PostgresSettings(server.jdbcUrl(database), role, Secret.of(password), 2)
        ApplicationContext.run(settings.properties()).withCloseable { it.getBean(BackendProbe).look(Instant.now()) }
    }

    private void owner(String database, String statement) {
        GroovySql.newInstance(server.jdbcUrl(database), Roles.OWNER, Roles.OWNER_PASSWORD, "org.postgresql.Driver")
            .withCloseable { it.execute(statement) }
    }
}
