/** Owns the film catalogue in PostgreSQL: its schema, what changed in it, its labels. */
@NullMarked
package io.cinema.auth.film.etl.postgres;

import org.jspecify.annotations.NullMarked;
