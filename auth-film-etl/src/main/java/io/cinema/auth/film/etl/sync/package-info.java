/**
 * Owns how the index follows the catalogue: what was changed, how far we are, when to ask again.
 */
@NullMarked
package io.cinema.auth.film.etl.sync;

import org.jspecify.annotations.NullMarked;
