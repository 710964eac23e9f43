package io.cinema.auth.film.etl.sync

import static io.cinema.auth.film.etl.fixture.Films.film
import static io.cinema.auth.film.etl.fixture.Films.id

import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.film.etl.film.Film
import io.cinema.auth.film.etl.fixture.MemoryCatalogue
import io.cinema.auth.film.etl.fixture.MemoryFilmIndex
import java.time.Duration
import spock.lang.Specification

class FilmSyncSpec extends Specification {
    final MemoryCatalogue catalogue = new MemoryCatalogue()
    final MemoryFilmIndex index = new MemoryFilmIndex()
    final List<SyncEvent> events = []
    FilmSync sync = fresh()

    def "the first run copies all films, batch by batch, and only then are they seen"() {
        given:
        catalogue.save(films(45))

        when:
        sync.once()

        then:
        index.seen() == catalogue.all()
        index.sent.size() == 45
        events.last() == new SyncEvent.CaughtUp('movies-1', 45) || events.last() == new SyncEvent.Published('movies-1')
        events*.class.count(SyncEvent.Published) == 1
    }

    def "an empty catalogue makes an empty index"() {
        when:
        sync.once()

        then:
        index.alias() == 'movies-1'
        index.seen().isEmpty()
    }

    def "exactly the films are sent that were changed, once"() {
        given:
        catalogue.save(films(45))
        caughtUp()

        when:
        catalogue.save(film('film 3', label: 'subscription'), film('film 7', title: 'renamed'), film('new'))
        sync.once()

        then:
        index.sent.sort() == [id('film 3'), id('film 7'), id('new')].sort()
        index.seen() == catalogue.all()

        when: 'nothing happens'
        index.sent.clear()
        3.times { sync.once() }

        then:
        index.sent.isEmpty()

        when: 'another process takes over'
        sync = fresh()
        sync.once()

        then:
        index.sent.isEmpty()
    }

    def "films follow their genres and people, and each is sent once however many of them changed"() {
        given:
        catalogue.save(film('a', genres: ['drama'], actors: ['ann', 'bob']), film('b', genres: ['drama']), film('c', writers: ['bob']), film('d'))
        caughtUp()

        when:
        catalogue.begin().rename(ChangeKind.GENRE, id('drama'), 'Drama').rename(ChangeKind.PERSON, id('bob'), 'Robert').commit()
        sync.once()

        then:
        index.sent.sort() == [id('a'), id('b'), id('c')].sort()
        index.seen() == catalogue.all()
        index.seen()[id('a')].actors()*.name() == ['ann', 'Robert']
    }

    def "a genre with more films than a batch is worked off to the end, #batch at a time"() {
        given:
        sync = fresh(batch)
        catalogue.save(films(23, genres: ["drama"]))
        caughtUp()

        when:
        catalogue.begin().rename(ChangeKind.GENRE, id('drama'), 'Drama').commit()
        sync.once()

        then:
        index.sent.size() == 23
        index.seen() == catalogue.all()

        where:
        batch << [1, 2, 23, 24]
    }

    def "deleted films leave, and come back with what they are then"() {
        given:
        catalogue.save(film('a'), film('b'))
        caughtUp()

        when:
        catalogue.delete(film('a'))
        sync.once()

        then:
        index.seen().keySet() == [id('b')] as Set
        index.sent.isEmpty()
        index.removed == [id('a')]

        when:
        catalogue.save(film('a', title: 'again'))
        sync.once()

        then:
        index.seen() == catalogue.all()
    }

    def "what was stamped earlier and committed later is not missed"() {
        given:
        catalogue.save(film('a'))
        caughtUp()
        def slow = catalogue.begin().save(film('slow'))
        catalogue.save(film('quick'))

        when: 'the later stamp is seen first'
        3.times { sync.once() }

        then: 'it does not wait'
        index.sent == [id('quick')]

        when:
        slow.commit()
        sync.once()

        then:
        index.sent == [id('quick'), id('slow')]
        index.seen() == catalogue.all()
    }

    def "what was stamped earlier and committed later is not missed by a process that was not there before either"() {
        given:
        catalogue.save(film('a'))
        caughtUp()
        def slow = catalogue.begin().save(film('slow'))
        catalogue.save(film('quick'))
        sync.once()

        when:
        sync = fresh()
        slow.commit()
        sync.once()

        then:
        index.seen() == catalogue.all()
    }

    def "a transaction that stays open keeps nobody else's changes out, however many there are, and its own come at last"() {
        given: 'more changes than are remembered, and far more than a view takes'
        sync = fresh(2)
        catalogue.save(film('a'))
        caughtUp()
        def slow = catalogue.begin().save(film('slow'))
        (0..<300).each { catalogue.save(film("film $it")) }

        when:
        sync.once()

        then:
        index.seen() == catalogue.all()

        when: 'nothing more happens'
        index.sent.clear()
        sync.once()

        then:
        index.sent.size() <= 2

        when:
        slow.commit()
        2.times { sync.once() }

        then:
        index.seen() == catalogue.all()
    }

