package io.cinema.auth.film.etl.opensearch

import static io.cinema.auth.film.etl.opensearch.Films.detailed
import static io.cinema.auth.film.etl.opensearch.Films.filling
import static io.cinema.auth.film.etl.opensearch.Films.full

import io.cinema.auth.film.etl.sync.Progress
import java.time.Duration
import java.time.Instant

/** How far an index is stands in the index. */
class ProgressSpec extends IndexSpecification {

    def "progress comes back to the microsecond: #progress"() {
        given:
        def name = index.create(filling())

        when:
        index.keep(name, progress)

        then:
        index.begun().get().progress() == progress

        when:
        index.publish(name)

        then:
        with(index.live().get()) {
            it.name() == name
            it.progress() == progress
            it.current()
        }

        where:
        progress << [
            full(),
            detailed(),
            detailed().copiedTo(UUID.randomUUID()).asOf(Instant.parse('2026-11-22T00:00:00.000001Z')),
            detailed().copiedTo(null).asOf(Instant.parse('2026-11-22T00:00:00Z')),
            detailed().tried([], [(UUID.randomUUID()): 'a "reason": 🎬', (UUID.randomUUID()): ''])]
    }

    def "what was kept before is replaced whole, and the mapping stays"() {
        given:
        def name = published()
        def mapping = ask('GET', "/$name/_mapping").json[name].mappings
        index.keep(name, full().tried([], [(UUID.randomUUID()): 'refused']))

        when:
        index.keep(name, full())

        then:
        index.live().get().progress().refused() == [:]
        ask('GET', "/$name/_mapping").json[name].mappings == mapping
        mapping.dynamic == 'strict'
    }

    def "thousands of refused films have room"() {
        given:
        def refused = (1..5000).collectEntries { [(UUID.randomUUID()): "illegal_argument_exception: $it ${'x' * 250}" as String] }
        def name = published()

        when:
        index.keep(name, full().tried([], refused))

        then:
        index.live().get().progress().refused() == refused
    }

    def "who searches sees what was written as soon as it is kept"() {
        given:
        def name = published()

        when:
        index.write(name, Films.films(10), [])
        index.keep(name, full())

        then:
        count() == 10
    }

    def "progress of which nothing can be made is none, and its index not current"() {
        given:
        def name = published()
        def meta = ask('GET', "/$name/_mapping").json[name].mappings._meta

        when:
        ask('PUT', "/$name/_mapping", [_meta: meta + broken])

        then:
        with(index.live().get()) {
            !it.current()
            it.progress() == Progress.empty(Instant.EPOCH)
        }

        where:
        broken << [[cursors: [:]], [as_of: 'yesterday'], [copied: 'x'], [refused: [x: 'y']], [written_by: 'another']]
    }

    def "an index of another mapping is not current, and tells its progress all the same"() {
        given:
        def name = published()
        def progress = detailed().copiedTo(null)
        index.keep(name, progress)
        def newer = opened(Duration.ZERO, new Shape(Shape.ours().text().replace('"short"', '"byte"')))

        expect:
        with(newer.live().get()) {
            !it.current()
            it.name() == name
            it.progress() == progress
        }

        cleanup:
        newer.close()
    }
}
