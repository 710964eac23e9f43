/** Owns signing in and the one place where tokens are made, behind the account gate. */
@NullMarked
package io.cinema.auth.application.signin;

import org.jspecify.annotations.NullMarked;
