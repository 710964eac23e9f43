package io.cinema.auth.film.etl.report

import io.cinema.auth.film.etl.sync.SyncEvent
import io.micrometer.core.instrument.simple.SimpleMeterRegistry
import java.nio.charset.StandardCharsets
import java.time.Duration
import java.time.Instant
import java.time.InstantSource
import spock.lang.Specification

class ReportSpec extends Specification {
    static final Duration QUICK = Duration.ofMillis(3)

    Instant now = Instant.parse('2026-11-22T10:00:00Z')

    def "numbers: what was written, what was refused, and since when the index was last equal"() {
        given:
        def registry = new SimpleMeterRegistry()
        def metrics = new SyncMetrics(registry, { now } as InstantSource)

        when:
        metrics.on(new SyncEvent.Wrote('movies-1', 10, 2, QUICK))
        metrics.on(new SyncEvent.Wrote('movies-1', 5, 0, QUICK))
        metrics.on(new SyncEvent.Refused('movies-1', UUID.randomUUID(), 'too large'))
        metrics.on(new SyncEvent.Published('movies-1'))
        now += Duration.ofSeconds(90)

        then:
        registry.get('auth.films.written').tag('outcome', 'indexed').counter().count() == 15
        registry.get('auth.films.written').tag('outcome', 'deleted').counter().count() == 2
        registry.get('auth.films.written').tag('outcome', 'refused').counter().count() == 1
        registry.get('auth.films.write').timer().count() == 2
        registry.get('auth.films.rebuilds').counter().count() == 1
        registry.get('auth.films.behind').gauge().value() == 90

        when:
        metrics.on(new SyncEvent.CaughtUp('movies-1', 0))

        then:
        registry.get('auth.films.behind').gauge().value() == 0
    }

    def "who stands by is not behind, however long that takes, until it follows itself"() {
        given:
        def registry = new SimpleMeterRegistry()
        def metrics = new SyncMetrics(registry, { now } as InstantSource)

        when:
        metrics.on(new SyncEvent.StandingBy())
        now += Duration.ofHours(1)

        then:
        registry.get('auth.films.behind').gauge().value() == 0

        when:
        metrics.on(new SyncEvent.Filling('movies-1', 10))
        now += Duration.ofSeconds(7)

        then:
        registry.get('auth.films.behind').gauge().value() == 7
    }

    def "an outage is counted, and over with the next thing that is done"() {
        given:
        def registry = new SimpleMeterRegistry()
        def metrics = new SyncMetrics(registry, { now } as InstantSource)

        when:
        metrics.on(new SyncEvent.Away('FilmIndex is unavailable', QUICK))

        then:
        metrics.away
        registry.get('auth.films.outages').counter().count() == 1

        when:
        metrics.on(new SyncEvent.CaughtUp('movies-1', 0))

        then:
        !metrics.away
    }

    def "on a terminal one line is written over while an index is filled, and what is to stay stays"() {
        given:
        def out = new ByteArrayOutputStream()
        def progress = new TerminalProgress(new PrintStream(out, true, StandardCharsets.UTF_8))

        when:
        [
            new SyncEvent.Filling('movies-1', 1_000_000), new SyncEvent.Wrote('movies-1', 2_000, 0, QUICK), new SyncEvent.CaughtUp('movies-1', 2_000),
            new SyncEvent.Published('movies-1'), new SyncEvent.CaughtUp('movies-1', 0), new SyncEvent.CaughtUp('movies-1', 3),
            new SyncEvent.Away('Catalogue is unavailable: refused', Duration.ofMillis(1_500)),
        ].each { progress.on(it) }
        String text = out.toString(StandardCharsets.UTF_8)

        then:
        text.contains('2,000 of about 1,000,000 films, ')
        text.split('\n').collect { it.substring(it.lastIndexOf('\u001b[K') + 3) }[0..1].with {
            it[0].startsWith('searches see movies-1: 2,000 films, ') && it[1] == '3 films brought up to date'
        }
        text.endsWith('Catalogue is unavailable: refused; again in 1.5 s')
    }
}
