/** Owns how many wrong guesses were made, in the table login_attempts. */
@NullMarked
package io.cinema.auth.adapter.postgres.throttle;

import org.jspecify.annotations.NullMarked;
