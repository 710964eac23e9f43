/** Owns the login history, one partition per month. */
@NullMarked
package io.cinema.auth.adapter.postgres.login;

import org.jspecify.annotations.NullMarked;
