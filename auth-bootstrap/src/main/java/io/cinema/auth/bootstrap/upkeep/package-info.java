/** Owns when the work runs that nobody asks for. */
@NullMarked
package io.cinema.auth.bootstrap.upkeep;

import org.jspecify.annotations.NullMarked;
