/** Owns /users/me/logins and /users/{id}/logins. */
@NullMarked
package io.cinema.auth.adapter.rest.history;

import org.jspecify.annotations.NullMarked;
