package io.cinema.auth.film.etl.postgres

import static io.cinema.auth.film.etl.postgres.TestCatalogue.addFilm
import static io.cinema.auth.film.etl.postgres.TestCatalogue.addGenre
import static io.cinema.auth.film.etl.postgres.TestCatalogue.id
import static io.cinema.auth.film.etl.postgres.TestCatalogue.link

import groovy.sql.Sql
import io.cinema.auth.domain.access.ContentLabel
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.film.etl.film.LabelledFilm
import io.cinema.auth.film.etl.port.CatalogueMissingException
import io.cinema.auth.film.etl.sync.Cursor
import java.time.LocalDate
import org.postgresql.ds.PGSimpleDataSource
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class PostgresFilmLabelsSpec extends Specification {
    static final KIDS = new ContentLabel("kids")

    @Shared
    def catalogue = TestCatalogue.migrated("catalogue_labels")

    def labels = new PostgresFilmLabels(catalogue.database())

    @AutoCleanup
    Sql sql = catalogue.owner()

    def setup() {
        TestCatalogue.clear(sql)
    }

    def "labels are counted, those that a film carries"() {
        given:
        (1..4).each { addFilm(sql, it) }

        expect:
        labels.counts() == [(ContentLabel.PUBLIC): 4L]

        when:
        labels.label([id(1), id(2), id(3)], KIDS)
        labels.label([id(3), id(4)], ContentLabel.REGISTERED)

        then:
        labels.counts() == [(KIDS): 2L, (ContentLabel.REGISTERED): 2L]
    }

    def "an empty catalogue has no labels"() {
        expect:
        labels.counts() == [:]
        labels.find(id(1)).empty
        labels.label([id(1)], KIDS) == 0
        labels.label([], KIDS) == 0
    }

    def "a film is found with what one labels it by"() {
        given:
        addFilm(sql, 1, "Charade")
        sql.execute("UPDATE content.film_work SET rating = 7.9, creation_date = '1963-12-05', access_label = 'kids'")
        [11: "Thriller", 12: "Comedy"].each { genre, name -> addGenre(sql, genre, name); link(sql, 1, genre) }
        addFilm(sql, 2, "")
        sql.execute("UPDATE content.film_work SET rating = 'NaN', creation_date = 'infinity' WHERE id = ?", [id(2)])

        expect:
        labels.find(id(1)).get() == new LabelledFilm(id(1), "Charade", ["Comedy", "Thriller"], 7.9d, LocalDate.of(1963, 12, 5), KIDS)
        labels.find(id(2)).get() == new LabelledFilm(id(2), "", [], null, null, ContentLabel.PUBLIC)
        labels.find(id(3)).empty
    }

    def "all films are read page by page in the order of their ids"() {
        given:
        (1..5).reverse().each { addFilm(sql, it) }

        expect:
        labels.after(Cursor.FIRST, 2)*.id() == [id(1), id(2)]
        labels.after(id(2), 9)*.id() == [id(3), id(4), id(5)]
        labels.after(id(5), 9) == []
    }

    def "titles are searched for text, not for a pattern: #text"() {
        given:
        ["Star Wars", "STAR Trek", "100% wolf", "Snake_case", "back\\slash", "Звезда", "Bare"].eachWithIndex { title, i -> addFilm(sql, i + 1, title) }

        expect:
        labels.titled(text, Cursor.FIRST, 9)*.title() == found

        where:
        text      || found
        "star"    || ["Star Wars", "STAR Trek"]
        "STAR W"  || ["Star Wars"]
        "%"       || ["100% wolf"]
        "_"       || ["Snake_case"]
        "\\"      || ["back\\slash"]
        "0%w"     || []
        "звез"    || ["Звезда"]
        "'; --"   || []
    }

    def "titles are searched page by page"() {
        given:
        (1..5).each { addFilm(sql, it, it == 3 ? "Else" : "Same") }

        expect:
        labels.titled("same", Cursor.FIRST, 2)*.id() == [id(1), id(2)]
        labels.titled("same", id(2), 2)*.id() == [id(4), id(5)]
    }

    def "to label tells how many carried another label, and touches no others"() {
        given:
        (1..3).each { addFilm(sql, it) }
        labels.label([id(1)], KIDS)
        def stamps = stamps()

        expect:
        labels.label([id(1), id(2), id(2), id(9)], KIDS) == 1
        labels.label([id(1), id(2)], KIDS) == 0
        this.stamps()[0] == stamps[0]
        this.stamps()[1] > stamps[1]
        this.stamps()[2] == stamps[2]
    }

    def "a database that is away, and one without a catalogue, are told apart"() {
        when:
        new PostgresFilmLabels(new PGSimpleDataSource(url: "jdbc:postgresql://127.0.0.1:1/none")).counts()

        then:
        def outage = thrown(PortUnavailableException)
        outage.message == "FilmLabels is unavailable"

        when:
        new PostgresFilmLabels(TestCatalogue.unmigrated("catalogue_unlabelled").database()).counts()

        then:
        thrown(CatalogueMissingException)
    }

    private List stamps() {
        sql.rows("SELECT modified FROM content.film_work ORDER BY id")*.modified
    }
}
