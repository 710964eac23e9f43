package io.cinema.auth.film.etl.movies

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import io.cinema.auth.domain.access.ContentLabel
import io.cinema.auth.film.etl.film.Film
import io.cinema.auth.film.etl.film.Named
import io.cinema.auth.film.etl.fixture.MemoryFilmArchive
import io.cinema.auth.film.etl.port.FilmArchive
import java.time.LocalDate
import spock.lang.Specification

class ImportFilmsSpec extends Specification {
    private static final HEAT = [
        Title: 'Heat', 'Release Date': 'Dec 15 1995', 'MPAA Rating': 'R', 'Major Genre': 'Drama', Director: 'Michael Mann',
        'IMDB Rating': 8.2]

    private final MemoryFilmArchive archive = new MemoryFilmArchive()

    private static InputStream excerpt() {
        ImportFilmsSpec.getResourceAsStream('/movies/excerpt.json')
    }

    private ImportFilms.Imported run(InputStream file, FilmArchive into = archive) {
        new ImportFilmsService(into).run(file)
    }

    private ImportFilms.Imported run(List<Map<String, Object>> movies) {
        run(new ByteArrayInputStream(JsonOutput.toJson(movies).getBytes('UTF-8')))
    }

    private String refusal(String text) {
        try {
            run(new ByteArrayInputStream(text.getBytes('UTF-8')))
            throw new AssertionError('was read')
        } catch (IOException refused) {
            refused.message
        }
    }

    /** The only film of a file that holds Heat, but for what is told. */
    private Film heat(Map<String, Object> but) {
        run([HEAT + but])
        archive.films.first()
    }

    private List<Film> titled(String title) {
        archive.films.findAll { it.title() == title }
    }

    def "all films of the excerpt are taken, and what is odd is told"() {
        expect:
        run(excerpt()) == new ImportFilms.Imported(114, 114, [
            'titles that are numbers were taken as text: 9',
            'films without a title are called `Untitled`: 1',
            'texts in CP1252 that had been read as Mac Roman were read again: 18',
            'texts with blanks too many lost those: 2',
            'names with doubled quotation marks, as CSV writes them, got single ones: 1',
            'release dates a century late, of years with two digits, were taken as 19..: 22',
            'release dates of `Dec 31 1969` are what an empty date became, and were left out: 8',
            'films rated `Open`, which the MPAA does not know, got no lowest age: 2'])
        archive.films*.id().toUnique().size() == 114
    }

    def "what is not odd is as it stands in the file"() {
        given:
        run(excerpt())
        def found = archive.films.groupBy { it.title() }
        def told = new JsonSlurper().parse(excerpt()).groupBy { it.Title as String }.findAll { it.value.size() == 1 }

        expect:
        (told.keySet() - found.keySet()).every { it == null || it =~ /[^\x00-\x7f]|  / }

        and:
        (told.keySet().intersect(found.keySet())).every {
            def movie = told[it].first()
            def film = found[it].first()
            assert film.imdbRating() == movie['IMDB Rating']?.toDouble()
            assert film.genres()*.name() == [movie['Major Genre']].findAll()
            assert film.directors()*.name() == [movie.Director].findAll()*.replace('""', '"')
            true
        }

        and:
        archive.films.every { it.type() == 'movie' && it.label() == ContentLabel.PUBLIC && it.description() == null }
        archive.films.every { it.actors() == [] && it.writers() == [] }
    }

    def "a dozen films, field by field: #title"() {
        given:
        run(excerpt())
        def film = titled(title).find { it.creationDate()?.year == year }

        expect:
        film.creationDate()?.toString() == date
        film.genres()*.name() == genres
        film.directors()*.name() == directors
        film.imdbRating() == rating
        film.minAge() == minAge

        where:
        title                                       | year || date         | genres               | directors                   | rating | minAge
        '21'                                        | 2008 || '2008-03-21' | ['Thriller/Suspense'] | ['Robert Luketic']          | 6.7d   | 13
        '1776'                                      | 1972 || '1972-11-09' | ['Drama']            | []                          | 7d     | null
        'Untitled'                                  | 2006 || '2006-11-03' | ['Thriller/Suspense'] | []                         | 6.6d   | null
        'The Birth of a Nation'                     | 1915 || '1915-02-08' | ['Drama']            | []                          | 7.1d   | null
        'Casablanca'                                | 1941 || '1941-12-31' | ['Drama']            | ['Michael Curtiz']          | 8.8d   | null
        'Notorious'                                 | 1945 || '1945-12-31' | []                   | ['Alfred Hitchcock']        | 6.3d   | null
        'The Molly Maguires'                        | null || null         | []                   | ['Martin Ritt']             | 6.8d   | null
        'Ben-Hur'                                   | 1925 || '1925-12-30' | ['Adventure']        | []                          | 8.2d   | null
        'Ben-Hur'                                   | 1959 || '1959-11-18' | ['Adventure']        | ['William Wyler']           | 8.2d   | null
        'The Adventures of Tintin: Secret of the Unicorn' | 2011 || '2011-12-23' | ['Adventure']  | ['Steven Spielberg']        | null   | null
        'Halloween: The Curse of Michael Myers'     | 1995 || '1995-09-29' | ['Horror']           | []                          | 4.4d   | 17
        'Alien³'                                    | 1992 || '1992-05-22' | ['Action']           | ['David Fincher']           | 6.3d   | 17
        'Per qualche dollaro in più'                | 1967 || '1967-05-10' | ['Western']          | ['Sergio Leone']            | 8.2d   | null
    }

