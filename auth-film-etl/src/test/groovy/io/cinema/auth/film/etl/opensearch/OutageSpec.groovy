package io.cinema.auth.film.etl.opensearch

import static io.cinema.auth.film.etl.opensearch.Films.detailed
import static io.cinema.auth.film.etl.opensearch.Films.film
import static io.cinema.auth.film.etl.opensearch.Films.films
import static io.cinema.auth.film.etl.opensearch.Films.full

import io.cinema.auth.domain.port.PortUnavailableException
import java.time.Duration
import spock.util.concurrent.PollingConditions

/** A server that is gone, that hangs, and that comes back. */
class OutageSpec extends IndexSpecification {

    def cleanup() {
        server.resume()
        server.start()
    }

    def "whoever asks a server that is gone is told so, and goes on when it is back, where it was"() {
        given:
        def one = film(title: 'Kept')
        def progress = detailed().copiedTo(null).tried([], [(UUID.randomUUID()): 'why'])
        def name = published(films(2))
        index.write(name, [one], [])
        index.keep(name, progress)

        when:
        server.stop()
        def thrown = calls(name).collect { failure(it) }

        then:
        thrown*.class.unique() == [PortUnavailableException]
        thrown*.message.unique() == ['FilmIndex is unavailable']

        when:
        server.start()

        then:
        new PollingConditions(timeout: 20).eventually {
            assert failure { index.write(name, [film(title: 'New')], []) } == null
        }
        index.live().get().progress() == progress
        document(one.id()).title == 'Kept'

        when:
        index.keep(name, full())

        then:
        search([match: [title: 'new']]) == ['New']
    }

    def "whoever asks a server that hangs waits for no longer than the limit"() {
        given:
        def name = published()
        def limits = new Limits(Duration.ofSeconds(1), Duration.ofMillis(500), Backoff.usual(), Duration.ZERO)
        def hasty = OpenSearchFilmIndex.at(server.uri(), null, alias, limits, Shape.ours())
        hasty.live()

        when:
        server.pause()
        def start = System.nanoTime()
        def thrown = [failure { hasty.live() }, failure { hasty.write(name, films(1), []) }]

        then:
        thrown*.class == [PortUnavailableException] * 2
        Duration.ofNanos(System.nanoTime() - start) < Duration.ofSeconds(5)

        when:
        server.resume()

        then:
        new PollingConditions(timeout: 10).eventually {
            assert failure { hasty.live() } == null
        }

        cleanup:
        hasty.close()
    }

    private List<Closure> calls(String name) {
        [{ index.live() }, { index.begun() }, { index.create(full()) }, { index.write(name, films(1), []) },
         { index.keep(name, full()) }, { index.publish(name) }]
    }

    private static Throwable failure(Closure call) {
        try {
            call()
            null
        } catch (RuntimeException e) {
            e
        }
    }
}
