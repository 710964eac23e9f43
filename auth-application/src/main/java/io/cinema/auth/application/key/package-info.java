/** Owns looking at the signing keys and bringing the next one forward. */
@NullMarked
package io.cinema.auth.application.key;

import org.jspecify.annotations.NullMarked;
