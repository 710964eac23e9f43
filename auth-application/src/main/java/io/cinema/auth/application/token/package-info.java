/** Owns telling whether a bearer token counts, revocation included. */
@NullMarked
package io.cinema.auth.application.token;

import org.jspecify.annotations.NullMarked;
