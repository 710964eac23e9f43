package io.cinema.auth.film.etl.postgres

import io.cinema.auth.devkit.Roles
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.secret.Secret
import java.sql.SQLException
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import spock.lang.Shared
import spock.lang.Specification

class CatalogueMigrationsSpec extends Specification {
    static final ALL = 8

    @Shared
    def shared = TestCatalogue.migrated("catalogue_migrated")

    def "an empty database gets a catalogue once, and is then left alone"() {
        given:
        def catalogue = TestCatalogue.unmigrated("catalogue_empty")

        expect:
        catalogue.migrations().run() == ALL
        catalogue.migrations().run() == 0
        invalidIndexes(catalogue).empty
        uncheckedConstraints(catalogue).empty
        indexes(catalogue, "genre_film_work") == ["films_by_genre", "genre_film_work_film_work_id_genre_id_key", "genre_film_work_pkey"]
    }

    def "many nodes may do so at once: one works"() {
        given:
        def catalogue = TestCatalogue.unmigrated("catalogue_by_many")

        when:
        def runs = (1..4).collect { CompletableFuture.supplyAsync { catalogue.migrations().run() } }

        then:
        runs*.get(30, TimeUnit.SECONDS).sort() == [0, 0, 0, ALL]
    }

    def "a catalogue that others made long ago keeps its rows and gets what it lacks"() {
        given:
        def catalogue = grown("catalogue_old")
        def owner = catalogue.owner()
        owner.execute("""
            INSERT INTO content.film_work (id, title, type, modified, search) VALUES
                ('00000000-0000-0000-0000-000000000001', 'Of old', 'movie', NULL, '{}'),
                ('00000000-0000-0000-0000-000000000002', 'Of 2021', 'movie', '2021-06-16 20:14:09Z', '{}'),
                ('00000000-0000-0000-0000-000000000003', 'Of 2099', 'movie', '2099-01-01Z', '{}'),
                ('00000000-0000-0000-0000-000000000004', 'Of no time', 'movie', 'infinity', '{}')""")

        when:
        def run = catalogue.migrations().run()
        def rows = owner.rows("SELECT title, access_label, min_age, modified <= now() AS past, modified = '2021-06-16 20:14:09Z' AS same FROM content.film_work ORDER BY id")

        then:
        run == ALL
        rows*.access_label == ["public"] * 4
        rows*.min_age == [null] * 4
        rows*.past == [null, true, true, true]
        rows*.same == [null, true, false, false]
        owner.firstRow("SELECT to_regclass('content.flyway_schema_history') AS theirs").theirs == null

        and: "an index of the same columns is not made again"
        indexes(catalogue, "genre_film_work") == ["film_genre", "films_by_genre", "genre_film_work_pkey"]

        when: "a row is written as ever"
        owner.execute("UPDATE content.film_work SET search = '{\"a\": 1}' WHERE title = 'Of old'")

        then: "what is of no interest to the index is not stamped, even if its type can't be compared"
        owner.firstRow("SELECT modified FROM content.film_work WHERE title = 'Of old'").modified == null

        cleanup:
        owner.close()
    }

    def "a catalogue of another shape is told what it lacks"() {
        given:
        def catalogue = grown("catalogue_odd")
        catalogue.owner().withCloseable {
            it.execute("ALTER TABLE content.film_work ALTER modified TYPE timestamp")
            it.execute("ALTER TABLE content.person RENAME full_name TO name")
        }

        when:
        catalogue.migrations().run()

        then:
        def failure = thrown(CatalogueMigrations.FailedException)
        failure.cause.message.contains("the film catalogue in the schema content lacks: film_work.modified (timestamptz), person.full_name")
    }

    def "an index that was left half made is made anew, and a migration that was cut off is run again"() {
        given:
        def catalogue = TestCatalogue.migrated("catalogue_in_two_goes")
        catalogue.admin().withCloseable {
            it.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'content.films_by_modified'::regclass")
        }
        def owner = catalogue.owner()
        owner.execute("DROP INDEX content.films_by_person")
        owner.execute("UPDATE content.film_etl_schema_history SET success = false WHERE version = '6'") // as Flyway notes it
        owner.execute("DELETE FROM content.film_etl_schema_history WHERE version IN ('7', '8')") // it was not yet come to

        expect:
        catalogue.migrations().run() == 3
        invalidIndexes(catalogue).empty
        "films_by_person" in indexes(catalogue, "person_film_work")

        cleanup:
        owner.close()
    }