    def "films of one title are films of their own, and genres and people are one each"() {
        given:
        run(excerpt())

        expect:
        titled('King Kong')*.id().toSet().size() == 2
        archive.films*.genres().flatten().toSet().groupBy { it.name() }.every { it.value.size() == 1 }
        archive.films*.directors().flatten().toSet().groupBy { it.name() }.every { it.value.size() == 1 }
        titled('Crash')*.directors().flatten()*.id().toSet().size() == 2
    }

    def "a second import is the same films, and a label that was given stays"() {
        given:
        run(excerpt())
        def first = archive.films
        archive.label(first.first().id(), ContentLabel.SUBSCRIPTION)

        expect:
        with(run(excerpt())) {
            films() == 114
            saved() == 0
        }
        archive.films.tail() == first.tail()
        archive.films.first().label() == ContentLabel.SUBSCRIPTION
    }

    def "ids stay what they were when somebody imported last year"() {
        expect:
        heat([:]).with { [id(), genres().first(), directors().first()] } == [
            UUID.fromString('a4166e44-8ae6-5527-a7f5-8d5a84668712'),
            new Named(UUID.fromString('efcafced-2eca-5832-badb-a277a0ceca03'), 'Drama'),
            new Named(UUID.fromString('e4232bf1-7b32-5d7d-a8e2-0586d38c27c4'), 'Michael Mann')]
        archive.films.first().id().version() == 5
    }

    def "films that are wholly the same are films of their own, and told"() {
        expect:
        run([HEAT, HEAT, HEAT]) == new ImportFilms.Imported(3, 3, ['films of the same title and date as another were taken as others: 2'])
        archive.films*.id().toSet().size() == 3
    }

    def "they are saved in pages of 500: #count"() {
        when:
        def imported = run((0..<count).collect { HEAT + [Title: "Heat $it"] })

        then:
        imported == new ImportFilms.Imported(count, count, [])
        archive.pages == pages

        where:
        count || pages
        0     || []
        1     || [1]
        500   || [500]
        1_001 || [500, 500, 1]
    }

    def "how many were changed is what the archive says"() {
        given:
        run([HEAT, HEAT + [Title: 'Ali']])

        expect:
        run([HEAT + ['IMDB Rating': 8.3], HEAT + [Title: 'Ali']]).saved() == 1
    }

    def "the date #written is #date"() {
        expect:
        heat('Release Date': written).creationDate() == (date ? LocalDate.parse(date) : null)

        where:
        written       || date
        'Jun 12 1998' || '1998-06-12'
        'Feb 29 2000' || '2000-02-29'
        'Dec 30 1969' || '1969-12-30'
        'Dec 31 1969' || null
        'Jan 01 1970' || '1970-01-01'
        'Dec 31 2011' || '2011-12-31'
        'Jan 01 2012' || '1912-01-01'
        'Dec 31 2046' || '1946-12-31'
    }

    def "months are English, wherever the machine stands"() {
        given:
        def usual = Locale.default
        Locale.default = Locale.forLanguageTag('ru')

        expect:
        heat('Release Date': 'May 09 1980').creationDate() == LocalDate.of(1980, 5, 9)

        cleanup:
        Locale.default = usual
    }

    def "who is rated #rating is for those of #minAge"() {
        expect:
        heat('MPAA Rating': rating).minAge() == minAge

        where:
        rating      || minAge
        null        || null
        'G'         || null
        'PG'        || null
        'PG-13'     || 13
        'R'         || 17
        'NC-17'     || 18
        'Not Rated' || null
        'Open'      || null
    }

