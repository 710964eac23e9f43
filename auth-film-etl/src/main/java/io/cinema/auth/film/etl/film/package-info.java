/** Owns what a film is, as the catalogue has it and the index shows it. */
@NullMarked
package io.cinema.auth.film.etl.film;

import org.jspecify.annotations.NullMarked;