    def "the triggers may be made again when that was cut off"() {
        given:
        def catalogue = TestCatalogue.migrated("catalogue_in_two_goes_more")
        def owner = catalogue.owner()
        owner.execute("DROP TRIGGER touch_truncated ON content.person_film_work")
        owner.execute("UPDATE content.film_etl_schema_history SET success = false WHERE version = '5'")
        owner.execute("DELETE FROM content.film_etl_schema_history WHERE version IN ('6', '7', '8')")

        expect:
        catalogue.migrations().run() == 4
        owner.firstRow("SELECT count(*) AS found FROM pg_trigger WHERE tgname = 'touch_truncated'").found == 2

        cleanup:
        owner.close()
    }

    def "while a transaction has hold of the films, others go on, and the migration comes through after it"() {
        given:
        def catalogue = grown("catalogue_in_use")
        def reader = catalogue.owner()
        reader.connection.autoCommit = false
        reader.rows("SELECT * FROM content.film_work")
        def other = catalogue.owner()
        def patience = new CatalogueMigrations.Patience(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofSeconds(30))

        when:
        def run = CompletableFuture.supplyAsync { catalogue.migrations().run(patience) }
        def slowest = (1..10).collect {
            def begun = System.nanoTime()
            other.execute("INSERT INTO content.film_work (id, title, type, search) VALUES (gen_random_uuid(), 'New', 'movie', '{}')")
            other.firstRow("SELECT count(*) FROM content.film_work")
            sleep(50)
            System.nanoTime() - begun
        }.max()

        then:
        slowest < Duration.ofMillis(1500).toNanos()
        !run.done

        when:
        reader.rollback()

        then:
        run.get(30, TimeUnit.SECONDS) == ALL
        other.firstRow("SELECT count(*) AS films FROM content.film_work").films == 10

        cleanup:
        [reader, other]*.close()
    }

    def "while a transaction has #held and does not let go, the migration gives up, says why, and goes on the next time"() {
        given:
        def catalogue = grown(name)
        def holder = catalogue.owner()
        holder.connection.autoCommit = false
        holder.execute(statement)
        def patience = new CatalogueMigrations.Patience(Duration.ofMillis(100), Duration.ofMillis(50), Duration.ofMillis(300))

        when:
        catalogue.migrations().run(patience)

        then:
        def failure = thrown(CatalogueMigrations.FailedException)
        failure.message == "somebody's transaction kept hold of the film catalogue"

        when:
        holder.rollback()

        then:
        catalogue.migrations().run() == left
        invalidIndexes(catalogue).empty

        cleanup:
        holder.close()

        where:
        held             | name              | statement                                                  || left
        "read the films" | "catalogue_read"  | "SELECT * FROM content.film_work"                          || ALL - 1
        "added a genre"  | "catalogue_genre" | "INSERT INTO content.genre VALUES (gen_random_uuid(), 'A')" || ALL - 4
    }

    def "a label or an age that is none is refused by the database: #label, #age"() {
        given:
        def app = shared.app()

        when:
        app.execute("INSERT INTO content.film_work (id, title, type, access_label, min_age) VALUES (gen_random_uuid(), 'A', 'movie', ?, ?)", [label, age])

        then:
        def refused = thrown(SQLException)
        refused.SQLState == "23514"

        cleanup:
        app.close()

        where:
        label       | age
        ""          | 0
        "Public"    | 0
        "1st"       | 0
        "a b"       | 0
        "public\n"  | 0
        "a" * 65    | 0
        "public"    | -1
        "public"    | 22
    }

