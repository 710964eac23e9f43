package io.cinema.auth.film.etl.movies;

import org.jspecify.annotations.Nullable;

/**
 * A film as it stands in the file, with all its dirt.
 *
 * @param line of the file where it starts, from 1
 * @param numericTitle whether the title is written as a number
 * @param releaseDate as {@code Jun 12 1998}
 * @param imdbRating from 0 to 10
 */
record Movie(
    int line,
    @Nullable String title,
    boolean numericTitle,
    String releaseDate,
    @Nullable String mpaaRating,
    @Nullable String genre,
    @Nullable String director,
    @Nullable Double imdbRating) {}
