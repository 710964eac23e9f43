package io.cinema.auth.film.etl.postgres

import static io.cinema.auth.film.etl.postgres.TestCatalogue.addFilm
import static io.cinema.auth.film.etl.postgres.TestCatalogue.addGenre
import static io.cinema.auth.film.etl.postgres.TestCatalogue.addPerson
import static io.cinema.auth.film.etl.postgres.TestCatalogue.cast
import static io.cinema.auth.film.etl.postgres.TestCatalogue.id
import static io.cinema.auth.film.etl.postgres.TestCatalogue.link

import groovy.sql.Sql
import io.cinema.auth.devkit.PostgresServer
import io.cinema.auth.devkit.Roles
import io.cinema.auth.domain.access.ContentLabel
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.film.etl.film.Film
import io.cinema.auth.film.etl.film.Named
import io.cinema.auth.film.etl.port.CatalogueMissingException
import io.cinema.auth.film.etl.sync.ChangeKind
import io.cinema.auth.film.etl.sync.Cursor
import java.time.Instant
import java.time.LocalDate
import org.postgresql.ds.PGSimpleDataSource
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

class PostgresCatalogueSpec extends Specification {
    @Shared
    def database = TestCatalogue.migrated("catalogue_films")

    @AutoCleanup
    def catalogue = new PostgresCatalogue(database.database())

    @AutoCleanup
    Sql sql = database.owner()

    def setup() {
        TestCatalogue.clear(sql)
    }

    def "a film is read with its genres and people by name, in each of their roles"() {
        given:
        sql.execute("""
            INSERT INTO content.film_work (id, title, description, creation_date, rating, type, access_label, min_age)
            VALUES (?, 'Charade', 'A widow is chased', '1963-12-05', 7.9, 'movie', 'subscription', 12)""", [id(1)])
        [11: "Thriller", 12: "Comedy", 13: "Comedy"].each { genre, name -> addGenre(sql, genre, name); link(sql, 1, genre) }
        [21: "Walter Matthau", 22: "Audrey Hepburn", 23: "Stanley Donen"].each { person, name -> addPerson(sql, person, name) }
        [21, 22].each { cast(sql, 1, it) }
        ["director", "writer"].each { cast(sql, 1, 23, it) }
        cast(sql, 1, 22, "writer")

        expect:
        read(1) == new Film(id(1), "Charade", "A widow is chased", 7.9d, LocalDate.of(1963, 12, 5), "movie",
            [new Named(id(12), "Comedy"), new Named(id(13), "Comedy"), new Named(id(11), "Thriller")],
            [new Named(id(22), "Audrey Hepburn"), new Named(id(21), "Walter Matthau")],
            [new Named(id(22), "Audrey Hepburn"), new Named(id(23), "Stanley Donen")],
            [new Named(id(23), "Stanley Donen")],
            ContentLabel.SUBSCRIPTION, 12)
    }

    def "a film of which little is known is read too"() {
        given:
        addFilm(sql, 1, "")

        expect:
        read(1) == new Film(id(1), "", null, null, null, "movie", [], [], [], [], ContentLabel.PUBLIC, null)
    }

    def "what is no date or number to anybody else is left out: #column #value"() {
        given:
        addFilm(sql, 1)
        sql.execute("UPDATE content.film_work SET $column = '$value'".toString())

        when:
        def film = read(1)

        then:
        film.creationDate() == day
        film.imdbRating() == rating

        where:
        column          | value           || day                       | rating
        "creation_date" | "infinity"      || null                      | null
        "creation_date" | "-infinity"     || null                      | null
        "creation_date" | "10000-01-01"   || null                      | null
        "creation_date" | "0001-12-31 BC" || null                      | null
        "creation_date" | "9999-12-31"    || LocalDate.of(9999, 12, 31) | null
        "creation_date" | "0001-01-01"    || LocalDate.of(1, 1, 1)     | null
        "rating"        | "NaN"           || null                      | null
        "rating"        | "Infinity"      || null                      | null
        "rating"        | "-Infinity"     || null                      | null
        "rating"        | "0"             || null                      | 0d
        "rating"        | "10"            || null                      | 10d
    }

