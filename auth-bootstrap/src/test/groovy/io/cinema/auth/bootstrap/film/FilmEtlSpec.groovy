package io.cinema.auth.bootstrap.film

import io.cinema.auth.bootstrap.fixture.Eventually
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.ThreadLocalRandom
import java.util.concurrent.atomic.AtomicBoolean
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The process that keeps the index: how it starts, ends, is killed, and tells what it does. */
class FilmEtlSpec extends Specification {
    @Shared
    Cinema cinema = new Cinema('film_etl')

    Map<String, String> environment = cinema.environment

    @TempDir
    Path directory

    def cleanupSpec() {
        cinema.close()
    }

    def "killed again and again while films are changed, the index ends equal to the catalogue"() {
        given: 'films enough that copying them takes a while, in small batches'
        cinema.load()
        cinema.sql.execute('''
            INSERT INTO content.film_work (id, title, type, created)
            SELECT gen_random_uuid(), 'film ' || n, 'movie', now() FROM generate_series(1, 4000) n''')
        cinema.sql.execute('''
            INSERT INTO content.genre_film_work (id, genre_id, film_work_id)
            SELECT gen_random_uuid(), (SELECT id FROM content.genre ORDER BY name LIMIT 1), id FROM content.film_work WHERE title LIKE 'film %' ''')
        AtomicBoolean over = new AtomicBoolean()
        Thread writer = Thread.start { changeFilms(over) }

        when:
        6.times {
            FilmEtlProcess etl = new FilmEtlProcess(environment + [AUTH_FILMS_BATCH: '50'], 'run')
            Thread.sleep(900 + ThreadLocalRandom.current().nextInt(900))
            etl.kill()
        }
        over.set(true)
        writer.join()
        FilmEtlProcess last = new FilmEtlProcess(environment, 'run', '--once')

        then:
        last.ended() == 0
        cinema.etl.verify().with { it.isEqual() && it.catalogue() > 4000 }
        new FilmEtlProcess(environment, 'verify').with { it.ended() == 0 && it.said.last().endsWith(', 0 differ') }
    }

    private void changeFilms(AtomicBoolean over) {
        groovy.sql.Sql sql = groovy.sql.Sql.newInstance(cinema.postgres.jdbcUrl(cinema.name), 'postgres', '')
        for (int i = 0; !over.get(); i++) {
            sql.execute("UPDATE content.film_work SET access_label = ? WHERE title LIKE ?", "label-$i".toString(), "film ${i % 40}%".toString())
            sql.execute("UPDATE content.genre SET name = name || '.' WHERE id = (SELECT id FROM content.genre ORDER BY id LIMIT 1)")
            sql.execute("DELETE FROM content.film_work WHERE id = (SELECT id FROM content.film_work WHERE title LIKE 'film %' ORDER BY id LIMIT 1)")
            sql.execute("INSERT INTO content.film_work (id, title, type) VALUES (gen_random_uuid(), ?, 'movie')", "film late $i".toString())
        }
        sql.close()
    }

    def "it tells what it does in lines with keys, in numbers, and ends well when it is told to"() {
        given:
        int port = freePort()
        FilmEtlProcess etl = new FilmEtlProcess(environment + [AUTH_FILMS_PORT: port.toString()], 'run', '--rebuild')

        expect:
        Eventually.holds { etl.said.any { it ==~ /.* INFO .* searches see the new index .*index="film_etl-.*" films="\d+" films_per_second="\d+".*/ } }
        Eventually.holds { "http://127.0.0.1:$port/health/readiness".toURL().text == 'UP\n' }
        "http://127.0.0.1:$port/health/liveness".toURL().text == 'UP\n'
        "http://127.0.0.1:$port/prometheus".toURL().text.with { metrics ->
            (metrics =~ /auth_films_written_total\{outcome="indexed"} (\S+)/).with { it.find() && Double.parseDouble(it.group(1)) >= cinema.count() } &&
                metrics.contains('auth_films_rebuilds_total 1.0') && metrics.contains('auth_films_behind_seconds ')
        }

        when: 'another comes'
        FilmEtlProcess other = new FilmEtlProcess(environment, 'run')

        then:
        Eventually.holds { other.said.any { it.contains('standing by') } }
        new FilmEtlProcess(environment, 'run', '--once').ended() == 1

        when: 'the first goes'
        etl.close()
        cinema.sql.execute("INSERT INTO content.film_work (id, title, type) VALUES (gen_random_uuid(), 'taken over', 'movie')")

        then:
        etl.process.exitValue() == 143
        Eventually.holds { cinema.film('taken over') != null }

        cleanup:
        etl.close()
        other?.close()
    }