    def "labels that were in the way before are found when they are checked"() {
        given:
        def catalogue = grown("catalogue_mislabelled")
        def owner = catalogue.owner()
        owner.execute("ALTER TABLE content.film_work ADD access_label text NOT NULL DEFAULT 'Public!'")
        owner.execute("INSERT INTO content.film_work (id, title, type) VALUES (gen_random_uuid(), 'A', 'movie')")

        when:
        catalogue.migrations().run()

        then:
        def failure = thrown(CatalogueMigrations.FailedException)
        failure.cause.message.contains("film_work_access_label_is_a_word")

        cleanup:
        owner.close()
    }

    def "the runtime role cannot: #statement"() {
        given:
        def app = shared.app()

        when:
        app.execute(statement)

        then:
        def refused = thrown(SQLException)
        refused.SQLState == "42501"

        cleanup:
        app.close()

        where:
        statement << [
            "DROP TABLE content.film_work",
            "TRUNCATE content.film_work",
            "DELETE FROM content.film_work",
            "DELETE FROM content.genre",
            "UPDATE content.genre_film_work SET genre_id = gen_random_uuid()",
            "INSERT INTO content.film_deletion VALUES (gen_random_uuid(), now())",
            "SELECT content.touch_films('{}')",
            "CREATE TABLE content.mine (id int)",
            "DELETE FROM content.film_etl_schema_history",
        ]
    }

    def "a runtime role that is not there is a failure that says what failed"() {
        when:
        TestCatalogue.unmigrated("catalogue_for_nobody").migrations("nobody_there").run()

        then:
        def failure = thrown(CatalogueMigrations.FailedException)
        failure.message == "the film catalogue could not be brought up to date"
        failure.cause.message.contains("nobody_there")
    }

    def "a database that is away is an outage"() {
        when:
        new CatalogueMigrations("jdbc:postgresql://127.0.0.1:1/none", Roles.OWNER, Secret.of(""), Roles.APP).run()

        then:
        thrown(PortUnavailableException)
    }

    def "a role name that would need quoting is refused: #name"() {
        when:
        new CatalogueMigrations("jdbc:postgresql://127.0.0.1/none", Roles.OWNER, Secret.of(""), name)

        then:
        thrown(IllegalArgumentException)

        where:
        name << ["", "a b", 'app"; DROP SCHEMA content; --', "a" * 64]
    }

    /** As others have it: links without stamps, one column more that can't be compared. */
    private static TestCatalogue grown(String name) {
        def catalogue = TestCatalogue.unmigrated(name)
        catalogue.owner().withCloseable { owner ->
            owner.execute("CREATE SCHEMA content")
            [
                "film_work (id uuid PRIMARY KEY, title text NOT NULL, description text, creation_date date, rating float, type text NOT NULL, created timestamptz, modified timestamptz, search json)",
                "genre (id uuid PRIMARY KEY, name text NOT NULL, description text, created timestamptz, modified timestamptz)",
                "person (id uuid PRIMARY KEY, full_name text NOT NULL, created timestamptz, modified timestamptz)",
                "genre_film_work (id uuid PRIMARY KEY, genre_id uuid NOT NULL, film_work_id uuid NOT NULL, created timestamptz)",
                "person_film_work (id uuid PRIMARY KEY, person_id uuid NOT NULL, film_work_id uuid NOT NULL, role text NOT NULL, created timestamptz)",
            ].each { owner.execute("CREATE TABLE content." + it) }
            owner.execute("CREATE UNIQUE INDEX film_genre ON content.genre_film_work (film_work_id, genre_id)")
        }
        catalogue
    }

    private static List<String> indexes(TestCatalogue catalogue, String table) {
        names(catalogue, "SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = 'content.$table'::regclass ORDER BY 1")*.replace("content.", "")
    }

    private static List<String> invalidIndexes(TestCatalogue catalogue) {
        names(catalogue, "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid")
    }

    private static List<String> uncheckedConstraints(TestCatalogue catalogue) {
        names(catalogue, "SELECT conname::text FROM pg_constraint WHERE NOT convalidated")
    }

    private static List<String> names(TestCatalogue catalogue, String query) {
        catalogue.owner().withCloseable { it.rows(query.toString()).collect { it.values().first() } }
    }
}
