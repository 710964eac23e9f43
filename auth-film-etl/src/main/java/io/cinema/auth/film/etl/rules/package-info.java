/** Owns the reading of a file of label rules. */
@NullMarked
package io.cinema.auth.film.etl.rules;

import org.jspecify.annotations.NullMarked;
