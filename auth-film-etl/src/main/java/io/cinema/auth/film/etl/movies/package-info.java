/** Owns the reading of a file of films into the catalogue. */
@NullMarked
package io.cinema.auth.film.etl.movies;

import org.jspecify.annotations.NullMarked;
