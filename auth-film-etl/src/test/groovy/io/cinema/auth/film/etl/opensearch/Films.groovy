package io.cinema.auth.film.etl.opensearch

import io.cinema.auth.domain.access.ContentLabel
import io.cinema.auth.film.etl.film.Film
import io.cinema.auth.film.etl.film.Named
import io.cinema.auth.film.etl.sync.ChangeKind
import io.cinema.auth.film.etl.sync.Cursor
import io.cinema.auth.film.etl.sync.Progress
import java.time.Instant

/** Films, people and progress for specs. */
class Films {

    static Film film(Map<String, ?> fields = [:]) {
        def usual = [
            id: UUID.randomUUID(), title: 'A film', description: null, imdbRating: null, creationDate: null,
            type: 'movie', genres: [], actors: [], writers: [], directors: [], label: ContentLabel.PUBLIC, minAge: null]
        new Film(*((usual + fields).values() as List))
    }

    static List<Film> films(int count, Map<String, ?> fields = [:]) {
        (1..count).collect { film(fields + [id: UUID.randomUUID()]) }
    }

    static Named named(String name) {
        new Named(UUID.nameUUIDFromBytes(name.bytes), name)
    }

    static Progress filling() {
        Progress.empty(Instant.parse('2026-01-02T03:04:05.678901Z'))
    }

    static Progress full() {
        filling().copiedTo(null)
    }

    /** One in which no two values are the same. */
    static Progress detailed() {
        ChangeKind.values().inject(filling()) { progress, kind ->
            def modified = Instant.parse('2026-11-22T10:20:30Z').plusNanos(1000L * (kind.ordinal() + 1))
            progress.with(kind, new Cursor(modified, UUID.randomUUID(), UUID.randomUUID()))
        }
    }
}
