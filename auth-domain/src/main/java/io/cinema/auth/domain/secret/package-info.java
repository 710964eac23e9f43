/** Owns the type for values that must never be printed. */
@NullMarked
package io.cinema.auth.domain.secret;

import org.jspecify.annotations.NullMarked;
