package io.cinema.auth.bootstrap.film

import groovy.json.JsonSlurper
import groovy.sql.Sql
import io.cinema.auth.bootstrap.fixture.Eventually
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Shell
import io.cinema.auth.film.etl.verify.VerifyIndex
import java.nio.file.Files
import java.nio.file.Path
import java.sql.SQLException
import spock.lang.Shared
import spock.lang.TempDir

/** Real films on their way from a file to the search, and their labels. */
class FilmIndexSpec extends FunctionalSpec {
    static final List<Map> FILE = new JsonSlurper().parse(Cinema.EXCERPT) as List<Map>

    @Shared
    Cinema cinema = new Cinema('film_index')

    @Shared
    Thread follower

    @TempDir
    Path scratch

    Shell shell = cinema.shell(service)

    def setupSpec() {
        cinema.load()
        cinema.follow()
        // As the process does it; the index is asked by the specs alone.
        follower = Thread.start { cinema.etl.follow(false, false, false) }
    }

    def cleanupSpec() {
        cinema.etl.stop()
        follower.join()
        cinema.close()
    }

    def cleanup() {
        cinema.sql.execute("UPDATE content.film_work SET access_label = 'public' WHERE access_label <> 'public'")
    }

    def "all films of the file are found, and what was wanting in it is not made up"() {
        expect:
        cinema.count() == FILE.size()
        cinema.sql.firstRow('SELECT count(*) FROM content.film_work')[0] == FILE.size()
        cinema.search([term: [access_label: 'public']]).size() == cinema.search().size()
        cinema.search([bool: [must_not: [exists: [field: 'imdb_rating']]]]).size() == FILE.count { it['IMDB Rating'] == null }
    }

    def "'#title' is in the index as it is in the file"() {
        given:
        Map raw = FILE.find { it.Title?.toString() == title }
        Map film = cinema.film(title)

        expect:
        film.imdb_rating == raw['IMDB Rating']
        film.genres_names == (raw['Major Genre'] == null ? [] : [raw['Major Genre']])
        film.directors_names == (raw.Director == null ? [] : [raw.Director])
        film.directors*.name == film.directors_names
        film.creation_date == date
        film.min_age == minAge
        film.type == 'movie'
        [film.access_label, film.required_permission, film.description, film.actors, film.writers] == ['public', null, null, [], []]
        ['id', 'title', 'imdb_rating', 'creation_date', 'type', 'genres', 'genres_names', 'actors', 'actors_names', 'writers',
            'writers_names', 'directors', 'directors_names', 'access_label', 'min_age'].containsAll(film.keySet())

        where:
        title                 || date         | minAge
        '1776'                || '1972-11-09' | null
        '1941'                || '1979-12-14' | null
        '1408'                || '2007-06-22' | 13
        '2012'                || '2009-11-13' | 13
        '2046'                || '2005-08-05' | 17
        '21'                  || '2008-03-21' | 13
        '300'                 || '2007-03-09' | 17
        '9'                   || '2009-09-09' | 13
        '54'                  || '1998-08-28' | 17
        'Pulp Fiction'        || '1994-10-14' | 17
        'Alien³'              || '1992-05-22' | 17
        'Roger & Me'          || '1989-12-20' | null
    }

    def "both sides are equal, and what is not is told with its fields"() {
        expect:
        cinema.etl.verify().with { it.isEqual() && it.catalogue() == FILE.size() && it.index() == FILE.size() }

        when: 'somebody writes to the catalogue behind the stamps, as a replica does'
        String id = cinema.film('1941').id
        behindTheStamps("UPDATE content.film_work SET title = '1942', access_label = 'registered' WHERE id = '$id'")

        then:
        cinema.etl.verify().with {
            it.differing() == 1 && it.examples() == [new VerifyIndex.Difference(UUID.fromString(id), VerifyIndex.Kind.DIFFERENT, ['title', 'label'])]
        }

        cleanup:
        behindTheStamps("UPDATE content.film_work SET title = '1941', access_label = 'public' WHERE id = '$id'")
    }

