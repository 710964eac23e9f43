package io.cinema.auth.film.etl.postgres

import static io.cinema.auth.film.etl.postgres.TestCatalogue.addFilm
import static io.cinema.auth.film.etl.postgres.TestCatalogue.addGenre
import static io.cinema.auth.film.etl.postgres.TestCatalogue.addPerson
import static io.cinema.auth.film.etl.postgres.TestCatalogue.cast
import static io.cinema.auth.film.etl.postgres.TestCatalogue.id
import static io.cinema.auth.film.etl.postgres.TestCatalogue.link
import static io.cinema.auth.film.etl.sync.ChangeKind.DELETION
import static io.cinema.auth.film.etl.sync.ChangeKind.FILM
import static io.cinema.auth.film.etl.sync.ChangeKind.GENRE
import static io.cinema.auth.film.etl.sync.ChangeKind.PERSON

import groovy.sql.Sql
import io.cinema.auth.film.etl.port.Catalogue
import io.cinema.auth.film.etl.sync.Change
import io.cinema.auth.film.etl.sync.ChangeKind
import io.cinema.auth.film.etl.sync.Cursor
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What is a change, and in which order they come. */
class CatalogueChangesSpec extends Specification {
    @Shared
    def database = TestCatalogue.migrated("catalogue_changes")

    @Shared
    @AutoCleanup
    Catalogue catalogue = new PostgresCatalogue(database.database())

    @AutoCleanup
    Sql sql = database.owner()

    Instant begun

    def setup() {
        TestCatalogue.clear(sql)
        (1..5).each { addFilm(sql, it) }
        (101..103).each { addGenre(sql, it) }
        (201..203).each { addPerson(sql, it) }
        [1, 2, 3].each { link(sql, it, 101) }
        [2, 3].each { link(sql, it, 102) }
        [1, 2].each { cast(sql, it, 201) }
        cast(sql, 1, 201, "writer")
        begun = now()
    }

    def "films come in the order of their stamps, then of their ids, page by page"() {
        given:
        stamp("film_work", [3: 10, 1: 20, 5: 20, 2: 20, 4: 30])

        expect:
        all(FILM, limit)*.film() == [3, 1, 2, 5, 4].collect { id(it) }
        all(FILM, limit)*.id() == all(FILM, limit)*.film()

        where:
        limit << [1, 2, 3, 5, 100]
    }

    def "deleted films come likewise"() {
        given:
        sql.execute("DELETE FROM content.film_work")
        stamp("film_deletion", [3: 10, 1: 20, 5: 20, 2: 20, 4: 30], "film_work_id")

        expect:
        all(DELETION, limit)*.film() == [3, 1, 2, 5, 4].collect { id(it) }

        where:
        limit << [1, 2, 3, 5, 100]
    }

    def "genres and people come with their films, each of which once, or alone when they have none"() {
        given:
        stamp("genre", [102: 10, 101: 20, 103: 20])
        stamp("person", [203: 10, 201: 20, 202: 20])

        expect:
        seen(all(GENRE, limit)) == [[102, 2], [102, 3], [101, 1], [101, 2], [101, 3], [103, null]]
        seen(all(PERSON, limit)) == [[203, null], [201, 1], [201, 2], [202, null]]

        where:
        limit << [1, 2, 3, 4, 100]
    }

    def "a genre whose films are half read goes on behind the last, and begins again when it was changed meanwhile"() {
        given:
        stamp("genre", [101: 10, 102: 20, 103: 30])
        def half = page(GENRE, Cursor.at(Instant.EPOCH), 2)

        when: "a film that comes before is added, and one behind"
        link(sql, 4, 101)
        sql.execute("UPDATE content.genre_film_work SET film_work_id = ? WHERE film_work_id = ? AND genre_id = ?", [id(5), id(1), id(101)])

        then: "the first one is found by its own stamp"
        seen(page(GENRE, half.last().cursor(), 100)) == [[101, 3], [101, 4], [101, 5], [102, 2], [102, 3], [103, null]]

        when:
        stamp("genre", [101: 40])

        then:
        seen(page(GENRE, half.last().cursor(), 100)) == [[102, 2], [102, 3], [103, null], [101, 2], [101, 3], [101, 4], [101, 5]]
    }

