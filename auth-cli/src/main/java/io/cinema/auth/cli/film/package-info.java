/** Owns the commands that label films: who may watch what. */
@NullMarked
package io.cinema.auth.cli.film;

import org.jspecify.annotations.NullMarked;
