package io.cinema.auth.film.etl.postgres

import static io.cinema.auth.film.etl.postgres.TestCatalogue.id

import groovy.sql.Sql
import io.cinema.auth.domain.access.ContentLabel
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.film.etl.film.Film
import io.cinema.auth.film.etl.film.Named
import io.cinema.auth.film.etl.port.CatalogueMissingException
import io.cinema.auth.film.etl.sync.Cursor
import java.time.LocalDate
import org.jdbi.v3.core.JdbiException
import org.postgresql.ds.PGSimpleDataSource
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class PostgresFilmArchiveSpec extends Specification {
    static final COMEDY = new Named(id(11), "Comedy")
    static final DRAMA = new Named(id(12), "Drama")
    static final ANN = new Named(id(21), "Ann")
    static final BOB = new Named(id(22), "Bob")

    static final WHOLE = [id: id(1), title: "Charade", description: "A widow", rating: 7.9d, date: LocalDate.of(1963, 12, 5), type: "movie",
        genres: [COMEDY, DRAMA], actors: [ANN, BOB], writers: [BOB], directors: [BOB], label: ContentLabel.SUBSCRIPTION, minAge: 12]
    static final BARE = [id: id(2), title: "", type: "tv_show", genres: [], actors: [], writers: [], directors: [], label: ContentLabel.PUBLIC]

    @Shared
    def catalogue = TestCatalogue.migrated("catalogue_archive")

    def archive = new PostgresFilmArchive(catalogue.database())

    @AutoCleanup
    Sql sql = catalogue.owner()

    def setup() {
        TestCatalogue.clear(sql)
    }

    def "films are added with their genres and people"() {
        expect:
        archive.save([film(WHOLE), film(BARE)]) == 2
        saved() == [film(WHOLE), film(BARE)]
        sql.rows("SELECT created FROM content.film_work")*.created.every()
    }

    def "what is the same is not written"() {
        given:
        archive.save([film(WHOLE), film(BARE)])
        def before = versions()

        expect:
        archive.save([film(WHOLE), film(BARE)]) == 0
        versions() == before
    }

    def "what changed is brought up to date, and nothing else: #what"() {
        given:
        archive.save([film(WHOLE), film(BARE)])
        def untouched = versions().findAll { it.toString().contains(id(2).toString()) }

        when:
        def count = archive.save([film(WHOLE + change), film(BARE)])

        then:
        count == 1
        saved() == [film(WHOLE + change), film(BARE)]
        versions().containsAll(untouched)

        where:
        what                   | change
        "the title"            | [title: "Mirage"]
        "the description"      | [description: null]
        "the rating"           | [rating: null]
        "the date"             | [date: null]
        "the type"             | [type: "tv_show"]
        "the age"              | [minAge: 16]
        "no genre any more"    | [genres: []]
        "another genre"        | [genres: [COMEDY, new Named(id(13), "Thriller")]]
        "a person more"        | [directors: [ANN, BOB]]
        "a role less"          | [writers: []]
        "nobody any more"      | [actors: [], writers: [], directors: []]
    }

    def "another name of a genre or a person is no change of the film, but is written"() {
        given:
        archive.save([film(WHOLE)])
        def renamed = film(WHOLE + [genres: [new Named(COMEDY.id(), "Comedies"), DRAMA], actors: [new Named(ANN.id(), "Anna"), BOB]])

        expect:
        archive.save([renamed]) == 0
        saved() == [renamed]
    }

    def "a label and an age that were given here stay"() {
        given:
        archive.save([film(WHOLE)])
        sql.execute("UPDATE content.film_work SET access_label = 'kids'")

        expect:
        archive.save([film(WHOLE + [label: ContentLabel.PUBLIC, minAge: null])]) == 0
        saved() == [film(WHOLE + [label: new ContentLabel("kids")])]
    }

    def "people in roles that only the catalogue knows stay"() {
        given:
        archive.save([film(WHOLE)])
        sql.execute("ALTER TABLE content.person_film_work DROP CONSTRAINT person_film_work_role_check")
        sql.execute("INSERT INTO content.person_film_work (id, film_work_id, person_id, role) VALUES (gen_random_uuid(), ?, ?, 'producer')", [id(1), ANN.id()])

        expect:
        archive.save([film(WHOLE)]) == 0
        archive.save([film(WHOLE + [actors: []])]) == 1
        sql.firstRow("SELECT count(*) AS producers FROM content.person_film_work WHERE role = 'producer'").producers == 1
    }

    def "of what is given twice the last one counts"() {
        expect:
        archive.save([film(BARE), film(BARE + [title: "Last", genres: [COMEDY, COMEDY]])]) == 1
        saved() == [film(BARE + [title: "Last", genres: [COMEDY]])]
    }

    def "as many films as there are go in, in batches"() {
        given:
        def films = (1..1203).collect { film(BARE + [id: id(it), title: "Film $it".toString(), genres: [it % 2 ? COMEDY : DRAMA], actors: [new Named(id(5000 + it), "Actor $it")]]) }

        expect:
        archive.save(films) == 1203
        archive.save(films) == 0
        archive.save([]) == 0
        saved() == films
    }

    def "all films of a call go in, or none"() {
        given:
        def films = (1..501).collect { film(BARE + [id: id(it)]) } + film(BARE + [id: id(600), minAge: 99])

        when:
        archive.save(films)

        then:
        thrown(JdbiException)
        saved() == []
    }

    def "a database that is away, and one without a catalogue, are told apart"() {
        when:
        new PostgresFilmArchive(new PGSimpleDataSource(url: "jdbc:postgresql://127.0.0.1:1/none")).save([])

        then:
        def outage = thrown(PortUnavailableException)
        outage.message == "FilmArchive is unavailable"

        when:
        new PostgresFilmArchive(TestCatalogue.unmigrated("catalogue_unarchived").database()).save([film(BARE)])

        then:
        thrown(CatalogueMissingException)
    }

    private List<Film> saved() {
        new PostgresCatalogue(catalogue.database()).withCloseable { it.view().withCloseable { view -> view.filmsAfter(Cursor.FIRST, 9999) } }
    }

    /** Where each row is, and who wrote it: another one for each that is written. */
    private List versions() {
        ["film_work", "genre", "person", "genre_film_work", "person_film_work"].collectMany { table ->
            sql.rows("SELECT '$table' AS home, xmin::text, ctid::text, line::text FROM content.$table AS line ORDER BY ctid".toString())*.toString()
        }
    }

    private static Film film(Map all) {
        new Film(all.id, all.title, all.description, all.rating, all.date, all.type, all.genres, all.actors, all.writers, all.directors, all.label, all.minAge)
    }
}