    def "a place at a time is before all that has that stamp"() {
        given:
        stamp("film_work", [1: 10, 2: 20])
        stamp("genre", [101: 10, 102: 20, 103: 20])

        expect:
        page(FILM, Cursor.at(Instant.EPOCH.plusSeconds(20)), 1)*.film() == [id(2)]
        page(GENRE, Cursor.at(Instant.EPOCH.plusSeconds(20)), 1)*.id() == [id(102)]
        page(FILM, Cursor.at(Instant.EPOCH.plusSeconds(10)), 1)*.film() == [id(1)]
    }

    def "rows without a stamp, and with one of long ago, are in nobody's way"() {
        given:
        stamp("film_work", [1: null, 2: 10])
        unstamped("UPDATE content.film_work SET modified = '-infinity' WHERE id = '${id(3)}'")

        expect:
        seen(all(FILM, 1))*.first() == [2, 4, 5]
    }

    def "is a change of films: #what"() {
        when:
        statements.each { sql.execute(it) }

        then:
        changed(FILM) == films
        changed(DELETION) == gone

        where:
        what                                | statements                                                                                          || films     | gone
        "another title"                     | ["UPDATE content.film_work SET title = 'New' WHERE id = '${id(1)}'"]                                || [1]       | []
        "another label"                     | ["UPDATE content.film_work SET access_label = 'subscription' WHERE id = '${id(1)}'"]                || [1]       | []
        "another age"                       | ["UPDATE content.film_work SET min_age = 18 WHERE id = '${id(1)}'"]                                 || [1]       | []
        "a stamp by hand"                   | ["UPDATE content.film_work SET modified = '1999-01-01' WHERE id = '${id(1)}'"]                      || [1]       | []
        "a film more"                       | ["INSERT INTO content.film_work (id, title, type, modified) VALUES ('${id(6)}', '', 'movie', '2099-01-01')"] || [6] | []
        "a film less"                       | ["DELETE FROM content.film_work WHERE id = '${id(1)}'"]                                             || []        | [1]
        "a film that left and came back"    | ["DELETE FROM content.film_work WHERE id = '${id(5)}'", "INSERT INTO content.film_work (id, title, type) VALUES ('${id(5)}', '', 'movie')"] || [5] | [5]
        "a film that left again"            | ["DELETE FROM content.film_work WHERE id = '${id(5)}'", "INSERT INTO content.film_work (id, title, type) VALUES ('${id(5)}', '', 'movie')", "DELETE FROM content.film_work WHERE id = '${id(5)}'"] || [] | [5]
        "another id"                        | ["UPDATE content.film_work SET id = '${id(6)}' WHERE id = '${id(5)}'"]                              || [6]       | [5]
        "all films less at once"            | ["TRUNCATE content.film_work CASCADE"]                                                              || []        | [1, 2, 3, 4, 5]
        "a genre more"                      | ["INSERT INTO content.genre_film_work (id, film_work_id, genre_id) VALUES ('${id(1)}', '${id(5)}', '${id(101)}')"] || [5] | []
        "a genre less"                      | ["DELETE FROM content.genre_film_work WHERE film_work_id = '${id(1)}'"]                             || [1]       | []
        "another genre"                     | ["UPDATE content.genre_film_work SET genre_id = '${id(103)}' WHERE film_work_id = '${id(1)}'"]      || [1]       | []
        "a genre that moved"                | ["UPDATE content.genre_film_work SET film_work_id = '${id(4)}' WHERE film_work_id = '${id(1)}'"]    || [1, 4]    | []
        "a genre of two that is gone"       | ["DELETE FROM content.genre WHERE id = '${id(102)}'"]                                               || [2, 3]    | []
        "no genres any more"                | ["TRUNCATE content.genre CASCADE"]                                                                  || [1, 2, 3] | []
        "a person more"                     | ["INSERT INTO content.person_film_work (id, film_work_id, person_id, role) VALUES ('${id(1)}', '${id(5)}', '${id(201)}', 'director')"] || [5] | []
        "another role"                      | ["UPDATE content.person_film_work SET role = 'director' WHERE role = 'writer'"]                     || [1]       | []
        "a person that is gone"             | ["DELETE FROM content.person WHERE id = '${id(201)}'"]                                              || [1, 2]    | []
        "no people any more"                | ["TRUNCATE content.person_film_work"]                                                               || [1, 2]    | []
    }

