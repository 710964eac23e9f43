/** Owns /users/me/logins. */
@NullMarked
package io.cinema.auth.adapter.rest.history;

import org.jspecify.annotations.NullMarked;
