/** Owns the use cases about access labels: to set one, to label by rules, to count. */
@NullMarked
package io.cinema.auth.film.etl.label;

import org.jspecify.annotations.NullMarked;
