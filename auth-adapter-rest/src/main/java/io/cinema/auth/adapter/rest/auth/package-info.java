/** Owns /auth: login and its second step, refresh, logout, and the token answer. */
@NullMarked
package io.cinema.auth.adapter.rest.auth;

import org.jspecify.annotations.NullMarked;