    def "is no change: #what"() {
        when:
        sql.execute(statement)

        then:
        ChangeKind.values().every { changed(it).empty }

        where:
        what                    | statement
        "the same title"        | "UPDATE content.film_work SET title = title"
        "the time of creation"  | "UPDATE content.film_work SET created = now()"
        "the same name"         | "UPDATE content.genre SET name = name"
        "words about a genre"   | "UPDATE content.genre SET description = 'Of old'"
        "the same person"       | "UPDATE content.person SET full_name = full_name"
        "the same genre"        | "UPDATE content.genre_film_work SET genre_id = genre_id, modified = now()"
        "the same role"         | "UPDATE content.person_film_work SET role = role"
        "no links"              | "DELETE FROM content.genre_film_work WHERE film_work_id = '${id(5)}'"
        "nothing at all"        | "INSERT INTO content.genre_film_work (id, film_work_id, genre_id) VALUES ('${id(1)}', '${id(1)}', '${id(101)}') ON CONFLICT DO NOTHING"
    }

    def "another name is a change of the genre or person alone, with all their films"() {
        when:
        sql.execute("UPDATE content.genre SET name = 'Comedy' WHERE id = ?", [id(101)])
        sql.execute("UPDATE content.person SET full_name = 'Ann' WHERE id = ?", [id(201)])

        then:
        changed(FILM) == []
        seen(changes(GENRE)) == [[101, 1], [101, 2], [101, 3]]
        seen(changes(PERSON)) == [[201, 1], [201, 2]]
    }

    def "whoever may write the catalogue has it stamped, and their deletions noted, whatever search_path they have"() {
        given:
        def admin = database.admin()
        admin.execute("DROP ROLE IF EXISTS catalogue_editor")
        admin.execute("CREATE ROLE catalogue_editor LOGIN")
        admin.execute("GRANT USAGE ON SCHEMA content TO catalogue_editor")
        admin.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON content.film_work TO catalogue_editor")
        admin.execute("GRANT SELECT, INSERT ON content.genre_film_work TO catalogue_editor")
        admin.execute("SET ROLE catalogue_editor")
        admin.execute("SET search_path = ''")

        when:
        admin.execute("DELETE FROM content.film_work WHERE id = ?", [id(1)])
        link(admin, 4, 101)

        then:
        changed(FILM) == [4]
        changed(DELETION) == [1]

        cleanup:
        admin.execute("RESET ROLE")
        admin.execute("DROP OWNED BY catalogue_editor")
        admin.execute("DROP ROLE catalogue_editor")
        admin.close()
    }

    def "a stamp is of the time of writing, after its transaction took its number"() {
        given: "a transaction that began long before it writes"
        def late = database.owner()
        late.connection.autoCommit = false
        late.firstRow("SELECT now()")
        def view = catalogue.view()
        def moment = view.moment()
        view.close()

        when:
        late.execute("UPDATE content.film_work SET title = 'Late' WHERE id = ?", [id(1)])
        def number = late.firstRow("SELECT pg_current_xact_id()::text::bigint AS number").number
        late.commit()

        then:
        number >= moment.nextToOpen()
        changes(FILM).first().modified().isAfter(moment.at())

        cleanup:
        late.close()
    }

    /** Sets stamps by hand, in seconds of 1970, and those of all others later. */
    private void stamp(String table, Map<Integer, Integer> seconds, String key = "id") {
        seconds.each { row, second ->
            unstamped("UPDATE content.$table SET modified = ${second == null ? 'NULL' : "to_timestamp($second)"} WHERE $key = '${id(row)}'")
        }
    }

    /** As if there were no triggers. */
    private void unstamped(CharSequence statement) {
        database.admin().withCloseable {
            it.execute("SET session_replication_role = replica")
            it.execute(statement.toString())
        }
    }

    private List<Change> all(ChangeKind kind, int limit) {
        List<Change> all = []
        def cursor = Cursor.at(Instant.EPOCH)
        while (true) {
            def page = page(kind, cursor, limit)
            all += page
            if (page.size() < limit) {
                return all
            }
            cursor = page.last().cursor()
        }
    }

    private List<Change> changes(ChangeKind kind) {
        page(kind, Cursor.at(begun), 100)
    }

    private List<Integer> changed(ChangeKind kind) {
        changes(kind)*.film()*.leastSignificantBits.sort()
    }

    private List<Change> page(ChangeKind kind, Cursor after, int limit) {
        catalogue.view().withCloseable { it.changes(kind, after, limit) }
    }

    private static List<List<Integer>> seen(List<Change> changes) {
        changes.collect { [it.id().leastSignificantBits as int, it.film()?.leastSignificantBits as Integer] }
    }

    private Instant now() {
        sql.firstRow("SELECT clock_timestamp() AS now").now.toInstant()
    }
}
