/** Owns the comparison of an index with the catalogue. */
@NullMarked
package io.cinema.auth.film.etl.verify;

import org.jspecify.annotations.NullMarked;
