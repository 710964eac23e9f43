/** Owns the process that keeps the film index: its settings, its commands, its wiring. */
@NullMarked
package io.cinema.auth.bootstrap.film;

import org.jspecify.annotations.NullMarked;