    def "more changes than can be remembered while a transaction stays open hold up neither each other nor other kinds"() {
        given:
        int left = Integer.MAX_VALUE
        sync = new FilmSync(watched { if (left-- == 0) sync.stop() }, index, new SyncSettings(CYCLE, 1, false), { events << it })
        catalogue.save(film('tagged', genres: ['drama']), film('gone'))
        caughtUp()
        def slow = catalogue.begin().save(film('slow'))
        catalogue.save(films(130))
        catalogue.begin().rename(ChangeKind.GENRE, id('drama'), 'Drama').commit()
        catalogue.delete(film('gone'))

        when:
        left = 40

        then:
        sync.once()
        index.seen() == catalogue.all()

        when:
        slow.commit()
        fresh().once()

        then:
        index.seen() == catalogue.all()
    }

    def "whoever comes while a transaction stays open follows from where the index is, and misses nothing of it"() {
        given:
        catalogue.save(film('a'))
        caughtUp()
        def slow = catalogue.begin().save(film('slow'))
        catalogue.save(film('a', label: 'subscription'))

        when:
        sync = fresh()
        sync.once()

        then:
        index.seen() == catalogue.all()

        when:
        slow.commit()
        sync.once()

        then:
        index.seen() == catalogue.all()
    }

    def "an index that is deleted while nothing is changed is made anew"() {
        given:
        catalogue.save(film('a'))
        caughtUp()

        when:
        index.delete()
        sync.once()

        then:
        index.seen() == catalogue.all()
    }

    def "an index that is restored to what it was while we look on is brought up to date from there"() {
        given:
        catalogue.save(film('a'))
        caughtUp()
        def before = index.snapshot()
        catalogue.save(film('a', label: 'subscription'))
        sync.once()

        when:
        index.restore(before)
        catalogue.save(film('b'))
        sync.once()

        then:
        index.seen() == catalogue.all()
    }

    def "a batch of #batch, a cycle of #cycle: no"() {
        when:
        new SyncSettings(cycle, batch, false)

        then:
        thrown(IllegalArgumentException)

        where:
        batch       | cycle
        0           | CYCLE
        300_000_000 | CYCLE
        1           | Duration.ZERO
        1           | Duration.ofNanos(1)
        1           | Duration.ofDays(1_000_000_000_000)
    }

    def "a new index waits for the transactions that were there before it"() {
        given:
        catalogue.save(film('a'))
        def slow = catalogue.begin().save(film('slow'))

        when:
        Thread.start { sync.run() }
        eventually { events.contains(new SyncEvent.Unsettled()) }
        slow.commit()
        eventually { index.seen() == catalogue.all() }

        then:
        noExceptionThrown()

        cleanup:
        sync.stop()
    }

    def "a change while a new index is being filled reaches the old one at once, and the new one too"() {
        given:
        catalogue.save(films(100))
        caughtUp()
        String old = index.alias()
        sync = fresh(2, true)

        when: 'each view brings one change more'
        int changes = 0
        sync = new FilmSync(watched { catalogue.save(film("film ${changes++}", label: 'subscription')) }, index, new SyncSettings(CYCLE, 2, true), { events << it })
        sync.once()

        then:
        changes > 4
        index.alias() != old
        sync.once()
        index.seen() == catalogue.all()
    }

    def "whoever is killed while filling a new index goes on where it was"() {
        given:
        catalogue.save(films(100))
        index.writesLeft = writes
        sync = fresh(4)

        when:
        sync.once()

        then:
        thrown(PortUnavailableException)

        when:
        index.writesLeft = null
        index.sent.clear()
        sync = fresh(4)
        sync.once()

        then:
        index.seen() == catalogue.all()
        index.sent.size() <= 100 - kept

        where:
        writes || kept
        1      || 0
        12     || 40
        24     || 80
    }

    def "killed after #writes writes and taken over, again and again, the index ends equal to the catalogue"() {
        given:
        catalogue.save(films(30, genres: ["drama"]))
        caughtUp()
        catalogue.begin().rename(ChangeKind.GENRE, id('drama'), 'Drama').commit()
        catalogue.save(films(5, label: "subscription"))
        catalogue.delete(film('film 20'))

        when:
        10.times {
            index.writesLeft = writes
            try {
                fresh(3).once()
            } catch (PortUnavailableException ignored) {
                // Killed in the middle.
            }
        }
        index.writesLeft = null
        fresh(3).once()

        then:
        index.seen() == catalogue.all()

        where:
        writes << [0, 1, 2, 5]
    }

    def "a film that the index refuses is told, holds up nobody, and is tried again"() {
        given:
        catalogue.save(film('a'))
        caughtUp()
        index.refusing[id('bad')] = 'too many people'

        when:
        catalogue.save(film('bad'), film('good'))
        2.times { sync.once() }

        then:
        events.findAll { it instanceof SyncEvent.Refused } == [new SyncEvent.Refused('movies-1', id('bad'), 'too many people')]
        index.seen().keySet() == [id('a'), id('good')] as Set
        index.progress().refused() == [(id('bad')): 'too many people']

        when: 'the index takes it, and time goes by, and another process is there'
        index.refusing.clear()
        catalogue.tick(Duration.ofMinutes(2))
        fresh().once()

        then:
        index.seen() == catalogue.all()
        index.progress().refused().isEmpty()
    }

