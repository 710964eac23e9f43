package io.cinema.auth.film.etl.film;

import io.cinema.auth.domain.access.ContentLabel;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A film as far as somebody cares who labels it.
 *
 * @param genres their names
 * @param imdbRating from 0 to 10, or null where nobody has rated it
 */
public record LabelledFilm(
    UUID id,
    String title,
    List<String> genres,
    @Nullable Double imdbRating,
    @Nullable LocalDate creationDate,
    ContentLabel label) {}
