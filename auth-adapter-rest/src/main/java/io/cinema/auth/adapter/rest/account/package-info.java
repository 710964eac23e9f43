/** Owns sign-up at /users, and /users/me: personal data, password, allowed agents. */
@NullMarked
package io.cinema.auth.adapter.rest.account;

import org.jspecify.annotations.NullMarked;
