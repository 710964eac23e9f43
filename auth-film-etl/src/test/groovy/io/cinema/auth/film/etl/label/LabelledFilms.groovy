package io.cinema.auth.film.etl.label

import io.cinema.auth.domain.access.ContentLabel
import io.cinema.auth.film.etl.film.LabelledFilm
import java.time.LocalDate

/** Films for the specs of this package. */
final class LabelledFilms {
    private LabelledFilms() {}

    static UUID id(int number) {
        new UUID(number, 0)
    }

    static LabelledFilm film(Map<String, Object> more = [:], int number, String title) {
        new LabelledFilm(id(number), title, more.genres as List ?: [], more.rating as Double,
            more.date ? LocalDate.parse(more.date) : null, new ContentLabel(more.label ?: 'public'))
    }
}
