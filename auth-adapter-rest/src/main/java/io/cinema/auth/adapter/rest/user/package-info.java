/** Owns /users and /users/{id}: what administrators see of accounts and do to them. */
@NullMarked
package io.cinema.auth.adapter.rest.user;

import org.jspecify.annotations.NullMarked;
