/** Owns /auth: login, refresh, logout, and the token answer. */
@NullMarked
package io.cinema.auth.adapter.rest.auth;

import org.jspecify.annotations.NullMarked;
