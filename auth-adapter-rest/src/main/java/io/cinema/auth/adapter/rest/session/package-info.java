/** Owns /users/me/sessions. */
@NullMarked
package io.cinema.auth.adapter.rest.session;

import org.jspecify.annotations.NullMarked;
