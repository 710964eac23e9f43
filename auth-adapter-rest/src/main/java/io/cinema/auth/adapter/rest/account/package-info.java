/** Owns /users and /users/me: sign-up, personal data, password, allowed agents. */
@NullMarked
package io.cinema.auth.adapter.rest.account;

import org.jspecify.annotations.NullMarked;