    def "a film that the index refuses does not stay as it was: who may watch it may be another now"() {
        given:
        catalogue.save(film('a'), film('b'))
        caughtUp()
        index.refusing[id('a')] = 'too many people'

        when:
        catalogue.save(film('a', label: 'subscription'))
        sync.once()

        then:
        index.seen().keySet() == [id('b')] as Set
    }

    def "an index that refuses nearly everything is out of order"() {
        given:
        def many = films(1_001)
        many.each { index.refusing[it.id()] = 'read only' }
        catalogue.save(many)

        when:
        sync.once()

        then:
        thrown(PortUnavailableException)
    }

    def "an index of another shape is replaced, and seen until then"() {
        given:
        catalogue.save(film('a'))
        caughtUp()
        index.outdate()

        when:
        fresh().once()

        then:
        index.alias() == 'movies-2'
        index.seen() == catalogue.all()
    }

    def "an index that was left alone for longer than deleted films are remembered is filled anew"() {
        given:
        catalogue.save(film('a'), film('b'))
        caughtUp()
        catalogue.delete(film('a'))
        catalogue.tick(Duration.ofDays(31))

        when:
        fresh().once()

        then:
        index.alias() == 'movies-2'
        index.seen() == catalogue.all()
    }

    def "films that were deleted long ago are forgotten, also by a process that lives long"() {
        given:
        catalogue.save(film('a'), film('b'))
        caughtUp()
        catalogue.delete(film('a'))
        sync.once()

        when: 'a month goes by, round by round'
        31.times {
            catalogue.tick(Duration.ofDays(1))
            sync.once()
        }

        then:
        catalogue.forgetDeletions(catalogue.tick()) == 0
        index.alias() == 'movies-1'
    }

    def "an index that has nothing to do gives a sign of life, so that it is not taken for one that was left alone"() {
        given:
        catalogue.save(film('a'))
        caughtUp()
        int before = index.keeps

        when:
        sync.once()

        then:
        index.keeps == before

        when:
        catalogue.tick(Duration.ofMinutes(61))
        sync.once()

        then:
        index.keeps == before + 1
    }

    def "through an outage it waits, and goes on"() {
        given:
        catalogue.save(films(10))
        catalogue.away = true
        Thread.start { sync.run() }

        when:
        eventually { events.any { it instanceof SyncEvent.Away } }
        catalogue.away = false

        then:
        eventually { index.seen() == catalogue.all() }

        cleanup:
        sync.stop()
    }

    def "while another process follows, it stands by and says so once"() {
        given:
        catalogue.claimed = true

        expect:
        !sync.once()
        !sync.once()
        events == [new SyncEvent.StandingBy()]
        index.alias() == null

        when:
        catalogue.claimed = false

        then:
        sync.once()
    }

    def "who stands by says so again after an outage, so that all know it is over"() {
        given:
        catalogue.claimed = true
        Thread.start { sync.run() }
        eventually { events.contains(new SyncEvent.StandingBy()) }

        when:
        catalogue.away = true
        eventually { events.any { it instanceof SyncEvent.Away } }
        catalogue.away = false

        then:
        eventually { events.last() == new SyncEvent.StandingBy() }

        cleanup:
        sync.stop()
    }

    def "what was changed while the clock of the catalogue is put back is not missed"() {
        given:
        catalogue.save(film('a'))
        caughtUp()

        when:
        catalogue.tick(Duration.ofSeconds(-30))
        catalogue.save(film('b'))
        sync.once()
        catalogue.save(film('c'))
        sync.once()

        then:
        index.seen() == catalogue.all()
    }

    def "what was changed after the clock of the catalogue was put back is not missed by who comes later"() {
        given:
        catalogue.save(film('a'))
        caughtUp()

        when:
        catalogue.tick(Duration.ofSeconds(-30))
        catalogue.save(film('b'))
        catalogue.tick(Duration.ofSeconds(10))
        fresh().once()

        then:
        index.seen() == catalogue.all()
    }

    static final Duration CYCLE = Duration.ofMillis(40)

    private FilmSync fresh(int batch = 10, boolean rebuild = false) {
        new FilmSync(catalogue, index, new SyncSettings(CYCLE, batch, rebuild), { events << it })
    }

    /** The index is equal, and all is settled. */
    private void caughtUp() {
        2.times { assert sync.once() }
        index.sent.clear()
        events.clear()
    }

    private static List<Film> films(Map<String, Object> with = [:], int many) {
        (0..<many).collect { film(with, "film $it") }
    }

    private MemoryCatalogue watched(Closure beforeView) {
        MemoryCatalogue real = catalogue
        new MemoryCatalogue() {
            @Override
            io.cinema.auth.film.etl.port.Catalogue.View view() {
                beforeView()
                real.view()
            }
        }
    }

    private static boolean eventually(Closure<Boolean> condition) {
        for (int i = 0; i < 500 && !condition(); i++) {
            Thread.sleep(10)
        }
        assert condition()
        true
    }
}
