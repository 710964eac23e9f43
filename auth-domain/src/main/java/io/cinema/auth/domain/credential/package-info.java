/** Owns passwords: what one is, which may be chosen, and what is kept of it. */
@NullMarked
package io.cinema.auth.domain.credential;

import org.jspecify.annotations.NullMarked;
