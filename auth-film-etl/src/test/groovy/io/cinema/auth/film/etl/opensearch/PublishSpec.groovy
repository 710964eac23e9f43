package io.cinema.auth.film.etl.opensearch

import static io.cinema.auth.film.etl.opensearch.Films.filling
import static io.cinema.auth.film.etl.opensearch.Films.films
import static io.cinema.auth.film.etl.opensearch.Films.full

import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.film.etl.port.FilmIndex.Kept
import java.time.Duration
import java.time.Instant
import java.time.InstantSource
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicBoolean

/** The alias, and the indices behind it and beside it. */
class PublishSpec extends IndexSpecification {

    def "where nothing is, nothing is found"() {
        expect:
        index.live().isEmpty()
        index.begun().isEmpty()
    }

    def "an index that is being filled is begun, not live, and seen by nobody"() {
        when:
        def name = index.create(filling())
        index.write(name, films(3), [])

        then:
        name ==~ /$alias-\d{8}-\d{6}-\d{3}/
        index.begun().get() == new Kept(name, filling(), true)
        index.live().isEmpty()
        ask('GET', "/$alias/_count").status == 404
        setting(name, 'refresh_interval') == '-1'
    }

    def "an index that is published is live, refreshed by itself, and no longer begun"() {
        when:
        def name = published(films(3))

        then:
        index.live().get().name() == name
        index.begun().isEmpty()
        count() == 3
        setting(name, 'refresh_interval') == null
        setting(name, 'auto_expand_replicas') == '0-1'
    }

    def "the next index takes the place of the one before, which is deleted"() {
        given:
        def before = published(films(1))
        def next = index.create(filling())

        expect:
        index.live().get().name() == before

        when:
        index.write(next, films(2), [])
        2.times { index.publish(next) }

        then:
        names("$alias*") == [next]
        index.live().get().name() == next
        count() == 2
    }

    def "who searches all the time never misses a film"() {
        given:
        published(films(50))
        def patient = opened(Duration.ofSeconds(1))
        def over = new AtomicBoolean()
        def threads = Executors.newFixedThreadPool(2)
        def counts = (1..2).collect {
            threads.submit({
                def seen = []
                while (!over.get()) {
                    seen << ask('GET', "/$alias/_count")
                }
                seen
            } as Callable)
        }

        when:
        4.times {
            def next = patient.create(filling())
            patient.write(next, films(50 + it), [])
            patient.keep(next, full())
            patient.publish(next)
        }
        over.set(true)
        def answers = counts*.get().flatten()

        then:
        answers.size() > 20
        answers.findAll { it.status != 200 } == []
        answers*.json*.count.every { it in 50..53 }
        answers*.json*._shards*.failed.unique() == [0]
        counts*.get().every { it*.json*.count == it*.json*.count.sort(false) }

        cleanup:
        over.set(true)
        threads.shutdown()
        patient.close()
    }

    def "an index that was left where we were stopped before its end is not begun, and goes with the next"() {
        given:
        def left = published()
        def live = index.create(filling())
        ask('POST', '/_aliases', [actions: [[remove: [index: left, alias: alias]], [add: [index: live, alias: alias]]]])

        expect:
        names("$alias*") == [left, live]
        index.begun().isEmpty()

        when:
        action(index, live)

        then:
        !names("$alias*").contains(left)
        index.live().get().name() == live

        where:
        action << [{ it, now -> it.publish(now) }, { it, _ -> it.create(filling()) }]
    }

    def "what was begun earlier is deleted by the next beginning, of whatever mapping"() {
        given:
        def live = published()
        def older = opened(Duration.ZERO, new Shape(Shape.ours().text() + ' '))
        older.create(filling())

        expect: "it can't be gone on with"
        index.begun().isEmpty()

        when:
        def next = index.create(filling())

        then:
        names("$alias*") == [live, next].sort()

        cleanup:
        older.close()
    }

    def "what is not ours is not begun, and not deleted"() {
        given:
        def name = "$alias-20260101-000000-000"
        def others = [name, "$alias-archive", "$alias-20260101-000000-000-old"]
        others.each { ask('PUT', "/$it", [mappings: [_meta: [written_by: it == name ? 'another' : 'auth-film-etl']]]) }

        when:
        def ours = published()

        then:
        index.begun().isEmpty()
        names("$alias*") == (others + ours).sort()
    }

    def "an index of another's behind the alias is shown as not current, and only loses the alias"() {
        given:
        ask('PUT', "/other-$alias", [aliases: [(alias as String): [:]]])

        expect:
        with(index.live().get()) {
            it.name() == "other-$alias"
            !it.current()
            it.progress().asOf() == Instant.EPOCH
        }

        when:
        published(films(2))

        then:
        names("other-$alias") == ["other-$alias"]
        count() == 2
    }

    def "an alias over two indices is not current, and over one again after the next"() {
        given:
        def ours = published(films(2))
        ask('PUT', "/other-$alias", [aliases: [(alias as String): [:]]])

        expect:
        !index.live().get().current()

        when:
        index.publish(ours)

        then:
        index.live().get().current()
        names("other-$alias") == ["other-$alias"]
    }

    def "an index by the name of the alias is left alone, and one is told what to do"() {
        given:
        ask('PUT', "/$alias", [:])
        def begun = index.create(filling())

        when:
        action(index, begun)

        then:
        def refused = thrown(AliasTakenException)
        refused.message.startsWith("$alias is an index, and is to be an alias: delete it (DELETE /$alias)")
        names("$alias*") == [alias, begun].sort()

        where:
        action << [{ it, _ -> it.live() }, { it, other -> it.publish(other) }]
    }

    def "an index that was deleted is not made anew by #what"() {
        given:
        def name = published(films(2))
        ask('DELETE', "/$name")

        when:
        action(index, name)

        then:
        thrown(PortUnavailableException)
        names("$alias*") == []
        index.live().isEmpty()

        where:
        what                   | action
        'a film'               | { it, gone -> it.write(gone, films(1), []) }
        'a film that is gone'  | { it, gone -> it.write(gone, [], [UUID.randomUUID()]) }
        'progress'             | { it, gone -> it.keep(gone, full()) }
        'being published'      | { it, gone -> it.publish(gone) }
    }

    def "two that are made in one millisecond are two"() {
        given:
        def moment = InstantSource.fixed(Instant.parse('2026-11-22T23:59:59.999999Z'))
        def openSearch = new OpenSearch(Transports.to(server.uri(), null, Limits.usual()), Backoff.usual())
        def hasty = new OpenSearchFilmIndex(openSearch, alias, Shape.ours(), moment, Duration.ZERO)

        when:
        def one = hasty.create(filling())
        hasty.publish(one)
        def two = hasty.create(filling())

        then:
        [one, two] == ["$alias-20261122-235959-999", "$alias-20261123-000000-000"]

        cleanup:
        hasty.close()
    }

    private setting(String name, String setting) {
        ask('GET', "/$name/_settings").json[name].settings.index[setting]
    }
}
