/**
 * Owns what the synchronization and the labelling need from outside: the catalogue and the index.
 */
@NullMarked
package io.cinema.auth.film.etl.port;

import org.jspecify.annotations.NullMarked;
