/** Owns the history of sign-ins: what is remembered of each attempt. */
@NullMarked
package io.cinema.auth.domain.login;

import org.jspecify.annotations.NullMarked;