    def "it starts while both sides are away, and says so"() {
        given:
        Map<String, String> nowhere = environment + [AUTH_FILMS_DATABASE_URL: "jdbc:postgresql://127.0.0.1:${freePort()}/films".toString(),
            AUTH_FILMS_OPENSEARCH_URL: "http://127.0.0.1:${freePort()}".toString()]
        FilmEtlProcess etl = new FilmEtlProcess(nowhere, 'run')

        expect:
        Eventually.holds { etl.said.count { it.contains('retry_in_ms="') } > 2 }
        new FilmEtlProcess(nowhere, 'run', '--once').with { it.ended() == 3 && it.said.last().startsWith('auth-film-etl: Postgres is away: ') }
        new FilmEtlProcess(environment + [AUTH_FILMS_OPENSEARCH_URL: nowhere.AUTH_FILMS_OPENSEARCH_URL], 'verify').with {
            it.ended() == 3 && it.said.last().startsWith('auth-film-etl: OpenSearch is away: ')
        }

        cleanup:
        etl.close()
    }

    def "#what ends it with #code and a sentence"() {
        given:
        FilmEtlProcess etl = new FilmEtlProcess(changed(environment, wrong), *words)

        expect:
        etl.ended() == code
        etl.said.any { it.contains(said) }
        !etl.said.any { it.contains('\tat ') }

        where:
        what                    | words                           | wrong                                               || code | said
        'an address that is none' | ['run']                       | [AUTH_FILMS_OPENSEARCH_URL: 'films:secret@']        || 78   | 'AUTH_FILMS_OPENSEARCH_URL is no address'
        'an address with a password' | ['run']                    | [AUTH_FILMS_OPENSEARCH_URL: 'http://me:pw@localhost'] || 78 | 'AUTH_FILMS_OPENSEARCH_URL holds credentials'
        'a password of nobody'  | ['run']                         | [AUTH_FILMS_OPENSEARCH_PASSWORD: 'whose']             || 78   | 'AUTH_FILMS_OPENSEARCH_PASSWORD needs'
        'half of a database'    | ['run']                         | [AUTH_FILMS_DATABASE_URL: null]                     || 78   | 'need AUTH_FILMS_DATABASE_URL'
        'an index that is away' | ['verify']                      | [AUTH_FILMS_OPENSEARCH_URL: 'http://localhost:1']   || 3    | 'OpenSearch is away'
        'a password of its user' | ['verify']                       | [AUTH_FILMS_OPENSEARCH_USER: 'admin', AUTH_FILMS_OPENSEARCH_PASSWORD: 'admin'] || 78 | 'AUTH_FILMS_OPENSEARCH_PASSWORD is one that anybody would try'
        'a cycle that is none'  | ['run']                         | [AUTH_FILMS_CYCLE: 'soon']                          || 78   | 'AUTH_FILMS_CYCLE can\'t be read'
        'a file that is not there' | ['import', 'no/such.json']   | [:]                                                 || 1    | 'there is no file no/such.json'
        'an owner that nobody named' | ['migrate']                | [AUTH_FILMS_MIGRATION_USER: null, AUTH_FILMS_MIGRATION_PASSWORD: null] || 78 | 'AUTH_FILMS_MIGRATION_USER is not set'
        'a word it does not know' | ['walk']                      | [:]                                                 || 2    | 'Usage: auth-film-etl'
    }

    def "the schema of the catalogue can be made by itself, as often as one likes"() {
        given:
        Cinema empty = new Cinema('film_schema')

        expect:
        new FilmEtlProcess(empty.environment, 'migrate').with { it.ended() == 0 && it.said.last() ==~ /the catalogue is up to date, after [1-9]\d* migrations/ }
        new FilmEtlProcess(empty.environment, 'migrate').with { it.ended() == 0 && it.said.last() == 'the catalogue is up to date, after 0 migrations' }
        empty.sql.firstRow('SELECT count(*) AS films FROM content.film_work').films == 0

        cleanup:
        empty.close()
    }

    def "all of it may be in a file, and secrets in files of their own"() {
        given:
        Path password = Files.writeString(directory.resolve('password'), environment.AUTH_FILMS_DATABASE_PASSWORD)
        Path file = Files.writeString(directory.resolve('auth.env'), (environment.findAll { it.key != 'AUTH_FILMS_DATABASE_PASSWORD' } +
            [AUTH_FILMS_DATABASE_PASSWORD_FILE: password.toString(), AUTH_LOG_LEVEL: 'warn']).collect { name, value -> "$name=$value" }.join('\n'))
        FilmEtlProcess etl = new FilmEtlProcess([AUTH_CONFIG_FILE: file.toString()], 'run', '--once')

        expect:
        etl.ended() == 0
        !etl.said.any { it.contains(' INFO ') }
    }

    private static Map<String, String> changed(Map<String, String> environment, Map<String, String> wrong) {
        (environment + wrong).findAll { it.value != null }
    }

    private static int freePort() {
        new ServerSocket(0).withCloseable { it.localPort }
    }
}
