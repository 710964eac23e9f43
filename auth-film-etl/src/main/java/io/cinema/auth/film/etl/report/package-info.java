/** Owns how what happens is told: to the log, on a terminal, in numbers. */
@NullMarked
package io.cinema.auth.film.etl.report;

import org.jspecify.annotations.NullMarked;