    def "text of any kind comes through"() {
        given:
        addFilm(sql, 1, text)
        addGenre(sql, 11, text)
        link(sql, 1, 11)

        when:
        def film = read(1)

        then:
        film.title() == text
        film.genres()*.name() == [text]

        where:
        text << ['Amélie', '君の名は。', '🎬', 'a "b" \\ {c, d} \n', 'NULL', ' ']
    }

    def "films are read by their ids; those that are not there are left out"() {
        given:
        (1..3).each { addFilm(sql, it) }

        expect:
        catalogue.view().withCloseable { it.films([id(3), id(1), id(7)]) }*.id() as Set == [id(1), id(3)] as Set
        catalogue.view().withCloseable { it.films([]) } == []
    }

    def "all films are read in the order of their ids, as the database has it"() {
        given:
        def ids = [id(0), id(1), new UUID(1, 0), new UUID(-9, 3), Cursor.LAST]
        ids.each { sql.execute("INSERT INTO content.film_work (id, title, type) VALUES (?, 'A', 'movie')", [it]) }

        expect:
        catalogue.view().withCloseable { view ->
            def first = view.filmsAfter(Cursor.FIRST, 2)*.id()
            first + view.filmsAfter(first.last(), 2)*.id()
        } == ids.drop(1)
        catalogue.view().withCloseable { it.filmsAfter(Cursor.LAST, 2) } == []
    }

    def "a view does not see what is committed later, the next one does"() {
        given:
        addFilm(sql, 1)
        def view = catalogue.view()

        when:
        addFilm(sql, 2)
        sql.execute("UPDATE content.film_work SET title = 'Later' WHERE id = ?", [id(1)])

        then:
        view.filmsAfter(Cursor.FIRST, 9)*.title() == ["Film 1"]
        view.changes(ChangeKind.FILM, Cursor.at(Instant.EPOCH), 9).size() == 1

        when:
        view.close()

        then:
        catalogue.view().withCloseable { it.filmsAfter(Cursor.FIRST, 9)*.title() } == ["Later", "Film 2"]
    }

    def "a view can't write"() {
        when:
        catalogue.view().withCloseable { catalogue.forgetDeletions(Instant.now()) }

        then:
        thrown(PortUnavailableException)
    }

    def "a transaction that writes keeps the oldest open one down, and its changes are stamped after a view that it began behind"() {
        given:
        addFilm(sql, 1)
        def writer = database.owner()
        writer.connection.autoCommit = false
        def before = catalogue.view().withCloseable { it.moment() }
        writer.execute("UPDATE content.film_work SET title = 'Mine' WHERE id = ?", [id(1)])
        def number = writer.firstRow("SELECT pg_current_xact_id()::text::bigint AS number").number

        when:
        def during = catalogue.view().withCloseable { it.moment() }

        then:
        number >= before.nextToOpen()
        during.oldestOpen() <= number
        during.nextToOpen() > number
        !during.at().isBefore(before.at())

        when:
        writer.commit()
        def after = catalogue.view().withCloseable { it.moment() }

        then:
        after.oldestOpen() > number

        cleanup:
        writer.close()
    }

    def "films are counted, roughly where they are many"() {
        given:
        (1..3).each { addFilm(sql, it) }

        expect:
        catalogue.roughly() == 3

        when:
        sql.execute("INSERT INTO content.film_work (id, title, type) SELECT gen_random_uuid(), 'A', 'movie' FROM generate_series(1, 1000)")

        then:
        catalogue.roughly() == 1003
    }

    def "deletions are forgotten that are old enough"() {
        given:
        (1..3).each { addFilm(sql, it) }
        sql.execute("DELETE FROM content.film_work WHERE id < ?", [id(3)])
        def between = sql.firstRow("SELECT clock_timestamp() AS now").now.toInstant()
        sql.execute("DELETE FROM content.film_work")

        expect:
        catalogue.forgetDeletions(between) == 2
        catalogue.forgetDeletions(between) == 0
        catalogue.view().withCloseable { it.changes(ChangeKind.DELETION, Cursor.at(Instant.EPOCH), 9) }*.film() == [id(3)]
    }