    def "the title #written becomes #title"() {
        expect:
        heat(Title: written).title() == title

        where:
        written                 || title
        ' Heat\t'               || 'Heat'
        'The  \n Heat'          || 'The Heat'
        '\u00a0Heat\u00a0'      || 'Heat'
        'LÈon'                  || 'Léon'
        2012                    || '2012'
        null                    || 'Untitled'
        ''                      || 'Untitled'
        ' \u00a0 '              || 'Untitled'
    }

    def "the name #written is repaired as titles are, of people and genres alike"() {
        expect:
        heat(Director: written, 'Major Genre': written).with { [directors()*.name(), genres()*.name()] } == [names, names]

        where:
        written                          || names
        'Jeff ""King Jeff"" Hollins'     || ['Jeff "King Jeff" Hollins']
        ' AgnËs  Varda'                  || ['Agnès Varda']
        ' '                              || []
        null                             || []
    }

    def "the line says what is wrong: #what"() {
        given:
        def text = '[\n' + JsonOutput.toJson(HEAT) + ',\n' + line + '\n]'

        expect:
        refusal(text) ==~ /line 3: $said/
        archive.films == []

        where:
        what                | line                                                              || said
        'no object'         | '"Heat"'                                                          || 'a film must be an object'
        'an array'          | '[]'                                                              || 'a film must be an object'
        'nothing'           | 'null'                                                            || 'a film must be an object'
        'a field missing'   | JsonOutput.toJson(HEAT.findAll { it.key != 'Director' })          || 'a film must have `Director`'
        'no date'           | JsonOutput.toJson(HEAT + ['Release Date': null])                  || '`Release Date` must be a day such as Jun 12 1998'
        'a strange date'    | JsonOutput.toJson(HEAT + ['Release Date': '1998-06-12'])          || '`Release Date` must be a day such as Jun 12 1998'
        'a day too many'    | JsonOutput.toJson(HEAT + ['Release Date': 'Feb 30 1998'])         || '`Release Date` must be a day such as Jun 12 1998'
        'another field'     | JsonOutput.toJson(HEAT + [Label: 'public'])                       || 'a film has no field `Label`'
        'a strange rating'  | JsonOutput.toJson(HEAT + ['MPAA Rating': 'X'])                    || 'there is no MPAA rating `X`'
        'too good'          | JsonOutput.toJson(HEAT + ['IMDB Rating': 10.1])                   || '`IMDB Rating` must be a number from 0 to 10, or null'
        'a rating in words' | JsonOutput.toJson(HEAT + ['IMDB Rating': '8.2'])                  || '`IMDB Rating` must be a number from 0 to 10, or null'
        'a list of titles'  | JsonOutput.toJson(HEAT + [Title: ['Heat']])                       || '`Title` must be text or null'
        'a broken title'    | JsonOutput.toJson(HEAT + [Title: 1.5])                            || '`Title` must be text or null'
        'genres'            | JsonOutput.toJson(HEAT + ['Major Genre': ['Drama']])              || '`Major Genre` must be text or null'
        'a deep field'      | JsonOutput.toJson(HEAT + [Source: [a: 1]])                        || '`Source` must be a single value'
        'a field twice'     | '{"Title": "A", "Title": "B"}'                                    || 'this is no JSON: .*Title.*'
        'a bad comma'       | '{"Title": "A",}'                                                 || 'this is no JSON: .*'
        'deep arrays'       | '{"Source": ' + '[' * 9                                           || '`Source` must be a single value'
        'a huge title'      | '{"Title": "' + 'x' * 20_000 + '"}'                               || 'no film has a field of that size: .*'
    }

    def "the file is none: #text"() {
        expect:
        refusal(text) ==~ said

        where:
        text                    || said
        ''                      || /line 1: the file must be one array of films/
        '{}'                    || /line 1: the file must be one array of films/
        '"[]"'                  || /line 1: the file must be one array of films/
        'Title,Director\n'      || /line 1: this is no JSON: .*/
        '['                     || /line 1: this is no JSON: .*/
        '[] []'                 || /line 1: something stands behind the array of films/
        '[]\n]'                 || /line 2: this is no JSON: .*/
    }

    def "bytes that are no UTF-8 are refused"() {
        when:
        run(new ByteArrayInputStream(JsonOutput.toJson([HEAT]).replace('Heat', 'H\u00e9at').replace('\\u00e9', '\u00e9').getBytes('ISO-8859-1')))

        then:
        thrown(IOException)
    }

    def "what can't be read is an outage of the file, not a bad one"() {
        when:
        run(new InputStream() {
            @Override
            int read() {
                throw new IOException('the disk is gone')
            }
        })

        then:
        def gone = thrown(IOException)
        gone.message == 'the disk is gone'
    }
}
