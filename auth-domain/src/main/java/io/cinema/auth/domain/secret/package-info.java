/** Owns the types for values that must never be printed, and for such values encrypted. */
@NullMarked
package io.cinema.auth.domain.secret;

import org.jspecify.annotations.NullMarked;