    def "one process has the claim; another one gets it when the first has lost its connection, and not before"() {
        given:
        def other = new PostgresCatalogue(database.database())

        expect:
        catalogue.claim()
        catalogue.claim()
        !other.claim()
        catalogue.view().withCloseable { !other.claim() }

        when:
        cutOff()
        catalogue.claim()

        then:
        thrown(PortUnavailableException)

        and:
        other.claim()
        !catalogue.claim()

        when:
        other.close()

        then: "as soon as the server has noticed"
        new PollingConditions(timeout: 5).eventually { assert catalogue.claim() }

        cleanup:
        other.close()
    }

    def "a view whose connection is lost stays lost, and the next one is on a new connection"() {
        given:
        addFilm(sql, 1)
        def view = catalogue.view()
        cutOff()

        when:
        view.filmsAfter(Cursor.FIRST, 9)

        then:
        thrown(PortUnavailableException)

        when:
        view.filmsAfter(Cursor.FIRST, 9)

        then:
        thrown(PortUnavailableException)

        when:
        view.close()

        then:
        catalogue.view().withCloseable { it.filmsAfter(Cursor.FIRST, 9) }.size() == 1
    }

    def "to close a view whose connection was lost is nothing to complain about"() {
        given:
        def view = catalogue.view()
        cutOff()

        when:
        view.close()

        then:
        catalogue.claim()
    }

    def "a view that nobody closed is over when there is a new one"() {
        given:
        def forgotten = catalogue.view()

        when:
        addFilm(sql, 1)

        then:
        catalogue.view().withCloseable { it.filmsAfter(Cursor.FIRST, 9) }.size() == 1
        forgotten != null
    }

    def "a server that is stopped is away, and is found again when it is back"() {
        given:
        def server = PostgresServer.temporary()
        def catalogue = new PostgresCatalogue(TestCatalogue.migrated("catalogue_stopped", server).database())
        catalogue.claim()
        server.stop()

        when:
        catalogue.view()

        then:
        thrown(PortUnavailableException)

        when:
        catalogue.claim()

        then:
        thrown(PortUnavailableException)

        when:
        server.start()

        then:
        catalogue.claim()
        catalogue.view().withCloseable { it.filmsAfter(Cursor.FIRST, 9) } == []

        cleanup:
        catalogue.close()
        server.close()
    }

    def "a database without a catalogue, or that we may not read, says so: #what"() {
        given:
        def catalogue = new PostgresCatalogue(source)

        when:
        catalogue.view().withCloseable { it.filmsAfter(Cursor.FIRST, 9) }

        then:
        thrown(CatalogueMissingException)

        when:
        catalogue.roughly()

        then:
        thrown(CatalogueMissingException)

        cleanup:
        catalogue.close()

        where:
        what                  | source
        "an empty database"   | TestCatalogue.unmigrated("catalogue_none").database()
        "another team's role" | stranger()
    }

    private PGSimpleDataSource stranger() {
        database.admin().withCloseable {
            it.execute("DROP ROLE IF EXISTS catalogue_stranger")
            it.execute("CREATE ROLE catalogue_stranger LOGIN PASSWORD 'strange'")
        }
        new PGSimpleDataSource(url: database.server.jdbcUrl(database.name), user: "catalogue_stranger", password: "strange")
    }

    private Film read(long film) {
        def view = catalogue.view()
        try {
            def byId = view.films([id(film)])
            assert byId == view.filmsAfter(id(film - 1), 1)
            byId.first()
        } finally {
            view.close()
        }
    }

    /** Ends the connection that has the claim, or a view. */
    private void cutOff() {
        database.admin().withCloseable {
            it.execute("""
                SELECT pg_terminate_backend(pid, 5000)
                FROM pg_stat_activity
                WHERE datname = current_database()
                    AND usename = ?
                    AND (state = 'idle in transaction' OR pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory'))""", [Roles.APP])
        }
    }
}