    private void behindTheStamps(String statement) {
        Sql.withInstance(cinema.postgres.jdbcUrl(cinema.name), 'postgres', '') { Sql admin ->
            admin.execute("SET session_replication_role = replica; $statement".toString())
        }
    }

    def "a label that is set from the shell is in the search with the next cycle"() {
        given:
        String id = cinema.film('1408').id

        expect:
        shell.run('films', 'label', 'set', id, 'premiere').exit == 0
        Eventually.holds { cinema.film('1408').access_label == 'premiere' }
        cinema.film('1408').required_permission == 'films:watch:premiere'
        shell.run('films', 'labels', '--json').json.items.collectEntries { [it.access_label, it.films] } == [public: FILE.size() - 1, premiere: 1]
    }

    def "rules label by genre, rating and date, and a dry run changes nothing"() {
        given:
        Path rules = scratch.resolve('rules.yaml')
        Files.writeString(rules, '''
            - label: public
              released_before: 1980-01-01
            - label: subscription
              genres: [Action, Adventure]
              rating_from: 7
            - label: registered
              genres: Comedy
            '''.stripIndent())
        Closure<String> labelOf = { Map film ->
            if (film.creation_date && film.creation_date < '1980') {
                return 'public'
            }
            if (film.genres_names.any { it in ['Action', 'Adventure'] } && film.imdb_rating >= 7) {
                return 'subscription'
            }
            film.genres_names.contains('Comedy') ? 'registered' : 'public'
        }

        when:
        Shell.Ran dry = shell.run('films', 'label', 'apply', rules.toString(), '--dry-run', '--json')

        then:
        dry.exit == 0
        cinema.sql.firstRow("SELECT count(*) FROM content.film_work WHERE access_label <> 'public'")[0] == 0

        when:
        Shell.Ran real = shell.run('films', 'label', 'apply', rules.toString(), '--json')

        then:
        real.json.changes == dry.json.changes
        Eventually.holds { cinema.search().every { it.access_label == labelOf(it) } }
        cinema.search()*.access_label.toSet() == ['public', 'subscription', 'registered'] as Set
    }

    def "a label that is none is refused by the shell, and by the database too"() {
        expect:
        shell.run('films', 'label', 'set', '1941', label).with { exit == 2 && err.contains('label') }

        when:
        cinema.sql.execute("UPDATE content.film_work SET access_label = ?", label)

        then:
        thrown(SQLException)

        where:
        label << ['Premium', 'a:b', '*']
    }

    def "films that come, are renamed with their genre, and go"() {
        given:
        String id = UUID.randomUUID()
        String genre = UUID.randomUUID()

        when:
        cinema.sql.execute("INSERT INTO content.film_work (id, title, type) VALUES (?::uuid, 'Solaris', 'movie')", id)
        cinema.sql.execute("INSERT INTO content.genre (id, name) VALUES (?::uuid, 'Sci-Fi')", genre)
        cinema.sql.execute("INSERT INTO content.genre_film_work (id, genre_id, film_work_id) VALUES (gen_random_uuid(), ?::uuid, ?::uuid)", genre, id)

        then:
        Eventually.holds { cinema.film('Solaris')?.genres_names == ['Sci-Fi'] }

        when:
        cinema.sql.execute("UPDATE content.genre SET name = 'Science fiction' WHERE id = ?::uuid", genre)

        then:
        Eventually.holds { cinema.film('Solaris').genres == [[id: genre, name: 'Science fiction']] }

        when:
        cinema.sql.execute("DELETE FROM content.genre WHERE id = ?::uuid", genre)

        then:
        Eventually.holds { cinema.film('Solaris').genres == [] }

        when:
        cinema.sql.execute("DELETE FROM content.film_work WHERE id = ?::uuid", id)

        then:
        Eventually.holds { cinema.film('Solaris') == null }
        cinema.count() == FILE.size()
    }

    def "the file once more changes nothing, and takes no label away"() {
        given:
        shell.run('films', 'label', 'set', '1941', 'premiere')

        expect:
        cinema.load().with { films() == FILE.size() && saved() == 0 }
        cinema.sql.firstRow("SELECT access_label FROM content.film_work WHERE title = '1941'")[0] == 'premiere'
    }
}
