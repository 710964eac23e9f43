/** Owns what is refused before the start: settings that are missing, guessable, or say nothing. */
@NullMarked
package io.cinema.auth.bootstrap.config.check;

import org.jspecify.annotations.NullMarked;
